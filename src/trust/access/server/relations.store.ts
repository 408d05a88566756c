import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import { knowsLine } from "./recordsOnLine.store.ts";

export type RelationBasis =
  | "care"
  | "signal"
  | "home_visit"
  | "request"
  | "case_lead"
  | "agenda"
  | "enrolment"
  | "handover"
  | "front_door"
  | "conference";

/** Whether the asker's organisation has an active relation with this line: an agenda gives sight alone. */
export async function amInvolved(db: Db, trajectoryId: string): Promise<boolean> {
  if (knowsLine(db, trajectoryId)) return true;
  const { rows } = await sql<{ involved: boolean }>`select trust.am_involved(${trajectoryId}) as involved`.execute(db);
  return rows[0]?.involved ?? false;
}

/** Asks another organisation to do something for a line. Until it accepts it sees the request alone. */
export async function offerRelation(db: Db, offer: { trajectoryId: string; organisationId: string; basis: RelationBasis }): Promise<void> {
  await sql`select trust.offer_relation(${offer.trajectoryId}, ${offer.organisationId}, ${offer.basis})`.execute(db);
}

/** The asked organisation accepts, and so is involved from now on, or declines. False when nothing was asked of it (any more). */
export async function answerRelationOffer(
  db: Db,
  answer: { trajectoryId: string; basis: RelationBasis; accept: boolean; until?: Day },
): Promise<boolean> {
  const { rows } = await sql<{
    answered: boolean;
  }>`select trust.answer_relation_offer(${answer.trajectoryId}, ${answer.basis}, ${answer.accept}, ${answer.until ?? null}) as answered`.execute(
    db,
  );
  return rows[0]?.answered ?? false;
}

/** Ends a relation on a day. */
export async function endRelation(
  db: Db,
  relation: { trajectoryId: string; organisationId: string; basis: RelationBasis; lastDay: Day },
): Promise<void> {
  await sql`select trust.end_relation(${relation.trajectoryId}, ${relation.organisationId}, ${relation.basis}, ${relation.lastDay})`.execute(
    db,
  );
}
