import type { Study } from "../../design/study.ts";
import type { AnalysisPlan, PlanProblem } from "../analysisPlan.ts";

/** Most steps of the search for the tipping point. */
const mostSteps = 40;

/** What does not fit in a plan, or between a plan and its study. Nothing: it can be kept and locked. */
export function checkPlan(plan: AnalysisPlan, study: Pick<Study, "waves">): readonly PlanProblem[] {
  const known = study.waves.map(({ code }) => code);
  const { tippingPoint } = plan;
  const scales = plan.measures.map(({ scale }) => scale);
  const wrong: readonly (readonly [is: boolean, problem: PlanProblem])[] = [
    [![plan.baseline, ...plan.waves].every((wave) => known.includes(wave)), { code: "wave-unknown", at: "waves" }],
    [plan.waves.includes(plan.baseline), { code: "baseline-among-waves", at: "waves" }],
    [!plan.waves.includes(plan.mainWave), { code: "main-wave", at: "mainWave" }],
    // Nobody drew lots: one of the two alone could be chosen for what it gives.
    [
      !["ancova", "difference_in_differences"].every((one) => plan.estimators.some((chosen) => chosen === one)),
      { code: "both-estimates", at: "estimators" },
    ],
    [!plan.measures.some(({ holm }) => holm), { code: "nothing-to-correct", at: "measures" }],
    [new Set(scales).size < scales.length, { code: "same-scale-twice", at: "measures" }],
    [tippingPoint.to / tippingPoint.step > mostSteps, { code: "tipping-steps", at: "tippingPoint" }],
  ];
  return wrong.flatMap(([is, problem]) => (is ? [problem] : []));
}
