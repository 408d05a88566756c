import type { Day } from "../../../kit/day.ts";
import type { MonthCount } from "../steering.ts";
import { addMonths, firstDayOf, monthOf } from "./months.ts";

/** Of the month that still runs only the days until today are expected: else it would seem behind until its last day. */
export function soFar(counts: readonly MonthCount[], today: Day): readonly MonthCount[] {
  const now = monthOf(today);
  const days = Number(today.slice(8));
  const inMonth = Math.round((Date.parse(firstDayOf(addMonths(now, 1))) - Date.parse(firstDayOf(now))) / 86_400_000);
  return counts.map((one) =>
    one.month === now && one.expected !== null ? { ...one, expected: Math.round((one.expected * days * 10) / inMonth) / 10 } : one,
  );
}
