import { formatDay } from "../../../kit/day.ts";
import { dayOfMoment, formatStretch } from "../../../kit/moment.ts";
import type { CareVisit } from "../visit.ts";

/** "di 24 november 2026, 9.00 tot 12.00 uur": as it was, or else as it is planned. */
export function whenOf(visit: CareVisit): string {
  const from = visit.endedAt === null ? (visit.plannedFrom ?? visit.startedAt) : visit.startedAt;
  return from === null ? "" : `${formatDay(dayOfMoment(from))}, ${timesOfVisit(visit)}`;
}

/** "9.00 tot 12.00 uur". */
export function timesOfVisit(visit: CareVisit): string {
  const [from, until] =
    visit.startedAt !== null && visit.endedAt !== null ? [visit.startedAt, visit.endedAt] : [visit.plannedFrom, visit.plannedUntil];
  return from !== null && until !== null ? formatStretch(from, until) : "";
}
