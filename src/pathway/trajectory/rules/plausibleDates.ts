import { addDays, daysBetween, type Day } from "../../../kit/day.ts";
import { secondBirthday } from "./period.ts";
import { gestationalDays } from "./pregnancyWeek.ts";

export type DueDateProblem = "due-too-far" | "due-long-past";
export type BirthProblem = "birth-in-future" | "birth-too-long-ago" | "birth-not-with-due-date";

/** 42 weeks: a pregnancy that is dated can't be due later. */
const furthestAhead = 294; // days
/** Three weeks past the expected day a child has been born. */
export const bornSurelyBy = 21; // days
/** From 16 weeks until 45 a birth fits a due date [birth.gestational_days]. */
export const gestation = { shortest: 112, longest: 315 } as const; // days

/** What is wrong with an expected day of birth; null when it can be meant. */
export function dueDateProblem(dueDate: Day, today: Day): DueDateProblem | null {
  const ahead = daysBetween(today, dueDate);
  if (ahead > furthestAhead) return "due-too-far";
  return ahead < -bornSurelyBy ? "due-long-past" : null;
}

/** What is wrong with a day of birth on a line; null when it can be meant. A birth may come before it was registered. */
export function birthProblem(bornOn: Day, line: { dueDate: Day | null }, today: Day): BirthProblem | null {
  if (bornOn > today) return "birth-in-future";
  if (today >= secondBirthday(bornOn)) return "birth-too-long-ago";
  if (line.dueDate === null) return null;
  const days = gestationalDays(line.dueDate, bornOn);
  return days < gestation.shortest || days > gestation.longest ? "birth-not-with-due-date" : null;
}

/** The last due date that may be chosen today, for the sentence beside the field. */
export const lastDueDate = (today: Day): Day => addDays(today, furthestAhead);
