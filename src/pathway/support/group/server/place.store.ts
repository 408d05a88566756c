import { sql } from "kysely";
import type { Day } from "../../../../kit/day.ts";
import type { Db } from "../../../../platform/db/withActor.ts";
import { stampedFromSession } from "../../../../platform/db/whoRecorded.ts";
import { holdsNone } from "../../../../trust/access/server/door.ts";
import type { GroupPlace, PlaceState, Presence, SignOffReason } from "../group.ts";

const placeRows = sql`
  select p.id, p.trajectory_id as "trajectoryId", p.group_id as "groupId", g.name as "group", g.organisation_id as "organisationId", p.state, p.joined_on as "joinedOn",
    p.answer_by as "answerBy", p.ended_on as "endedOn", p.reason, p.candidate_id is not null as referred, p.version,
    (select concat_ws(' ', left(m.given_name, 1) || '.', m.prefix, m.family_name) from trajectory t join family_member m on m.family_id = t.family_id and m.kind = 'mother'
      where t.id = p.trajectory_id order by m.created_at limit 1) as "familyName"
  from group_place p join support_group g on g.id = p.group_id`;

/** Who takes part in a group, was asked, or waits, in the order of the list: for who gives it. */
export async function listPlaces(db: Db, groupId: string): Promise<readonly GroupPlace[]> {
  const { rows } = await sql<GroupPlace>`${placeRows} where p.group_id = ${groupId} order by p.joined_at, p.id limit 500`.execute(db);
  return rows;
}

/** The groups of a family, as far as the asker may see its referrals; the newest first. */
export async function listPlacesOf(db: Db, trajectoryId: string): Promise<readonly GroupPlace[]> {
  if (holdsNone(db, trajectoryId, "group_place")) return [];
  const { rows } =
    await sql<GroupPlace>`${placeRows} where p.trajectory_id = ${trajectoryId} order by p.joined_at desc, p.id limit 50`.execute(db);
  return rows;
}

export async function insertPlace(
  db: Db,
  place: { trajectoryId: string; groupId: string; candidateId: string | null; state: Extract<PlaceState, "placed" | "waiting"> },
): Promise<string> {
  const row = await db
    .insertInto("group_place")
    .values({
      trajectory_id: place.trajectoryId,
      group_id: place.groupId,
      candidate_id: place.candidateId,
      state: place.state,
      author_organisation_id: stampedFromSession,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** False when someone else was first. */
export async function savePlace(
  db: Db,
  seen: { id: string; version: number },
  to: { state: "placed" } | { state: "signed_off"; reason: SignOffReason; on: Day },
): Promise<boolean> {
  const result = await db
    .updateTable("group_place")
    .set({
      state: to.state,
      answer_by: null,
      ...(to.state === "signed_off" ? { reason: to.reason, ended_on: to.on } : {}),
      version: seen.version + 1,
    })
    .where("id", "=", seen.id)
    .where("version", "=", seen.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** The referral to this offer that the own organisation took on, if that is how the family came. */
export async function findCandidateFor(db: Db, trajectoryId: string, offerId: string, organisationId: string): Promise<string | null> {
  const row = await db
    .selectFrom("referral_candidate")
    .select("id")
    .where("trajectory_id", "=", trajectoryId)
    .where("offer_id", "=", offerId)
    .where("asked_organisation_id", "=", organisationId)
    .where("state", "in", ["accepted", "started"])
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

export interface Attendance {
  readonly placeId: string;
  readonly sessionId: string;
  readonly presence: Presence;
}

export async function listAttendance(db: Db, groupId: string): Promise<readonly Attendance[]> {
  const { rows } = await sql<Attendance>`
    select a.place_id as "placeId", a.session_id as "sessionId", a.presence from group_attendance a join group_session s on s.id = a.session_id
    where s.group_id = ${groupId} limit 5000`.execute(db);
  return rows;
}

/** Records, or mends, whether a family was there. */
export async function keepAttendance(db: Db, one: Attendance & { trajectoryId: string }): Promise<void> {
  const changed = await db
    .updateTable("group_attendance")
    .set((row) => ({ presence: one.presence, version: row("version", "+", 1) }))
    .where("place_id", "=", one.placeId)
    .where("session_id", "=", one.sessionId)
    .returning("id")
    .execute();
  if (changed.length > 0) return;
  await db
    .insertInto("group_attendance")
    .values({
      trajectory_id: one.trajectoryId,
      place_id: one.placeId,
      session_id: one.sessionId,
      presence: one.presence,
      author_organisation_id: stampedFromSession,
    })
    .execute();
}

/** Takes a message off the asker's own list. */
export async function closeNews(db: Db, trajectoryId: string): Promise<void> {
  await sql`select trust.close_own_work(${trajectoryId}, 'group.news')`.execute(db);
}

export async function hasNews(db: Db, trajectoryId: string): Promise<boolean> {
  const row = await db
    .selectFrom("work_item")
    .select("id")
    .where("trajectory_id", "=", trajectoryId)
    .where("kind", "=", "group.news")
    .where("closed_at", "is", null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
