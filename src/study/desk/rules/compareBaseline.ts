import type { Arm } from "../../design/study.ts";
import type { BaselineLine, BaselineOfArm, BaselineRow } from "../desk.ts";

/** How far two groups lie apart; null where that can't be told. */
export type Difference = (one: readonly number[], other: readonly number[]) => number | null;

/**
 * How alike the arms are before anything was done: of each score and each yes or no who is known and missing, the mean (or share) and the spread, and the
 * standardised difference. It is told for who is in it; nothing is filled in.
 */
export function compareBaseline(
  rows: readonly BaselineRow[],
  measures: { readonly scores: readonly string[]; readonly shares: readonly string[] },
  difference: Difference,
): readonly BaselineLine[] {
  const line = (measure: string, kind: BaselineLine["kind"], valueOf: (row: BaselineRow) => number | null): BaselineLine => {
    const of = (arm: Arm) => rows.filter((row) => row.arm === arm);
    const values = (arm: Arm) => of(arm).flatMap((row) => valueOf(row) ?? []);
    const [intervention, control] = [values("intervention"), values("control")];
    return {
      measure,
      kind,
      arms: {
        intervention: describe(intervention, of("intervention").length, kind),
        control: describe(control, of("control").length, kind),
      },
      difference: difference(intervention, control),
    };
  };
  return [
    ...measures.scores.map((form) => line(form, "score", ({ scores }) => scores[form] ?? null)),
    ...measures.shares.map((fact) =>
      line(fact, "share", ({ shares }) => {
        const said = shares[fact];
        return said === null || said === undefined ? null : Number(said);
      }),
    ),
  ];
}

function describe(values: readonly number[], all: number, kind: BaselineLine["kind"]): BaselineOfArm {
  const known = values.length;
  const mean = known === 0 ? null : values.reduce((sum, value) => sum + value, 0) / known;
  const spread =
    mean === null || known < 2 || kind === "share"
      ? null
      : Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (known - 1));
  return { known, missing: all - known, mean, sd: spread };
}
