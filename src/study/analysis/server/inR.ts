import type { Done, Refusal } from "../../../kit/refusal.ts";
import type { AnalysisRow } from "../analysis.ts";
import type { AnalysisPlan } from "../analysisPlan.ts";
import { rKey, type FromR, type RFigures } from "../rules/makeFigures.ts";
import type { PlannedEstimates } from "../rules/writeScript.ts";
import type { Difference } from "../studyResult.ts";
import type { RAnswer, RLine } from "./answerInR.ts";

/** Runs the plan in R. */
export type AskR = (rows: readonly AnalysisRow[], plan: PlannedEstimates) => Promise<Done<RAnswer> | Refusal>;

/** The plan as the script in R takes it: T0 first, the scales of Holm's family before the others. */
export function plannedFor({ measures, baseline, waves, covariates, seed, imputations, tippingPoint }: AnalysisPlan): PlannedEstimates {
  const steps = Math.floor(tippingPoint.to / tippingPoint.step + 1e-9);
  return {
    scales: measures.toSorted((one, other) => Number(other.holm) - Number(one.holm)).map(({ scale }) => scale),
    waves: [baseline, ...waves],
    covariates,
    seed,
    imputations,
    shifts: Array.from({ length: steps }, (_, at) => Math.round((at + 1) * tippingPoint.step * 1e6) / 1e6),
  };
}

/** What R said, by scale and wave. */
export function readR(plan: AnalysisPlan, lines: readonly RLine[]): RFigures {
  const made = new Map<string, FromR>();
  for (const { scale } of plan.measures)
    for (const wave of plan.waves) {
      const of = (method: string) =>
        lines.filter((line) => line.scale === scale && line.method === method && (line.wave === wave || line.wave === ""));
      const imputed = plan.estimators.includes("imputation") ? differenceIn(of("imputed")) : null;
      made.set(rKey(scale, wave), {
        mixedModel: plan.estimators.includes("mixed_model") ? differenceIn(of("mixed")) : null,
        imputed,
        tippingPoint: imputed?.outcome === "estimate" ? tippingOf(imputed, lines, scale, wave) : [],
      });
    }
  return made;
}

const valueOf = (lines: readonly RLine[], name: string): number | null => lines.find((line) => line.name === name)?.value ?? null;

function differenceIn(lines: readonly RLine[]): Difference {
  const number = (name: string) => valueOf(lines, name);
  const [estimate, standardError, low, high, p] = [number("estimate"), number("standardError"), number("low"), number("high"), number("p")];
  if (estimate === null || standardError === null || low === null || high === null || p === null)
    return { outcome: "none", why: lines.find(({ value }) => value === null)?.name ?? "not-made" };
  return { outcome: "estimate", estimate, standardError, low, high, p, df: number("df"), standardised: number("standardised") };
}

function tippingOf(
  unmoved: Difference & { outcome: "estimate" },
  lines: readonly RLine[],
  scale: string,
  wave: string,
): FromR["tippingPoint"] {
  const shifts = [
    ...new Set(
      lines.filter((line) => line.scale === scale && line.wave === wave && line.method.startsWith("shift ")).map(({ method }) => method),
    ),
  ];
  const { estimate, low, high, p } = unmoved;
  return [
    { shift: 0, estimate, low, high, p },
    ...shifts.flatMap((method) => {
      const found = lines.filter((line) => line.scale === scale && line.wave === wave && line.method === method);
      const of = (name: string) => valueOf(found, name) ?? Number.NaN;
      const one = { shift: Number(method.slice("shift ".length)), estimate: of("estimate"), low: of("low"), high: of("high"), p: of("p") };
      return Object.values(one).every(Number.isFinite) ? [one] : [];
    }),
  ];
}
