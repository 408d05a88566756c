import { addDays, type Day } from "../../../kit/day.ts";

/** Monday to Sunday of the week of a day in an address; of this week when it is none. */
export function weekOf(asked: unknown, today: Day): readonly Day[] {
  const day = typeof asked === "string" && /^\d{4}-\d{2}-\d{2}$/.test(asked) && !Number.isNaN(Date.parse(asked)) ? asked : today;
  const monday = addDays(day, 1 - Temporal.PlainDate.from(day).dayOfWeek);
  return Array.from({ length: 7 }, (_none, at) => addDays(monday, at));
}
