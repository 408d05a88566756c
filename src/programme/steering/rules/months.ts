import type { Day } from "../../../kit/day.ts";
import type { Month } from "../steering.ts";

const names = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

export const monthOf = (day: Day): Month => day.slice(0, 7);
export const firstDayOf = (month: Month): Day => `${month}-01`;
export const isMonth = (text: string): boolean => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text);

/** "november 2026". */
export const monthInWords = (month: Month): string => `${names[Number(month.slice(5)) - 1] ?? ""} ${month.slice(0, 4)}`;

/** The month so many later (below zero: earlier). */
export function addMonths(month: Month, by: number): Month {
  const nr = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${Math.floor(nr / 12)}-${String((nr % 12) + 1).padStart(2, "0")}`;
}

/** All months from the first to the last, both counted. */
export function monthsBetween(first: Month, last: Month): readonly Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last && months.length < 600; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** The last month of a quarter: then the small municipalities are told together. */
export const endsQuarter = (month: Month): boolean => Number(month.slice(5)) % 3 === 0;
