import type { Day } from "../../../kit/day.ts";
import { saysNothing, tidy } from "./plainText.ts";

/** What a cell with a date turned out to be. */
export type DateReading =
  | { kind: "day"; day: Day }
  /** Written with month and day the wrong way round: the month is above 12. */
  | { kind: "swapped"; day: Day }
  /** Not a date as people write it, but one that programs do: a spreadsheet's number, or a moment in another time zone. */
  | { kind: "converted"; day: Day }
  | { kind: "missing" }
  /** A date that systems fill in when there is none, such as 01-01-1900. */
  | { kind: "marker" }
  | { kind: "impossible"; day: number; month: number; year: number }
  | { kind: "unreadable" };

/** A birth date lies behind us, a due date near: that decides the century of `85` and `27`. */
export type DateOf = "birth" | "due";

const months: readonly (readonly string[])[] = [
  ["januari", "jan", "january"],
  ["februari", "feb", "febr", "february"],
  ["maart", "mrt", "mar", "march"],
  ["april", "apr"],
  ["mei", "may"],
  ["juni", "jun", "june"],
  ["juli", "jul", "july"],
  ["augustus", "aug", "august"],
  ["september", "sep", "sept"],
  ["oktober", "okt", "october", "oct"],
  ["november", "nov"],
  ["december", "dec"],
];
const markerDays = new Set([
  "1900-01-01",
  "1899-12-30",
  "1899-12-31",
  "1901-01-01",
  "1800-01-01",
  "1753-01-01",
  "9999-12-31",
  "0001-01-01",
  "1111-11-11",
]);
const emptyDate = /^0{1,4}[-/. ]0{1,4}[-/. ]0{1,4}$|^0+$/;
const weekday = /^(ma|di|wo|do|vr|za|zo)[a-z]*\.?,? (?=\d)/;
const clock = /(?:t| )(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?: ?(z|[+-]\d{2}:?\d{2}))?$/;
const oldestSerial = 9_133; // 1 January 1925 in a spreadsheet that counts from 1900

/** Reads a date in any form that was seen in practices' files. Never guesses beyond the century. */
export function readDate(text: string, of: DateOf, today: Day): DateReading {
  if (saysNothing(text)) return { kind: "missing" };
  const plain = tidy(text).toLowerCase().replace(/[–—]/g, "-").replace(weekday, "");
  if (emptyDate.test(plain)) return { kind: "marker" };
  const zoned = readMoment(plain);
  if (zoned) return zoned;
  const parts = takeApart(plain.replace(clock, ""));
  if (!parts) return readSerial(plain, today);
  return toReading(parts.day, parts.month, parts.year.length === 2 ? century(Number(parts.year), of, today) : Number(parts.year));
}

function takeApart(text: string): { day: number; month: number; year: string } | null {
  const dayFirst = /^(\d{1,2}) ?[-/. \\] ?(\d{1,2}) ?[-/. \\] ?'?(\d{4}|\d{2})$/.exec(text);
  if (dayFirst) return parts(dayFirst[1], dayFirst[2], dayFirst[3]);
  const yearFirst = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(text) ?? /^((?:19|20)\d{2})(0\d|1[0-2])(\d{2})$/.exec(text);
  if (yearFirst) return parts(yearFirst[3], yearFirst[2], yearFirst[1]);
  const together = /^(\d{2})(\d{2})((?:19|20)\d{2})$/.exec(text);
  if (together) return parts(together[1], together[2], together[3]);
  const named = /^(\d{1,2})(?:(?:e|ste|de)(?=[-/. ]))?[-/. ]*([a-z]+)\.?[-/. ,]*'?(\d{4}|\d{2})$/.exec(text);
  const month = named ? months.findIndex((names) => names.includes(named[2] ?? "")) : -1;
  return named && month >= 0 ? parts(named[1], String(month + 1), named[3]) : null;
}

const parts = (day = "", month = "", year = "") => ({ day: Number(day), month: Number(month), year });

function toReading(day: number, month: number, year: number): DateReading {
  const iso = toDay(year, month, day);
  if (iso !== null) return markerDays.has(iso) ? { kind: "marker" } : { kind: "day", day: iso };
  const swapped = month > 12 && day >= 1 && day <= 12 ? toDay(year, day, month) : null;
  return swapped === null ? { kind: "impossible", day, month, year } : { kind: "swapped", day: swapped };
}

/** The year that makes sense: a mother was born at least ten years ago, a due date is the nearest one. */
function century(short: number, of: DateOf, today: Day): number {
  const now = Number(today.slice(0, 4));
  const base = Math.floor(now / 100) * 100;
  const candidates = [base - 100 + short, base + short, base + 100 + short];
  if (of === "birth") return candidates.findLast((year) => year <= now - 10) ?? base + short;
  return candidates.reduce((best, year) => (Math.abs(year - now) < Math.abs(best - now) ? year : best));
}

/** Midnight in the Netherlands is the evening before in `Z`: an export in universal time is a day early when cut at the T. */
function readMoment(text: string): DateReading | null {
  const found = /^(\d{4}-\d{2}-\d{2})[t ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(z|[+-]\d{2}:?\d{2})$/.exec(text);
  if (!found) return null;
  try {
    const moment = Temporal.Instant.from(`${found[1]}T${found[2]}${found[3]}`).toZonedDateTimeISO("Europe/Amsterdam");
    return { kind: "converted", day: moment.toPlainDate().toString() };
  } catch {
    return { kind: "unreadable" };
  }
}

function readSerial(text: string, today: Day): DateReading {
  const found = /^(\d{4,5})(?:[.,]\d+)?$/.exec(text);
  const serial = Number(found?.[1] ?? 0);
  if (serial < oldestSerial) return { kind: "unreadable" };
  const day = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
  return Number(day.slice(0, 4)) > Number(today.slice(0, 4)) + 2 ? { kind: "unreadable" } : { kind: "converted", day };
}

/** Year, month and day as an ISO day, or null where the calendar has none. */
export function toDay(year: number, month: number, day: number): Day | null {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
