import { type Column, coefficientOf, leastSquares } from "../../../kit/statistics/leastSquares.ts";
import { squaresOf } from "../../../kit/statistics/moments.ts";
import { limitOfT, smallSampleFactor, twoSidedP } from "../../../kit/statistics/studentT.ts";
import type { Arm, Estimated, Numbers } from "../analysis.ts";

interface Compared {
  readonly arm: Arm;
  readonly covariates: readonly number[];
}

/** What part of the scores' squares is left over when it is only rounding: then nobody differs from what the model expects. */
const rounding = 1e-20;

/**
 * The difference between the arms in a linear model of `outcome`: an intercept, the arm, and the columns given. Interval and p by t with the residual
 * degrees of freedom. Assumes independent people, one variance in both arms, and that the outcome is a straight line in the columns.
 */
export function compareArms(
  rows: readonly Compared[],
  {
    outcome,
    beside,
    spread,
    numbers,
  }: { outcome: readonly number[]; beside: readonly Column[]; spread: readonly number[]; numbers: Numbers },
): Estimated {
  const none = (because: "arm-empty" | "too-few" | "no-variation"): Estimated => ({ outcome: "no-estimate", because, numbers });
  if (numbers.in.intervention === 0 || numbers.in.control === 0) return none("arm-empty");
  const arm = { name: "arm", values: rows.map((row) => (row.arm === "intervention" ? 1 : 0)) };
  const fit = leastSquares(outcome, [{ name: "intercept", values: rows.map(() => 1) }, arm, ...beside]);
  if (!fit || fit.df < 1) return none("too-few");
  const found = coefficientOf(fit, "arm");
  if (!found || fit.residualSquares <= rounding * spread.reduce((sum, one) => sum + one * one, 0)) return none("no-variation");
  const { value, standardError } = found;
  const limit = limitOfT(fit.df) * standardError;
  return {
    outcome: "estimate",
    estimate: value,
    standardError,
    low: value - limit,
    high: value + limit,
    df: fit.df,
    p: twoSidedP(value / standardError, fit.df),
    standardised: hedges(value, rows, spread),
    numbers,
    dropped: fit.dropped,
  };
}

/** The covariates as columns, by their name. */
export const columnsOf = (names: readonly string[], rows: readonly Compared[]): Column[] =>
  names.map((name, at) => ({ name, values: rows.map(({ covariates }) => covariates[at] ?? 0) }));

/**
 * Hedges' g of an adjusted difference: the difference in standard deviations of the unadjusted score within the arms, pooled, with Hedges' factor for
 * few people at n1 + n2 - 2 degrees of freedom (What Works Clearinghouse, Procedures Handbook 5.0, appendix E; Hedges 1981). The spread is of the
 * score, not of what the model leaves over: so that two models of one wave stay in one measure.
 */
export function hedges(difference: number, rows: readonly { readonly arm: Arm }[], spread: readonly number[]): number | null {
  const of = (arm: Arm) => spread.filter((_, at) => rows[at]?.arm === arm);
  const [intervention, control] = [of("intervention"), of("control")];
  const df = intervention.length + control.length - 2;
  if (df < 2) return null;
  const pooled = Math.sqrt((squaresOf(intervention) + squaresOf(control)) / df);
  return pooled > 0 ? (smallSampleFactor(df) * difference) / pooled : null;
}
