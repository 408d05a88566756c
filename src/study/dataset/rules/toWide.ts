import type { Cell, DataSet, Variable, VariableRole } from "../dataset.ts";

const once: ReadonlySet<VariableRole> = new Set(["participant", "arm", "site", "group", "care"]);
const isOnce = ({ role, name }: Variable): boolean => once.has(role) || name === "arm_corrected";

/** One row for each person: what belongs to her stands once, what belongs to a list once for each wave (`brs_1_t0`). */
export function toWide({ study, variables, rows }: DataSet): DataSet {
  const who = variables.findIndex(({ role }) => role === "participant");
  const wave = variables.findIndex(({ role }) => role === "wave");
  const waves = variables[wave]?.values ?? [];
  const single = indexesOf(variables, isOnce);
  const repeated = indexesOf(variables, (one) => !isOnce(one) && one.role !== "wave");
  const wide: Cell[][] = [];
  let last: Cell = null;
  for (const row of rows) {
    if (row[who] !== last || wide.length === 0) {
      last = row[who] ?? null;
      const next = Array<Cell>(single.length + repeated.length * waves.length).fill(null);
      single.forEach((from, to) => (next[to] = row[from] ?? null));
      wide.push(next);
    }
    const into = wide.at(-1);
    const start = single.length + Number(row[wave]) * repeated.length;
    repeated.forEach((from, to) => into && (into[start + to] = row[from] ?? null));
  }
  return { study, variables: wideVariables(variables, single, repeated, waves), rows: wide };
}

const indexesOf = (variables: readonly Variable[], wanted: (variable: Variable) => boolean): readonly number[] =>
  variables.flatMap((variable, at) => (wanted(variable) ? [at] : []));

function wideVariables(
  variables: readonly Variable[],
  single: readonly number[],
  repeated: readonly number[],
  waves: Variable["values"],
): readonly Variable[] {
  const at = (index: number): readonly Variable[] => variables.slice(index, index + 1);
  return [
    ...single.flatMap(at),
    ...waves.flatMap(({ label }) => {
      const code = label.split(":")[0] ?? label;
      return repeated.flatMap(at).map((one) => ({ ...one, name: `${one.name}_${code.toLowerCase()}`, label: `${code}: ${one.label}` }));
    }),
  ];
}
