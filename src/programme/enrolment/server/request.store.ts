import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { Need, Request } from "../enrolment.ts";
import { stampedFromSession } from "../../../platform/db/whoRecorded.ts";

/** What pillar 2 is for in this family; null when nobody wrote it down, or the asker may not see it. */
export async function findRequest(db: Db, trajectoryId: string): Promise<Request | null> {
  const { rows } = await sql<Request>`
    select id, need, question, goal, agreed_minutes as "agreedMinutes", postnatal_visit as "postnatalVisit", family_agreed_on as "familyAgreedOn",
      midwife_agreed_on as "midwifeAgreedOn", maternity_agreed_on as "maternityAgreedOn", youth_agreed_on as "youthAgreedOn", version
    from programme_request where trajectory_id = ${trajectoryId}`.execute(db);
  return rows[0] ?? null;
}

export interface NewRequest {
  readonly need: Need;
  readonly question: string;
  readonly goal: string;
  readonly agreedMinutes: number | null;
  readonly postnatalVisit: boolean | null;
  readonly familyAgreedOn: Day | null;
  readonly midwifeAgreedOn: Day | null;
  readonly maternityAgreedOn: Day | null;
  readonly youthAgreedOn: Day | null;
  readonly youthAgreedBy: string | null;
}

const columnsOf = (one: NewRequest) => ({
  need: one.need,
  question: one.question,
  goal: one.goal,
  agreed_minutes: one.agreedMinutes,
  postnatal_visit: one.postnatalVisit,
  family_agreed_on: one.familyAgreedOn,
  midwife_agreed_on: one.midwifeAgreedOn,
  maternity_agreed_on: one.maternityAgreedOn,
  youth_agreed_on: one.youthAgreedOn,
  youth_agreed_by: one.youthAgreedBy,
});

/** Keeps it; `seen`: the version that was looked at, null when there was none. False when someone was first. */
export async function saveRequest(db: Db, trajectoryId: string, seen: number | null, one: NewRequest): Promise<boolean> {
  if (seen === null) {
    const { rows } = await sql<{ id: string }>`select id from programme_request where trajectory_id = ${trajectoryId}`.execute(db);
    if (rows.length > 0) return false;
    await db
      .insertInto("programme_request")
      .values({ ...columnsOf(one), trajectory_id: trajectoryId, author_organisation_id: stampedFromSession })
      .execute();
    return true;
  }
  const result = await db
    .updateTable("programme_request")
    .set({ ...columnsOf(one), version: seen + 1 })
    .where("trajectory_id", "=", trajectoryId)
    .where("version", "=", seen)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** The youth nurse confirms it herself. False when someone was first. */
export async function agreeAsYouth(
  db: Db,
  one: { trajectoryId: string; version: number; on: Day; professionalId: string },
): Promise<boolean> {
  const result = await db
    .updateTable("programme_request")
    .set({ youth_agreed_on: one.on, youth_agreed_by: one.professionalId, version: one.version + 1 })
    .where("trajectory_id", "=", one.trajectoryId)
    .where("version", "=", one.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
