import { addDays, daysBetween, type Day } from "../../../kit/day.ts";

/** Days of a pregnancy, counted from the first day of the last period: 40+0 at the due date. */
export const pregnancyDays = 280;
/** 45 weeks: no pregnancy lasts longer, so a birth was not recorded. */
const longest = 315;

/** The first day of the pregnancy as it is counted. */
export const pregnancyStart = (dueDate: Day): Day => addDays(dueDate, -pregnancyDays);

/** Days of pregnancy on a day. */
export const gestationalDays = (dueDate: Day, day: Day): number => pregnancyDays - daysBetween(day, dueDate);

/** The week of pregnancy on a day, "24+3": weeks and days; null before it began and where it must be over. */
export function pregnancyWeek(dueDate: Day, day: Day): string | null {
  const days = gestationalDays(dueDate, day);
  return days < 0 || days > longest ? null : weeksAndDays(days);
}

/** 171 days as "24+3". */
export const weeksAndDays = (days: number): string => `${Math.trunc(days / 7)}+${days % 7}`;
