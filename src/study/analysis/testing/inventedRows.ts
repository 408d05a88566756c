import type { AnalysisRow, Arm } from "../analysis.ts";
import { randomFrom } from "./random.ts";

interface Invented {
  readonly seed: number;
  /** In each arm. */
  readonly perArm: Readonly<Record<Arm, number>>;
  /** Chance that somebody does not answer T2. */
  readonly missing?: number;
}

/** Ranges of the scales of the pilot, how far people lie apart, and how the arms differ at T2, as made up. */
const scales = [
  { form: "stress-4-weeks", least: 1, most: 4, mean: 2.3, spread: 0.75, later: -0.22 },
  { form: "brs-6", least: 1, most: 5, mean: 3.25, spread: 0.62, later: 0.24 },
  { form: "mastery-7x5", least: 7, most: 35, mean: 22.5, spread: 4.8, later: 0.7 },
  { form: "care-own-items", least: 1, most: 5, mean: 3.5, spread: 0.7, later: 0.3 },
] as const;

/** People who were made up to show how an answer looks: nobody's answers. */
export function inventedRows({ seed, perArm, missing = 0.15 }: Invented): AnalysisRow[] {
  const { uniform, normal } = randomFrom(seed);
  const arms: readonly Arm[] = [...Array<Arm>(perArm.intervention).fill("intervention"), ...Array<Arm>(perArm.control).fill("control")];
  return arms.map((arm, at) => {
    const level = normal();
    const gone1 = uniform() < missing / 2;
    const gone2 = gone1 ? uniform() < 0.7 : uniform() < missing;
    const scores = scales.map(({ form, least, most, mean, spread, later }) => {
      const score = (shift: number) => {
        const value = mean + spread * (0.75 * level + 0.66 * normal()) + shift;
        return Math.min(
          most,
          Math.max(least, form === "brs-6" || form === "care-own-items" ? Math.round(value * 6) / 6 : Math.round(value)),
        );
      };
      const extra = arm === "intervention" ? later : 0;
      const [t0, t1, t2] = [score(0), score(extra / 2), score(extra)];
      return [form, { T0: t0, T1: gone1 ? null : t1, T2: gone2 ? null : t2 }] as const;
    });
    return {
      participant: `I-${String(at + 1).padStart(4, "0")}`,
      arm,
      site: `plek ${(at % 5) + 1}`,
      covariates: {},
      scores: Object.fromEntries(scores),
    };
  });
}
