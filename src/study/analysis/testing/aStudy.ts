import type { AnalysisRow, Arm } from "../analysis.ts";
import { randomFrom } from "./random.ts";

/** A made-up study. The defaults are what the estimates assume. */
export interface MadeUp {
  readonly seed: number;
  /** In both arms together. */
  readonly people: number;
  /** How much the programme adds to the score at T1 and T2. */
  readonly effect?: number;
  /** How much higher the intervention arm begins. */
  readonly ahead?: number;
  /** The chance that a score at T1 or T2 is missing. */
  readonly missing?: number;
}

/** Scores hang together through a level of one's own; T1 and T2 follow it as T0 does. */
export function aStudy({ seed, people, effect = 0, ahead = 0, missing = 0 }: MadeUp): AnalysisRow[] {
  const { uniform, normal } = randomFrom(seed);
  return Array.from({ length: people }, (_, at): AnalysisRow => {
    const arm: Arm = at % 2 === 0 ? "intervention" : "control";
    const treated = arm === "intervention" ? 1 : 0;
    const level = 3.2 + 0.5 * normal() + ahead * treated;
    const later = () => (uniform() < missing ? null : level + effect * treated + 0.5 * normal());
    return {
      participant: `W-${at}`,
      arm,
      site: `practice ${at % 5}`,
      covariates: { age: 30 + 4 * normal() },
      scores: { "brs-6": { T0: level + 0.5 * normal(), T1: later(), T2: later() } },
    };
  });
}
