import { minutesBetween } from "../../../kit/moment.ts";
import type { CareVisit } from "../visit.ts";
import { minutesOfVisit } from "./checkTimes.ts";

export interface VisitSums {
  readonly planned: number;
  readonly delivered: number;
  /** Planned, and the family did not want it [001 6.1]. */
  readonly refused: number;
}

/** Minutes planned, delivered and refused by the family. What was missed or cancelled counts for nothing. */
export function sumVisits(
  visits: readonly Pick<CareVisit, "state" | "plannedFrom" | "plannedUntil" | "startedAt" | "endedAt" | "breakMinutes">[],
): VisitSums {
  const sums = { planned: 0, delivered: 0, refused: 0 };
  for (const { state, plannedFrom, plannedUntil, startedAt, endedAt, breakMinutes } of visits) {
    if (state === "delivered" && startedAt !== null && endedAt !== null)
      sums.delivered += minutesOfVisit({ startedAt, endedAt, breakMinutes });
    else if ((state === "planned" || state === "refused") && plannedFrom !== null && plannedUntil !== null)
      sums[state] += minutesBetween(plannedFrom, plannedUntil);
  }
  return sums;
}
