import { splitByDay } from "../../../kit/moment.ts";
import type { Work } from "../../../platform/db/withActor.ts";
import type { VisitFacts } from "../../funding/funding.ts";
import { bookHours } from "../../ledger/server/door.ts";
import type { CareVisit } from "../visit.ts";

/** The hours of a visit by calendar day: the break is taken off its longest part first. Nothing delivered any more: no hours. */
export function deliveredBy(
  visit: Pick<CareVisit, "id" | "trajectoryId" | "assistantId" | "state" | "startedAt" | "endedAt" | "breakMinutes">,
): VisitFacts {
  const { id: visitId, trajectoryId, assistantId, startedAt, endedAt } = visit;
  const whole = visit.state === "delivered" && startedAt !== null && endedAt !== null ? splitByDay(startedAt, endedAt) : [];
  return { visitId, trajectoryId, assistantId, parts: withoutBreak(whole, visit.breakMinutes) };
}

function withoutBreak(whole: VisitFacts["parts"], breakMinutes: number): VisitFacts["parts"] {
  const off = new Map<string, number>();
  let left = breakMinutes;
  for (const { day, minutes } of whole.toSorted((one, other) => other.minutes - one.minutes)) {
    off.set(day, Math.min(left, minutes));
    left -= Math.min(left, minutes);
  }
  return whole.map(({ day, minutes }) => ({ day, minutes: minutes - (off.get(day) ?? 0) })).filter(({ minutes }) => minutes > 0);
}

/** Books the hours of a visit that was delivered, corrected or taken back, in the same transaction. */
export async function bookVisit(work: Work, visit: Parameters<typeof deliveredBy>[0]): Promise<VisitFacts> {
  const delivered = deliveredBy(visit);
  await bookHours(work, delivered);
  return delivered;
}
