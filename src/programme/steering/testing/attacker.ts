/** What somebody knows: the sum of some cells. */
export interface Equation {
  readonly cells: readonly number[];
  readonly sum: number;
}

const enough = 1e-9;
/** What stands for "no limit": a cell about which nothing was told. */
const noLimit = 1_000_000;

/** The least and the most that a cell can be, given all that is known and that no cell is below zero: simplex in two phases, by Bland's rule. */
export function mostAndLeast(equations: readonly Equation[], cells: number, wanted: number): { least: number; most: number } {
  if (!equations.some((one) => one.cells.includes(wanted))) return { least: 0, most: noLimit };
  const least = solve(equations, cells, wanted, 1);
  const most = -solve(equations, cells, wanted, -1);
  return { least: Math.ceil(least - 1e-6), most: Math.floor(most + 1e-6) };
}

/** The least of `sign` times the wanted cell. */
function solve(equations: readonly Equation[], cells: number, wanted: number, sign: number): number {
  const width = cells + equations.length;
  const rows = equations.map(({ cells: own, sum }, nr) => {
    const row = Array.from({ length: width + 1 }, () => 0);
    for (const cell of own) row[cell] = 1;
    row[cells + nr] = 1;
    row[width] = sum;
    return row;
  });
  const basis = equations.map((_, nr) => cells + nr);
  minimise(rows, basis, width, (at) => (at >= cells ? 1 : 0), width);
  return minimise(rows, basis, width, (at) => (at === wanted ? sign : 0), cells);
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
