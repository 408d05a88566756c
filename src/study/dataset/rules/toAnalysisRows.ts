import type { AnalysisRow } from "../../analysis/analysis.ts";
import type { Cell, DataSet, Variable } from "../dataset.ts";

/** Numbers of a person that may stand in a plan as covariates; a missing code is no number. */
const isCovariate = ({ role, kind }: Variable): boolean => kind === "number" && (role === "group" || role === "care");

/** The rows of the long data set as the estimates see a person: her arm, her site, and each score by form and wave. Who has no arm yet is not in it. */
export function toAnalysisRows({ variables, rows }: DataSet): readonly AnalysisRow[] {
  const at = (role: Variable["role"]) => variables.findIndex((one) => one.role === role);
  const [who, wave, arm, site] = [at("participant"), at("wave"), at("arm"), at("site")];
  const waves = (variables[wave]?.values ?? []).map(({ label }) => label.split(":")[0] ?? label);
  const covariates = variables.flatMap((one, index) => (isCovariate(one) ? [{ name: one.name, index }] : []));
  const scores = variables.flatMap((one, index) => (one.role === "score" && one.form !== null ? [{ form: one.form, index }] : []));
  const numberAt = (row: readonly Cell[], index: number): number | null => {
    const cell = row[index];
    return typeof cell !== "number" || variables[index]?.missing.some(({ code }) => code === cell) ? null : cell;
  };
  const made: AnalysisRow[] = [];
  let current: Record<string, Record<string, number | null>> = {};
  let last: Cell = null;
  for (const row of rows) {
    if (typeof row[arm] !== "number") continue;
    if (row[who] !== last) {
      last = row[who] ?? null;
      current = Object.fromEntries(scores.map(({ form }) => [form, {}]));
      made.push({
        participant: String(last),
        arm: row[arm] === 1 ? "intervention" : "control",
        site: String(row[site]),
        covariates: Object.fromEntries(covariates.map(({ name, index }) => [name, numberAt(row, index)])),
        scores: current,
      });
    }
    for (const { form, index } of scores) (current[form] ??= {})[waves[Number(row[wave])] ?? ""] = numberAt(row, index);
  }
  return made;
}
