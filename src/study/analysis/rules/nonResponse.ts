import { type AnalysisRow, type Arm, baselineWave } from "../analysis.ts";
import { type Quantity, standardisedDifference, valuesOf } from "./describe.ts";
import { countArms, scoreAt } from "./whoCounts.ts";

/** Who left, beside who stayed, as both were at T0. */
export interface Leaving {
  readonly quantity: Quantity;
  /** Those who left less those who stayed, in standard deviations. */
  readonly all: number | null;
  readonly byArm: Readonly<Record<Arm, number | null>>;
}

export interface NonResponse {
  /** Answered at T0. */
  readonly begun: Readonly<Record<Arm, number>>;
  /** Of those, answered at the wave too. */
  readonly stayed: Readonly<Record<Arm, number>>;
  readonly left: Readonly<Record<Arm, number>>;
  readonly differences: readonly Leaving[];
}

/**
 * Who answered at T0 but not at the wave, beside who did: by arm, with their scores at T0 and covariates as standardised differences. It shows whether
 * those who left were others; that they would have answered alike can't be seen from it (the tipping point says how much that matters).
 */
export function nonResponse(
  rows: readonly AnalysisRow[],
  asked: { scale: string; wave: string; beside: readonly Quantity[] },
): NonResponse {
  const begun = rows.filter((row) => scoreAt(row, asked.scale, baselineWave) !== null);
  const stayed = begun.filter((row) => scoreAt(row, asked.scale, asked.wave) !== null);
  const left = begun.filter((row) => scoreAt(row, asked.scale, asked.wave) === null);
  const differ = (quantity: Quantity, arm?: Arm) => {
    const of = (group: readonly AnalysisRow[]) =>
      valuesOf(
        group.filter((row) => arm === undefined || row.arm === arm),
        quantity,
      );
    return standardisedDifference(of(left), of(stayed));
  };
  return {
    begun: countArms(begun),
    stayed: countArms(stayed),
    left: countArms(left),
    differences: asked.beside.map((quantity) => ({
      quantity,
      all: differ(quantity),
      byArm: { intervention: differ(quantity, "intervention"), control: differ(quantity, "control") },
    })),
  };
}
