import { addDays, daysBetween, type Day } from "../../../kit/day.ts";
import type { Line } from "../line.ts";
import { postpartumDays, secondBirthday } from "./period.ts";
import { pregnancyStart } from "./pregnancyWeek.ts";

type Dates = Pick<Line, "dueDate" | "bornOn" | "lossOn">;
export type Stretch = Readonly<{ name: "pregnancy" | "postpartum" | "infancy" | "afterLoss"; from: Day; to: Day }>;

/** How far after a loss the line is drawn, so that the care to come has its place on it. */
const shownAfterLoss = 365; // days

/** The 1,000 days of a line with their true lengths; empty while there is no date to count from. */
export function timelineOf(line: Dates, gestationalDaysAtBirth: number | null = null): readonly Stretch[] {
  const day = line.bornOn ?? line.dueDate;
  if (day === null) return [];
  const start = line.dueDate === null ? addDays(day, -(gestationalDaysAtBirth ?? 280)) : pregnancyStart(line.dueDate);
  if (line.bornOn === null && line.lossOn !== null) return afterLoss(start, line.lossOn);
  const second = secondBirthday(day);
  return [
    { name: "pregnancy", from: start < day ? start : day, to: day },
    { name: "postpartum", from: day, to: addDays(day, postpartumDays) },
    { name: "infancy", from: addDays(day, postpartumDays), to: second },
  ];
}

function afterLoss(start: Day, lossOn: Day): readonly Stretch[] {
  return [
    { name: "pregnancy", from: start < lossOn ? start : lossOn, to: lossOn },
    { name: "afterLoss", from: lossOn, to: addDays(lossOn, shownAfterLoss) },
  ];
}

/** A day as a number, for a picture with a true scale. */
export const dayNumber = (day: Day): number => daysBetween("1970-01-01", day);
