import { meanOf, squaresOf, varianceOf } from "../../../kit/statistics/moments.ts";
import { limitOfT } from "../../../kit/statistics/studentT.ts";
import type { AnalysisRow, Arm, Described } from "../analysis.ts";
import { scoreAt } from "./whoCounts.ts";

/** What is compared at T0: the score of a scale, or a covariate. */
export type Quantity = { readonly scale: string; readonly wave: string } | { readonly covariate: string };

export const quantityOf = (row: AnalysisRow, quantity: Quantity): number | null =>
  "covariate" in quantity ? (row.covariates[quantity.covariate] ?? null) : scoreAt(row, quantity.scale, quantity.wave);

/** Number, mean, standard deviation and the 95% interval of the mean by t, of those who have a value. */
export function describe(values: readonly number[]): Described {
  const count = values.length;
  const mean = count > 0 ? meanOf(values) : null;
  if (mean === null || count < 2) return { count, mean, deviation: null, low: null, high: null };
  const deviation = Math.sqrt(varianceOf(values));
  const limit = (limitOfT(count - 1) * deviation) / Math.sqrt(count);
  return { count, mean, deviation, low: mean - limit, high: mean + limit };
}

/** One quantity in both arms. */
export const describeArms = (rows: readonly AnalysisRow[], quantity: Quantity): Readonly<Record<Arm, Described>> => ({
  intervention: describe(
    valuesOf(
      rows.filter(({ arm }) => arm === "intervention"),
      quantity,
    ),
  ),
  control: describe(
    valuesOf(
      rows.filter(({ arm }) => arm === "control"),
      quantity,
    ),
  ),
});

/**
 * How far two groups lie apart in standard deviations: the difference of the means by the root of the mean of both variances, for yes and no (0 and 1)
 * with p(1 - p) (Austin, Statistics in Medicine 2009;28:3083). From about 0.1 the groups are told as unlike. No test: it does not grow with the
 * number of people. Null when a group has too few, or when nobody differs.
 */
export function standardisedDifference(one: readonly number[], other: readonly number[]): number | null {
  if (one.length < 2 || other.length < 2) return null;
  const yesOrNo = [...one, ...other].every((value) => value === 0 || value === 1);
  const variance = (values: readonly number[]) => (yesOrNo ? squaresOf(values) / values.length : varianceOf(values));
  const spread = Math.sqrt((variance(one) + variance(other)) / 2);
  return spread > 0 ? (meanOf(one) - meanOf(other)) / spread : null;
}

/** The arms beside each other at T0: intervention less control. */
export function differenceOfArms(rows: readonly AnalysisRow[], quantity: Quantity): number | null {
  const of = (arm: Arm) =>
    valuesOf(
      rows.filter((row) => row.arm === arm),
      quantity,
    );
  return standardisedDifference(of("intervention"), of("control"));
}

export const valuesOf = (rows: readonly AnalysisRow[], quantity: Quantity): number[] =>
  rows.flatMap((row) => quantityOf(row, quantity) ?? []);
