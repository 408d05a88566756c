import { smallestShown } from "../../../insight/disclosure/blocks.ts";
import type { Cell, DataSet, ValueLabel, Variable } from "../dataset.ts";

/** What was made rougher: everybody together, or fewer and larger groups. */
export interface Coarsened {
  readonly name: string;
  readonly to: "groups" | "nothing";
}

export type Deidentified =
  | { readonly code: "released"; readonly dataSet: DataSet; readonly coarsened: readonly Coarsened[] }
  | { readonly code: "too-few"; readonly smallest: number };

/** Larger groups for what has an order or a usual value: old numbers to new ones. Without an entry it is left out at once. */
const larger: Readonly<
  Record<string, (values: readonly ValueLabel[]) => { values: readonly ValueLabel[]; to: (value: number) => number }>
> = {
  age_band: () => ({
    values: ["jonger dan 25", "25-34", "35 of ouder"].map((label, at) => ({ value: at + 1, label })),
    to: (value) => Math.ceil(value / 2),
  }),
  language: (values) => ({
    values: ["Nederlands", "een andere taal"].map((label, at) => ({ value: at + 1, label })),
    to: (value) => (values.find((one) => one.value === value)?.label === "nl" ? 1 : 2),
  }),
};

/** What somebody from outside may know of a participant. The arm stays: without it there is nothing to compare. */
const isKnown = ({ role }: Variable): boolean => role === "site" || role === "group" || role === "arm";
/** Tells of one person, and nobody outside needs it: the text of a questionnaire tells her language. */
const isLeftOut = ({ role, kind, name }: Variable): boolean =>
  (role === "check" && kind === "text") || name === "list_way" || name === "arm_corrected";

/**
 * The data for others than the research desk [domain 5.4]: new numbers in a new order instead of pseudonyms, and no combination of what others may know of a person
 * that fewer than ten have. Groups are made larger, the one first that leaves the fewest in a small group; when even the arms are too small nothing is given.
 */
export function deidentify(dataSet: DataSet, numberOf: ReadonlyMap<string, number>): Deidentified {
  let current = without(dataSet, isLeftOut);
  const coarsened: Coarsened[] = [];
  let small = inSmallGroups(current);
  while (small.people > 0) {
    const steps = current.variables.filter(({ role }) => role === "site" || role === "group").map((variable) => stepOf(current, variable));
    const [best] = steps.map((step) => ({ ...step, left: inSmallGroups(step.dataSet).people })).sort((one, other) => one.left - other.left);
    if (!best) return { code: "too-few", smallest: small.smallest };
    coarsened.push(best.done);
    current = best.dataSet;
    small = inSmallGroups(current);
  }
  return { code: "released", dataSet: renumbered(current, numberOf), coarsened };
}

/** How many people share what may be known of them with fewer than ten, and the smallest such group. */
function inSmallGroups({ variables, rows }: DataSet): { people: number; smallest: number } {
  const known = variables.flatMap((variable, at) => (isKnown(variable) ? [at] : []));
  const who = variables.findIndex(({ role }) => role === "participant");
  const groups = new Map<string, number>();
  let last: Cell = null;
  for (const row of rows) {
    if (row[who] === last) continue;
    last = row[who] ?? null;
    const group = known.map((at) => String(row[at])).join("|");
    groups.set(group, (groups.get(group) ?? 0) + 1);
  }
  const sizes = [...groups.values()].filter((size) => size < smallestShown);
  return { people: sizes.reduce((sum, size) => sum + size, 0), smallest: Math.min(...sizes, smallestShown) };
}

/** One variable made rougher: larger groups when it has any, else left out. */
function stepOf(dataSet: DataSet, variable: Variable): { dataSet: DataSet; done: Coarsened } {
  const grouped = larger[variable.name]?.(variable.values);
  if (!grouped || grouped.values.length >= variable.values.length)
    return { dataSet: without(dataSet, ({ name }) => name === variable.name), done: { name: variable.name, to: "nothing" } };
  const at = dataSet.variables.indexOf(variable);
  const variables = dataSet.variables.with(at, { ...variable, values: grouped.values, source: `${variable.source} Samengevoegd.` });
  const rows = dataSet.rows.map((row) => {
    const cell = row[at];
    return typeof cell === "number" ? row.with(at, grouped.to(cell)) : row;
  });
  return { dataSet: { ...dataSet, variables, rows }, done: { name: variable.name, to: "groups" } };
}

function without(dataSet: DataSet, drop: (variable: Variable) => boolean): DataSet {
  const kept = dataSet.variables.flatMap((variable, at) => (drop(variable) ? [] : [at]));
  return {
    ...dataSet,
    variables: dataSet.variables.filter((variable) => !drop(variable)),
    rows: dataSet.rows.map((row) => kept.map((at) => row[at] ?? null)),
  };
}

/** Numbers instead of pseudonyms, and rows in the order of these numbers: the old order would tell. */
function renumbered(dataSet: DataSet, numberOf: ReadonlyMap<string, number>): DataSet {
  const who = dataSet.variables.findIndex(({ role }) => role === "participant");
  const wave = dataSet.variables.findIndex(({ role }) => role === "wave");
  const variables = dataSet.variables.map((variable, at) =>
    at === who
      ? { ...variable, label: "Deelnemer (nieuw nummer)", source: "Een nieuw nummer, door loting; alleen in dit bestand." }
      : variable,
  );
  const rows = dataSet.rows
    .map((row) => ({ number: numberOf.get(String(row[who])) ?? 0, row }))
    .sort((one, other) => one.number - other.number || Number(one.row[wave]) - Number(other.row[wave]))
    .map(({ number, row }) => row.with(who, String(number)));
  return { ...dataSet, variables, rows };
}
