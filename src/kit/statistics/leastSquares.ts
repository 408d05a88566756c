import { Matrix, QrDecomposition } from "ml-matrix";

export interface Column {
  readonly name: string;
  readonly values: readonly number[];
}

/** A fitted line of ordinary least squares. Columns that said nothing beside the earlier ones are in `dropped`, not in `names`. */
export interface Fit {
  readonly names: readonly string[];
  readonly coefficients: readonly number[];
  readonly dropped: readonly string[];
  /** The inverse of X'X, in the order of `names`. */
  readonly unscaled: readonly (readonly number[])[];
  readonly residuals: readonly number[];
  readonly residualSquares: number;
  /** Rows less coefficients. */
  readonly df: number;
}

/** A column of which less than this part is left beside the earlier columns counts as their sum: what R's `lm` takes. */
const tolerance = 1e-7;

/**
 * Ordinary least squares by Householder's QR (Golub & Van Loan, Matrix Computations, 5.3), never by X'X, which would square the condition. Assumes
 * nothing about the errors: what the standard errors mean is for who uses them. Columns are taken in their order; one that is a sum of the earlier is
 * dropped and said. Null when no row or no column is left.
 */
export function leastSquares(outcome: readonly number[], columns: readonly Column[]): Fit | null {
  const { kept, dropped, qr } = independent(columns, outcome.length);
  if (!qr) return null;
  const first = qr.solve(Matrix.columnVector([...outcome])).to1DArray();
  const coefficients = refined(qr, kept, outcome, first);
  const residuals = residualsOf(kept, outcome, coefficients);
  return {
    names: kept.map(({ name }) => name),
    coefficients,
    dropped,
    unscaled: unscaledOf(qr.upperTriangularMatrix),
    residuals,
    residualSquares: residuals.reduce((sum, one) => sum + one * one, 0),
    df: outcome.length - kept.length,
  };
}

/** The coefficient of a column and its standard error under errors of one variance; null when the column was dropped. */
export function coefficientOf(fit: Fit, name: string): { readonly value: number; readonly standardError: number } | null {
  const at = fit.names.indexOf(name);
  if (at < 0) return null;
  const value = fit.coefficients[at] ?? 0;
  return { value, standardError: Math.sqrt(((fit.unscaled[at]?.[at] ?? 0) * fit.residualSquares) / fit.df) };
}

/** Leaves out the first column that is a sum of those before it, until none is. */
function independent(columns: readonly Column[], rows: number) {
  let kept = columns;
  const dropped: string[] = [];
  if (rows === 0) return { kept, dropped, qr: null };
  while (kept.length > 0) {
    const qr = new QrDecomposition(matrixOf(kept, rows));
    const diagonal = qr.upperTriangularMatrix.diagonal();
    const empty = kept.findIndex(({ values }, at) => !(Math.abs(diagonal[at] ?? 0) > tolerance * lengthOf(values)));
    const column = kept[empty];
    if (!column) return { kept, dropped, qr };
    dropped.push(column.name);
    kept = kept.filter((_, at) => at !== empty);
  }
  return { kept, dropped, qr: null };
}

/** With empty rows below when there are fewer rows than columns: they say nothing, and the library wants as many. */
function matrixOf(columns: readonly Column[], rows: number): Matrix {
  const matrix = new Matrix(Math.max(rows, columns.length), columns.length);
  for (const [at, { values }] of columns.entries()) for (let row = 0; row < rows; row += 1) matrix.set(row, at, values[row] ?? 0);
  return matrix;
}

const lengthOf = (values: readonly number[]): number => Math.sqrt(values.reduce((sum, one) => sum + one * one, 0));

/** One more step from the residuals, summed without losing digits: brings the coefficients of an ill-conditioned model to full accuracy. */
function refined(qr: QrDecomposition, columns: readonly Column[], outcome: readonly number[], first: readonly number[]): number[] {
  let at = [...first];
  for (let step = 0; step < 2; step += 1) {
    const change = qr.solve(Matrix.columnVector(residualsOf(columns, outcome, at))).to1DArray();
    at = at.map((one, index) => one + (change[index] ?? 0));
  }
  return at;
}

/** The outcome less what the columns say, with the error of each product and sum kept aside (Ogita, Rump & Oishi 2005, Dot2). */
function residualsOf(columns: readonly Column[], outcome: readonly number[], coefficients: readonly number[]): number[] {
  return outcome.map((value, row) => {
    let sum = value;
    let rest = 0;
    for (const [at, { values }] of columns.entries()) {
      const [product, lost] = exactProduct(-(coefficients[at] ?? 0), values[row] ?? 0);
      const next = sum + product;
      const part = next - sum;
      rest += sum - (next - part) + (product - part) + lost;
      sum = next;
    }
    return sum + rest;
  });
}

/** A product and what rounding lost of it (Dekker 1971). */
function exactProduct(one: number, other: number): readonly [number, number] {
  const product = one * other;
  const [high, low] = halves(one);
  const [otherHigh, otherLow] = halves(other);
  return [product, low * otherLow - (product - high * otherHigh - low * otherHigh - high * otherLow)];
}

function halves(value: number): readonly [number, number] {
  const scaled = 134217729 * value;
  const high = scaled - (scaled - value);
  return [high, value - high];
}

/** (R'R)^-1 from the triangle R: its inverse is found row by row from below. */
function unscaledOf(triangle: Matrix): number[][] {
  const size = triangle.columns;
  const inverse = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  for (let column = 0; column < size; column += 1)
    for (let row = column; row >= 0; row -= 1) {
      let sum = row === column ? 1 : 0;
      for (let at = row + 1; at <= column; at += 1) sum -= triangle.get(row, at) * (inverse[at]?.[column] ?? 0);
      const line = inverse[row];
      if (line) line[column] = sum / triangle.get(row, row);
    }
  return inverse.map((left) => inverse.map((right) => left.reduce((sum, one, at) => sum + one * (right[at] ?? 0), 0)));
}
