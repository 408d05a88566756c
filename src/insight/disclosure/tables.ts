import { smallestShown } from "./blocks.ts";

/** What is counted in one or more places: how many people have each value. Each has one. */
export interface Unit {
  readonly codes: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
}

/** Values that are told as one class, a list for each class. */
export type Grading = readonly (readonly string[])[];

/** One place, or some places together, of which every class is told. */
export interface ToldUnit {
  readonly codes: readonly string[];
  readonly classes: readonly { readonly values: readonly string[]; readonly count: number }[];
}

/**
 * A table of places by values, as it may be told. A place in which every class holds ten or more is told by itself; the others together, when every
 * class of them together does, and leaves of each small count anything from none to nine. When that fails, the smallest place that stood by itself joins them;
 * when nothing is left to join, nothing is told. A place is told with all its classes or not at all: so its total adds nothing.
 * Of several gradings it takes the one that tells most places by themselves, then the most people; the finest when that is the same.
 */
export function closeTable(units: readonly Unit[], gradings: readonly Grading[]): readonly ToldUnit[] {
  let best: { told: readonly ToldUnit[]; alone: number; people: number } | null = null;
  for (const grading of gradings) {
    const told = closeGraded(units, grading);
    const alone = told.filter(({ codes }) => codes.length === 1).length;
    const people = told.reduce((sum, { classes }) => sum + classes.reduce((all, { count }) => all + count, 0), 0);
    if (best === null || alone > best.alone || (alone === best.alone && people > best.people)) best = { told, alone, people };
  }
  return best?.told ?? [];
}

function closeGraded(units: readonly Unit[], grading: Grading): readonly ToldUnit[] {
  const isOpen = (unit: Unit) => grading.every((values) => countOf(unit, values) >= smallestShown);
  let own = units.filter(isOpen).toSorted((one, other) => totalOf(other) - totalOf(one));
  let rest = units.filter((unit) => !isOpen(unit));
  while (rest.length > 0 && !grading.every((values) => leavesOpen(rest.map((unit) => countOf(unit, values))))) {
    const joins = own.at(-1);
    if (!joins) return [];
    own = own.slice(0, -1);
    rest = [...rest, joins];
  }
  const together = rest.length === 0 ? [] : [{ codes: rest.flatMap(({ codes }) => codes).toSorted(), counts: sumOf(rest) }];
  return [...own, ...together].map((unit) => ({
    codes: unit.codes,
    classes: grading.map((values) => ({ values, count: countOf(unit, values) })),
  }));
}

/** May the sum of these counts be known, also by who knows which of them are below ten? */
function leavesOpen(counts: readonly number[]): boolean {
  const sum = counts.reduce((all, count) => all + count, 0);
  const small = counts.filter((count) => count < smallestShown).length;
  const others = counts.length - small;
  if (sum < smallestShown) return false;
  if (small === 0) return true;
  const most = smallestShown - 1;
  return sum >= smallestShown * others + most && (others > 0 || sum <= most * (small - 1));
}

const countOf = ({ counts }: Unit, values: readonly string[]): number => values.reduce((sum, value) => sum + (counts[value] ?? 0), 0);
const totalOf = ({ counts }: Unit): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

function sumOf(units: readonly Unit[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const { counts } of units) for (const [value, count] of Object.entries(counts)) sum[value] = (sum[value] ?? 0) + count;
  return sum;
}
