import { sql } from "kysely";
import type { Db } from "../../../platform/db/withActor.ts";
import { stampedFromSession } from "../../../platform/db/whoRecorded.ts";
import { holdsNone } from "../../../trust/access/server/door.ts";
import type { Indication, Intake } from "../indication.ts";

/** Indications of a line, the newest first; none when the asker may not see its maternity care. */
export async function listIndications(db: Db, trajectoryId: string): Promise<readonly Indication[]> {
  if (holdsNone(db, trajectoryId, "indication")) return [];
  const { rows } = await sql<Indication>`
    select i.id, i.trajectory_id as "trajectoryId", i.occasion, i.protocol_code as "protocolCode", i.protocol_name as "protocolName", i.version_id as "versionId",
      i.days, i.feeding, i.children, i.additions, i.own_minutes as "ownMinutes", i.hospital_days as "hospitalDays", i.minutes,
      i.minutes_after_hospital as "minutesAfterHospital", i.lines, i.limits, i.why, i.on_day as "onDay",
      coalesce(p.display_name, '') as by, o.name as organisation
    from indication i join organisation o on o.id = i.author_organisation_id left join professional p on p.id = i.author_id
    where i.trajectory_id = ${trajectoryId} order by i.created_at desc, i.id`.execute(db);
  return rows;
}

/** What the family said it wishes and accepts, the newest first. */
export async function listIntakes(db: Db, trajectoryId: string): Promise<readonly Intake[]> {
  if (holdsNone(db, trajectoryId, "care_intake")) return [];
  const { rows } = await sql<Intake>`
    select i.id, i.on_day as "onDay", i.way, i.wished_minutes as "wishedMinutes", i.accepted_minutes as "acceptedMinutes", i.less_reasons as "lessReasons",
      i.note, coalesce(p.display_name, '') as by, o.name as organisation
    from care_intake i join organisation o on o.id = i.author_organisation_id left join professional p on p.id = i.author_id
    where i.trajectory_id = ${trajectoryId} order by i.created_at desc, i.id`.execute(db);
  return rows;
}

/** One writer at a time on a line: who was second sees that something newer stands there. */
export async function lockHours(db: Db, trajectoryId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('hours ' || ${trajectoryId}, 0))`.execute(db);
}

export type NewIndication = Omit<Indication, "id" | "onDay" | "by" | "organisation">;

export async function insertIndication(db: Db, one: NewIndication): Promise<string> {
  const { id } = await db
    .insertInto("indication")
    .values({
      trajectory_id: one.trajectoryId,
      occasion: one.occasion,
      version_id: one.versionId,
      protocol_code: one.protocolCode,
      protocol_name: one.protocolName,
      days: one.days,
      feeding: one.feeding,
      children: one.children,
      additions: [...one.additions],
      own_minutes: one.ownMinutes,
      hospital_days: one.hospitalDays,
      minutes: one.minutes,
      minutes_after_hospital: one.minutesAfterHospital,
      lines: JSON.stringify(one.lines),
      limits: [...one.limits],
      why: one.why,
      author_organisation_id: stampedFromSession,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export type NewIntake = Omit<Intake, "id" | "by" | "organisation"> & { readonly trajectoryId: string };

export async function insertIntake(db: Db, one: NewIntake): Promise<void> {
  await db
    .insertInto("care_intake")
    .values({
      trajectory_id: one.trajectoryId,
      on_day: one.onDay,
      way: one.way,
      wished_minutes: one.wishedMinutes,
      accepted_minutes: one.acceptedMinutes,
      less_reasons: [...one.lessReasons],
      note: one.note,
      author_organisation_id: stampedFromSession,
    })
    .execute();
}

/** How many children were born on this line. */
export async function countChildren(db: Db, trajectoryId: string): Promise<number> {
  if (holdsNone(db, trajectoryId, "birth")) return 0;
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from birth where trajectory_id = ${trajectoryId} and not taken_back`.execute(db);
  return rows[0]?.count ?? 0;
}

/** For the job: puts the intakes of which the week has come before who holds them. */
export async function askIntakes(db: Db): Promise<void> {
  await sql`select trust.ask_intakes()`.execute(db);
}
