import { daysBetween, formatDay, type Day } from "../../../kit/day.ts";

/** Which part of the work is shown; each count opens exactly the items it counted [screens.md 1]. */
export const workFilters = ["late", "week", "waiting"] as const;
export type WorkFilter = (typeof workFilters)[number];

export interface Term {
  readonly tone: "late" | "soon" | "plain";
  readonly text: string;
}

/** What a term looks like today: late in words, this week with its day. */
export function termOf(dueOn: Day, today: Day): Term {
  const days = daysBetween(today, dueOn);
  if (days < 0) return { tone: "late", text: `${-days} ${days === -1 ? "dag" : "dagen"} te laat` };
  if (days === 0) return { tone: "soon", text: "vandaag" };
  return { tone: days <= 7 ? "soon" : "plain", text: formatDay(dueOn) };
}
