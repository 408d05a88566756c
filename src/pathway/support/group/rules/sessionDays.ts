import { addDays, type Day } from "../../../../kit/day.ts";

/** The days of the meetings of a group: the first, and then each so many weeks. */
export const sessionDays = (first: Day, count: number, everyWeeks: number): readonly Day[] =>
  Array.from({ length: count }, (_, nr) => addDays(first, nr * everyWeeks * 7));
