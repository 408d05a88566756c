import type { AnalysisPlan, Measure } from "../analysisPlan.ts";
import { arms, type AnalysisRow, type Estimated } from "../analysis.ts";
import type { Difference, MeasureResult, NonResponse, PerArm, WaveResult } from "../studyResult.ts";
import { estimateAncova } from "./ancova.ts";
import { describeArms, type Quantity } from "./describe.ts";
import { estimateDifferenceInDifferences } from "./differenceInDifferences.ts";
import { holm } from "./holm.ts";
import { minimumDetectableEffect } from "./minimumDetectableEffect.ts";
import { nonResponse } from "./nonResponse.ts";
import { countArms } from "./whoCounts.ts";

/** What R gives for one measure at one wave. */
export interface FromR {
  readonly mixedModel: Difference | null;
  readonly imputed: Difference | null;
  readonly tippingPoint: WaveResult["tippingPoint"];
}
/** By scale and wave: `brs-6 T2`. */
export type RFigures = ReadonlyMap<string, FromR>;
export const rKey = (scale: string, wave: string): string => `${scale} ${wave}`;

const nothingOfR: FromR = { mixedModel: null, imputed: null, tippingPoint: [] };

/** An arm that is smaller than the plan asks: nothing is computed of it, whatever it would give. */
export const isTooFew = (people: PerArm, { leastPerArm }: AnalysisPlan): boolean => arms.some((arm) => people[arm] < leastPerArm);

/** The figures of one study, by its plan: of each measure and wave both estimates, what R gives, and who is in and out. */
export function makeFigures(plan: AnalysisPlan, rows: readonly AnalysisRow[], fromR: RFigures): readonly MeasureResult[] {
  const made = plan.measures.map((measure) => ({ measure, waves: plan.waves.map((wave) => waveOf(plan, rows, measure, wave, fromR)) }));
  const family = made.filter(({ measure }) => measure.holm);
  const adjusted = holm(family.map(({ waves }) => pOf(waves.find(({ wave }) => wave === plan.mainWave))));
  return made.map(({ measure, waves }) => {
    const p = adjusted[family.findIndex((one) => one.measure === measure)] ?? null;
    const { scale, label, aim, better } = measure;
    const deviation = baselineDeviation(rows, { scale, wave: plan.baseline });
    return {
      scale,
      label,
      aim,
      better,
      baselineSd: deviation,
      waves: waves.map((one) => (one.wave === plan.mainWave && p !== null ? { ...one, holm: { p, holds: p < plan.alpha } } : one)),
      findable: plan.sizes.map((perArm) => findable(plan, perArm, deviation)),
    };
  });
}

const pOf = (one: WaveResult | undefined): number | null => (one?.ancova.outcome === "estimate" ? one.ancova.p : null);

function waveOf(plan: AnalysisPlan, rows: readonly AnalysisRow[], { scale }: Measure, wave: string, fromR: RFigures): WaveResult {
  const question = { scale, wave, covariates: plan.covariates };
  const ancova = estimateAncova(rows, question);
  const { numbers } = ancova;
  const few = isTooFew(numbers.in, plan);
  const means = describeArms(rows, { scale, wave });
  return {
    wave,
    numbersIn: numbers.in,
    out: numbers.out,
    holm: null,
    ancova: few ? { outcome: "too-few" } : differenceOf(ancova),
    differenceInDifferences: few ? { outcome: "too-few" } : differenceOf(estimateDifferenceInDifferences(rows, question)),
    ...(few ? nothingOfR : (fromR.get(rKey(scale, wave)) ?? nothingOfR)),
    means: few ? { intervention: null, control: null } : { intervention: means.intervention.mean, control: means.control.mean },
  };
}

function differenceOf(one: Estimated): Difference {
  if (one.outcome === "no-estimate") return { outcome: "none", why: one.because };
  const { outcome, estimate, standardError, low, high, df, p, standardised } = one;
  return { outcome, estimate, standardError, low, high, df, p, standardised };
}

/** The spread at T0 within the arms, of both together. */
function baselineDeviation(rows: readonly AnalysisRow[], quantity: Quantity): number | null {
  const described = describeArms(rows, quantity);
  const parts = arms.flatMap((arm) => {
    const { count, deviation } = described[arm];
    return deviation === null ? [] : [{ df: count - 1, squares: (count - 1) * deviation ** 2 }];
  });
  const df = parts.reduce((sum, one) => sum + one.df, 0);
  return df > 0 ? Math.sqrt(parts.reduce((sum, one) => sum + one.squares, 0) / df) : null;
}

function findable(
  { correlation, power, alpha }: AnalysisPlan,
  perArm: number,
  deviation: number | null,
): MeasureResult["findable"][number] {
  const standardised = minimumDetectableEffect({ intervention: perArm, control: perArm, correlation, by: "ancova", power, alpha });
  return { perArm, standardised, points: deviation === null ? null : standardised * deviation };
}

/** Who answered at T0 and not later, beside who did, by the first measure that everybody was asked. */
export function makeNonResponse(plan: AnalysisPlan, rows: readonly AnalysisRow[]): readonly NonResponse[] {
  const [first] = plan.measures.filter(({ scale }) => rows.some(({ scores }) => (scores[scale]?.[plan.baseline] ?? null) !== null));
  if (!first) return [];
  const beside = [
    ...plan.measures.map(({ scale, label }) => ({ name: label, quantity: { scale, wave: plan.baseline } })),
    ...plan.covariates.map((covariate) => ({ name: covariate, quantity: { covariate } })),
  ];
  return plan.waves.map((wave) => {
    const found = nonResponse(rows, { scale: first.scale, wave, beside: beside.map(({ quantity }) => quantity) });
    return {
      wave,
      expected: { ...found.begun },
      answered: { ...found.stayed },
      differences: beside.map(({ name }, at) => ({ name, standardised: found.differences[at]?.all ?? null })),
    };
  });
}

export const peopleOf = (rows: readonly AnalysisRow[]): PerArm => countArms(rows);
