/** What somebody knows: the sum of some cells. */
export interface Equation {
  readonly cells: readonly number[];
  /** Taken off: two figures about the same people have the same total. */
  readonly less?: readonly number[];
  readonly sum: number;
}

const enough = 1e-9;
/** What stands for "no limit": a cell about which nothing was told. */
const noLimit = 1_000_000;

/**
 * The least and the most that a cell, or the sum of some cells, can be, given all that is known and that no cell is below zero: simplex in two phases, by
 * Bland's rule. An equation may take cells off: those in `less`.
 */
export function mostAndLeast(
  equations: readonly Equation[],
  cells: number,
  sought: number | readonly number[],
): { least: number; most: number } {
  const wanted = [sought].flat();
  if (wanted.some((cell) => !equations.some((one) => one.cells.includes(cell) || one.less?.includes(cell))))
    return { least: 0, most: noLimit };
  const least = solve(equations, cells, wanted, 1);
  const most = -solve(equations, cells, wanted, -1);
  return { least: Math.ceil(least - 1e-6), most: Math.floor(most + 1e-6) };
}

/** The least of `sign` times the wanted cells. */
function solve(equations: readonly Equation[], cells: number, wanted: readonly number[], sign: number): number {
  const width = cells + equations.length;
  const start = startOf(equations, cells);
  const rows = start.rows.map((row) => [...row]);
  return minimise(rows, [...start.basis], width, (at) => (wanted.includes(at) ? sign : 0), cells);
}

interface Start {
  readonly rows: readonly (readonly number[])[];
  readonly basis: readonly number[];
}
const starts = new WeakMap<readonly Equation[], Start>();

/** The first phase: any values that fit all equations. The same for each cell that is sought. */
function startOf(equations: readonly Equation[], cells: number): Start {
  const known = starts.get(equations);
  if (known) return known;
  const width = cells + equations.length;
  const rows = equations.map(({ cells: own, less = [], sum }, nr) => {
    const row = Array.from({ length: width + 1 }, () => 0);
    for (const cell of own) row[cell] = 1;
    for (const cell of less) row[cell] = -1;
    row[cells + nr] = 1;
    row[width] = sum;
    return row;
  });
  const basis = equations.map((_, nr) => cells + nr);
  minimise(rows, basis, width, (at) => (at >= cells ? 1 : 0), width);
  starts.set(equations, { rows, basis });
  return { rows, basis };
}

/** Brings the rows to where the costs are least, using only the first `allowed` columns to enter; answers those costs. */
function minimise(rows: number[][], basis: number[], width: number, cost: (at: number) => number, allowed: number): number {
  for (let round = 0; round < 10_000; round += 1) {
    const entering = Array.from({ length: allowed }, (_, at) => at).find(
      (at) => !basis.includes(at) && reduced(rows, basis, cost, at) < -enough,
    );
    if (entering === undefined) break;
    const leaving = leavingRow(rows, basis, entering, width);
    if (leaving === null) return -noLimit;
    pivot(rows, leaving, entering);
    basis[leaving] = entering;
  }
  return rows.reduce((sum, row, nr) => sum + cost(basis[nr] ?? 0) * (row[width] ?? 0), 0);
}

const reduced = (rows: readonly number[][], basis: readonly number[], cost: (at: number) => number, at: number): number =>
  cost(at) - rows.reduce((sum, row, nr) => sum + cost(basis[nr] ?? 0) * (row[at] ?? 0), 0);

function leavingRow(rows: readonly number[][], basis: readonly number[], entering: number, width: number): number | null {
  let best: { nr: number; ratio: number } | null = null;
  for (const [nr, row] of rows.entries()) {
    const share = row[entering] ?? 0;
    if (share <= enough) continue;
    const ratio = (row[width] ?? 0) / share;
    if (best === null || ratio < best.ratio - enough || (ratio < best.ratio + enough && (basis[nr] ?? 0) < (basis[best.nr] ?? 0)))
      best = { nr, ratio };
  }
  return best?.nr ?? null;
}

function pivot(rows: number[][], at: number, entering: number): void {
  const own = rows[at] ?? [];
  const share = own[entering] ?? 1;
  for (const [column, value] of own.entries()) own[column] = value / share;
  for (const [nr, row] of rows.entries()) {
    const times = row[entering] ?? 0;
    if (nr === at || times === 0) continue;
    for (const [column, value] of own.entries()) row[column] = (row[column] ?? 0) - times * value;
  }
}
