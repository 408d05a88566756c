import { addDays, type Day } from "../../kit/day.ts";

const friday = 5;
const tuesday = 2;
const thursday = 4;
/** From this many days ago everything is told on two days a week: fewer days to tell, and nobody sees the difference. */
const longAgo = 42;

/**
 * The day on which something of so many days ago happened: never in a weekend, since it is work. The order of things stays as it was.
 */
export function storyDay(today: Day, daysAgo: number): Day {
  const day = addDays(today, -daysAgo);
  const weekday = Temporal.PlainDate.from(day).dayOfWeek;
  if (daysAgo < longAgo) return weekday > friday ? addDays(day, friday - weekday) : day;
  if (weekday >= thursday) return addDays(day, thursday - weekday);
  return addDays(day, weekday >= tuesday ? tuesday - weekday : thursday - 7 - weekday);
}

/** A working day that is still to come, or today when that is one. */
export function dayToCome(today: Day, days: number): Day {
  const day = addDays(today, days);
  const weekday = Temporal.PlainDate.from(day).dayOfWeek;
  return weekday > friday ? addDays(day, 8 - weekday) : day;
}
