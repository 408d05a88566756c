import type { Answers, Scale, Score } from "../instrument.ts";
import { contradicts } from "./contradicts.ts";
import { turned } from "./turned.ts";

/**
 * The score of one scale [domain 5.3]. Without all its items there is none, unless the scale says how many may be missing; a sum is then made as
 * large as if all had been answered. An answer that the scale does not know is told, never counted.
 */
export function scoreScale(scale: Scale, answers: Answers): Score {
  const { items, least, most, mayMiss } = scale;
  const given = items.flatMap((item) => {
    const answer = answers[item];
    return answer === null || answer === undefined ? [] : [{ item, answer }];
  });
  const odd = given.find(({ answer }) => !Number.isInteger(answer) || answer < least || answer > most);
  if (odd) return { outcome: "out-of-range", item: odd.item };
  const missing = items.filter((item) => !given.some((one) => one.item === item));
  if (missing.length > mayMiss || given.length === 0) return { outcome: "no-score", missing };
  const counted = given.map(({ item, answer }) => turned(scale, item, answer));
  const mean = counted.reduce((sum, one) => sum + one, 0) / counted.length;
  const value = scale.method === "sum" ? mean * items.length : mean;
  return { outcome: "score", value, band: bandOf(scale, value), missing, contradicts: contradicts(scale, answers) };
}

/** Bands are told with the decimals of their source: 2.995 is read as 3.00. */
function bandOf({ bands }: Scale, value: number): string | null {
  const told = Math.round(value * 100) / 100;
  return bands.find(({ from, to }) => told >= from && told <= to)?.label ?? null;
}
