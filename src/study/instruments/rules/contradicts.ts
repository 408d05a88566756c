import type { Answers, Scale } from "../instrument.ts";
import { turned } from "./turned.ts";

/**
 * Whether somebody agreed, or disagreed, with both directions of wording: once all are counted in the same direction, the mean of the reversed items
 * lies far from that of the others. It is a flag for who cleans the data, and changes no score.
 */
export function contradicts(scale: Scale, answers: Answers): boolean {
  const { items, reversed, least, most, contradictsFrom } = scale;
  if (contradictsFrom === null) return false;
  const mean = (of: readonly string[]): number | null => {
    const counted = of.flatMap((item) => {
      const answer = answers[item];
      return answer === null || answer === undefined ? [] : [turned(scale, item, answer)];
    });
    return counted.length === 0 ? null : counted.reduce((sum, one) => sum + one, 0) / counted.length;
  };
  const [one, other] = [mean(items.filter((item) => !reversed.includes(item))), mean(reversed)];
  return one !== null && other !== null && Math.abs(one - other) >= contradictsFrom * (most - least);
}
