import { addDays, type Day } from "../../../kit/day.ts";
import type { Quarter } from "../sharedQuestions.ts";

const quarterFrom = (year: number, nr: number): Quarter => {
  const from = Temporal.PlainDate.from({ year, month: nr * 3 + 1, day: 1 });
  return { from: from.toString(), until: addDays(from.add({ months: 3 }).toString(), -1) };
};

/** The quarters that are over, the newest first: a quarter that still runs would show, day by day, who came. */
export function closedQuarters(today: Day, count: number): readonly Quarter[] {
  const { year, month } = Temporal.PlainDate.from(today);
  const running = year * 4 + Math.trunc((month - 1) / 3);
  return Array.from({ length: count }, (_, ago) => running - 1 - ago).map((nr) => quarterFrom(Math.trunc(nr / 4), nr % 4));
}

/** "juli tot en met september 2026". */
export function quarterName(from: Day): string {
  const first = Temporal.PlainDate.from(from);
  const month = (date: Temporal.PlainDate) => date.toLocaleString("nl-NL", { month: "long" });
  return `${month(first)} tot en met ${month(first.add({ months: 2 }))} ${first.year}`;
}
