import { limitOfT, nonCentralT } from "../../../kit/statistics/studentT.ts";

export interface Design {
  readonly intervention: number;
  readonly control: number;
  /** Of the score with itself at T0; 0 for a wave without T0. */
  readonly correlation: number;
  readonly by: "ancova" | "difference-in-differences" | "t-test";
  readonly power?: number;
  readonly alpha?: number;
}

/**
 * The least difference, in standard deviations of the score, that is seen with this power: by the non-central t, two-sided with both tails (Cohen 1988;
 * R's power.t.test with strict = TRUE). ANCOVA leaves 1 - r² of the variance and costs one degree of freedom (Borm et al., J Clin Epidemiol 2007;
 * 60:1234); the change since T0 has 2(1 - r). Assumes equal variances, independent people, and everybody answers.
 */
export function minimumDetectableEffect({ intervention, control, correlation, by, power = 0.8, alpha = 0.05 }: Design): number {
  const df = intervention + control - (by === "ancova" ? 3 : 2);
  const variance = { ancova: 1 - correlation ** 2, "difference-in-differences": 2 * (1 - correlation), "t-test": 1 }[by];
  const precision = Math.sqrt(1 / (1 / intervention + 1 / control));
  const limit = limitOfT(df, alpha);
  const powerOf = (shift: number) => 1 - nonCentralT(limit, df, shift) + nonCentralT(-limit, df, shift);
  let [low, high] = [0, 20];
  for (let step = 0; step < 80; step += 1) {
    const middle = (low + high) / 2;
    if (powerOf(middle) < power) low = middle;
    else high = middle;
  }
  return (high / precision) * Math.sqrt(variance);
}
