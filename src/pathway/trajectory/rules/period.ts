import { daysBetween, type Day } from "../../../kit/day.ts";
import type { Line, Period } from "../line.ts";

type Dates = Pick<Line, "dueDate" | "bornOn" | "lossOn" | "state">;

/** Days of the maternity period, the day of birth being the first [Besluit zorgverzekering art. 2.11; 004]. */
export const postpartumDays = 10;

/**
 * The period a line is in: it follows from its dates and is never stored [004]. After a loss the line goes on until a professional
 * ends it with the family: no birthday that will not come ends it [domain 3.10].
 */
export function periodOf(line: Dates, today: Day): Period {
  if (line.state === "ended") return "ended";
  const from = line.bornOn ?? line.lossOn;
  if (from === null) return line.dueDate === null ? "preconception" : "pregnancy";
  if (line.lossOn === null && today >= secondBirthday(from)) return "ended";
  return daysBetween(from, today) < postpartumDays ? "postpartum" : "infancy";
}

/** The day on which the line ends; who was born on 29 February is two on 1 March. */
export const secondBirthday = (bornOn: Day): Day => birthday(bornOn, 2);

/** The birthday of that many years; 1 March for who was born on 29 February, where the year has no such day. */
export function birthday(bornOn: Day, years: number): Day {
  const born = Temporal.PlainDate.from(bornOn);
  const day = born.add({ years }, { overflow: "constrain" });
  return (day.day === born.day ? day : day.add({ days: 1 })).toString();
}
