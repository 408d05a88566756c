import type { Scale } from "../instrument.ts";

/** An answer as it counts: of a reversed item the other way round. */
export const turned = ({ reversed, least, most }: Scale, item: string, answer: number): number =>
  reversed.includes(item) ? least + most - answer : answer;
