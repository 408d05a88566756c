import { addDays, daysBetween, type Day } from "../../../kit/day.ts";

export interface StandingFacts {
  readonly bornOn: Day | null;
  readonly today: Day;
  readonly agreedMinutes: number;
  /** Minutes of pillar 2 that were given, and that are planned. */
  readonly delivered: number;
  readonly planned: number;
  readonly windows: { readonly pillar2FromDay: number; readonly pillar2Months: number };
}

/** Hours and days of pillar 2: what was agreed, and what is left. */
export interface FlexibleStanding {
  readonly agreed: number;
  readonly delivered: number;
  readonly planned: number;
  /** What can still be planned; below zero when more was given than agreed. */
  readonly left: number;
  /** Null while the birth is not recorded. */
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
  /** Days from today that are left, the last one with them; 0 once it is over. */
  readonly daysLeft: number | null;
}

/** Day 1 is the day of birth; the day on which the child is six months old is the last [001 3.3.2]. */
export function flexibleStanding({ bornOn, today, agreedMinutes, delivered, planned, windows }: StandingFacts): FlexibleStanding {
  const firstDay = bornOn === null ? null : addDays(bornOn, windows.pillar2FromDay - 1);
  const lastDay = bornOn === null ? null : Temporal.PlainDate.from(bornOn).add({ months: windows.pillar2Months }).toString();
  const left = agreedMinutes - delivered - planned;
  return {
    agreed: agreedMinutes,
    delivered,
    planned,
    left,
    firstDay,
    lastDay,
    daysLeft: lastDay === null ? null : Math.max(0, daysBetween(today, lastDay) + 1),
  };
}
