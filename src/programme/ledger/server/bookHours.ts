import type { Work } from "../../../platform/db/withActor.ts";
import type { FundingFacts, VisitFacts } from "../../funding/funding.ts";
import { deriveHours, fundedHours } from "../../funding/server/door.ts";
import { planBookings } from "../rules/planBookings.ts";
import { book, listBooked, readFundingFacts } from "./hours.store.ts";

/**
 * Books the hours of a visit as it is now, in the transaction of who delivers or corrects it: new lines by the rules, and counter lines for
 * what was booked before and no longer holds. Sent again it books nothing; of a visit that was taken back all is booked back. How many lines were written.
 */
export async function bookHours({ db }: Pick<Work, "db">, visit: VisitFacts): Promise<number> {
  const [facts, booked] = await Promise.all([readFundingFacts(db, visit.trajectoryId), listBooked(db, { visitId: visit.visitId })]);
  if (!facts) return 0;
  const plan = planBookings(booked, deriveHours(visit, facts), visit.assistantId);
  return plan.counters.length + plan.lines.length === 0 ? 0 : book(db, visit, plan);
}

/**
 * Derives all hours of a family anew: after a decision, a consultation, a rate or an insurer that became known, or a day of birth. What the
 * rules say the same of stays as it was booked; nothing that was booked is changed.
 */
export async function bookAnew({ db }: Pick<Work, "db">, trajectoryId: string): Promise<number> {
  const facts = await readFundingFacts(db, trajectoryId);
  if (!facts) return 0;
  const byVisit = Map.groupBy(await listBooked(db, { trajectoryId }), ({ visitId }) => visitId);
  let written = 0;
  for (const [visitId, booked] of byVisit) written += await bookVisitAnew(db, { trajectoryId, visitId, booked, facts });
  return written;
}

async function bookVisitAnew(
  db: Work["db"],
  {
    trajectoryId,
    visitId,
    booked,
    facts,
  }: { trajectoryId: string; visitId: string; booked: Awaited<ReturnType<typeof listBooked>>; facts: FundingFacts },
): Promise<number> {
  const assistantId = booked[0]?.assistantId ?? "";
  const plan = planBookings(
    booked,
    booked.map((line) => fundedHours(visitId, line, facts)),
    assistantId,
  );
  return plan.lines.length === 0 ? 0 : book(db, { trajectoryId, visitId, assistantId }, plan);
}
