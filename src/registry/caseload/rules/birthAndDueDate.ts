import { type Day, formatShortDay } from "../../../kit/day.ts";
import type { Read, Remarked } from "../caseload.ts";
import { type DateOf, type DateReading, isLeapYear, readDate } from "./dutchDate.ts";

/** The ages of a mother that raise a question; a very young mother is no mistake: she is the one the line is for [001 2]. */
export const motherAges = { youngest: 12, unlikelyFrom: 56, oldest: 75 } as const; // years

/** Where a due date raises a question, in days from today. A pregnancy is dated 280 days from its start. */
export const dueDateBounds = { mostAhead: 294, unusualAhead: 280, birthSurelyBy: 21, lineEnded: 730 } as const;

/** The birth date of the mother; null when no line can be made with it. */
export function readBirthDate(text: string, today: Day): Read<Day | null> {
  return readPlausible(text, "birth", today, judgeBirth);
}

/** The due date; null when no line can be made with it. */
export function readDueDate(text: string, today: Day): Read<Day | null> {
  return readPlausible(text, "due", today, judgeDue);
}

function readPlausible(text: string, of: DateOf, today: Day, judge: (day: Day, today: Day) => Remarked | null): Read<Day | null> {
  const reading = readDate(text, of, today);
  if (!("day" in reading) || typeof reading.day === "number") return { value: null, remarked: [sayUnread(reading)] };
  const written: Remarked[] =
    reading.kind === "day"
      ? []
      : [{ code: reading.kind === "swapped" ? "date-swapped" : "date-converted", proposal: formatShortDay(reading.day) }];
  const judged = judge(reading.day, today);
  return { value: reading.day, remarked: judged ? [...written, judged] : written };
}

function sayUnread(reading: DateReading): Remarked {
  if (reading.kind === "missing") return { code: "date-missing" };
  if (reading.kind === "marker") return { code: "date-marker" };
  if (reading.kind !== "impossible") return { code: "date-unreadable" };
  const { day, month, year } = reading;
  const noLeapYear = day === 29 && month === 2 && !isLeapYear(year) ? year : null;
  return { code: "date-impossible", facts: { day, month, year, noLeapYear } };
}

function judgeBirth(day: Day, today: Day): Remarked | null {
  if (day > today) return { code: "birth-in-future" };
  const age = ageOn(day, today);
  if (age < motherAges.youngest) return { code: "birth-too-young", facts: { age } };
  if (age > motherAges.oldest) return { code: "birth-too-old", facts: { age } };
  return age >= motherAges.unlikelyFrom ? { code: "birth-unlikely", proposal: formatShortDay(day), facts: { age } } : null;
}

function judgeDue(day: Day, today: Day): Remarked | null {
  const ahead = dayNumber(day) - dayNumber(today);
  const weeks = Math.floor(Math.abs(ahead) / 7);
  if (ahead > dueDateBounds.mostAhead) return { code: "due-too-far", facts: { weeks } };
  if (ahead > dueDateBounds.unusualAhead) return { code: "due-far", proposal: formatShortDay(day), facts: { weeks } };
  if (-ahead > dueDateBounds.lineEnded) return { code: "due-long-past" };
  return -ahead > dueDateBounds.birthSurelyBy ? { code: "due-past", proposal: formatShortDay(day), facts: { weeks } } : null;
}

/** Whole years on a day; someone of 29 February has her birthday on 1 March in other years. */
export function ageOn(birth: Day, today: Day): number {
  const years = Number(today.slice(0, 4)) - Number(birth.slice(0, 4));
  return today.slice(5) < birth.slice(5) ? years - 1 : years;
}

const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
