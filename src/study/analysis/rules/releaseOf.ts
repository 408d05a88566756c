import { smallestShown } from "../../../insight/disclosure/blocks.ts";
import type {
  Costs,
  Difference,
  NonResponse,
  PerArm,
  ReleasedDifference,
  ReleasedResult,
  StudyResult,
  WaveResult,
} from "../studyResult.ts";

/** What is known of the plan beside its content. */
export interface PlanFacts {
  readonly lockedOn: string;
  readonly afterResult: boolean;
}

/**
 * A result as everybody with an account may read it. Counts of people are told as the whole tens in them, so that no count from one to nine
 * follows from two of them; nothing that an exact number of people can be worked out from (standard error, degrees of freedom) is in it.
 */
export const releaseOf = (result: StudyResult, plan: PlanFacts): ReleasedResult => ({
  wieg: "released result 1",
  plan: result.plan,
  planNumber: result.planNumber,
  planSha256: result.planSha256,
  planLockedOn: plan.lockedOn,
  planAfterResult: plan.afterResult,
  dataset: result.dataset,
  people: tensOf(result.people),
  tooFew: result.tooFew,
  measures: result.measures.map(({ scale, label, aim, better, findable, waves }) => ({
    scale,
    label,
    aim,
    better,
    findable: findable.map((one) => ({ ...one, points: one.points === null ? null : round(one.points) })),
    waves: waves.map(releaseWave),
  })),
  response: result.nonResponse.map(releaseResponse),
  costs: releaseCosts(result.costs),
  interviews: result.interviews.filter(({ named }) => named > 0).map(({ group, theme }) => ({ group, theme })),
});

const releaseWave = (one: WaveResult): ReleasedResult["measures"][number]["waves"][number] => ({
  wave: one.wave,
  numbersIn: tensOf(one.numbersIn),
  ancova: releaseDifference(one.ancova),
  differenceInDifferences: releaseDifference(one.differenceInDifferences),
  mixedModel: one.mixedModel && releaseDifference(one.mixedModel),
  imputed: one.imputed && releaseDifference(one.imputed),
  tipsAt: tipsAt(one),
  holm: one.holm && { p: roundP(one.holm.p), holds: one.holm.holds },
});

/** The smallest shift of the missing scores, either way, at which the interval no longer says what it says without a shift. */
export function tipsAt({ tippingPoint }: Pick<WaveResult, "tippingPoint">): number | null {
  const says = ({ low, high }: { low: number; high: number }) => (low > 0 ? 1 : high < 0 ? -1 : 0);
  const unmoved = tippingPoint.find(({ shift }) => shift === 0);
  if (!unmoved) return null;
  const other = tippingPoint
    .filter((one) => says(one) !== says(unmoved))
    .toSorted((one, next) => Math.abs(one.shift) - Math.abs(next.shift));
  return other[0]?.shift ?? null;
}

const tens = (count: number): number | null => (count < smallestShown ? null : Math.floor(count / smallestShown) * smallestShown);
const tensOf = ({ intervention, control }: PerArm) => ({ intervention: tens(intervention), control: tens(control) });
const round = (value: number): number => Math.round(value * 100) / 100;
const roundP = (p: number): number => Math.round(p * 1000) / 1000;

function releaseDifference(one: Difference): ReleasedDifference {
  if (one.outcome !== "estimate") return one;
  const { estimate, low, high, p, standardised } = one;
  return {
    outcome: "estimate",
    estimate: round(estimate),
    low: round(low),
    high: round(high),
    p: roundP(p),
    standardised: standardised === null ? null : round(standardised),
  };
}

function releaseResponse({ wave, expected, answered }: NonResponse): ReleasedResult["response"][number] {
  const all = expected.intervention + expected.control;
  const tenths = all < 10 * smallestShown ? null : Math.round((10 * (answered.intervention + answered.control)) / all);
  return { wave, tenths };
}

function releaseCosts(costs: Costs | null): ReleasedResult["costs"] {
  if (costs === null || costs.families < smallestShown) return null;
  const hours = (costs.minutes - costs.unknownMinutes) / 60;
  return {
    until: costs.until,
    perFamilyEuros: Math.round(costs.cents / costs.families / 1000) * 10,
    perHourEuros: hours > 0 ? Math.round(costs.cents / hours / 10) / 10 : null,
  };
}
