import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import { holdsNone } from "../../../trust/access/server/door.ts";
import type { WaitingCase } from "../conference.ts";
import type { Presence } from "../sitting.ts";

/** Who sees the case but not the line is its coordinator: she sees it by the family's consent alone. */
const caseRow = sql`
  select k.id, k.trajectory_id as "trajectoryId", k.since, k.due_on as "dueOn", k.question, k.summary, k.summary_agreed_on as "summaryAgreedOn", k.presence, k.family_words as "familyWords", o.name as organisation, o.phone, k.state, k.removed_on as "removedOn",
    k.removed_because as "removedBecause", k.removed_reason as "removedReason", k.version,
    (select s.held_on from agenda_item i join conference_sitting s on s.id = i.sitting_id where i.case_id = k.id and i.state = 'on_agenda') as "agendaOn",
    (select concat_ws(' ', f.prefix, f.family_name) from trajectory t join family_member f on f.family_id = t.family_id and f.kind = 'mother'
      where t.id = k.trajectory_id order by f.created_at limit 1) as family,
    case when not exists (select from trajectory t where t.id = k.trajectory_id) then 'given' else coalesce((
      select case when c.given and c.withdrawn_on is null and coalesce(c.until, 'infinity') >= app.today() then 'given' when c.given then 'not_asked' else 'refused' end
      from consent c where c.trajectory_id = k.trajectory_id and c.purpose = 'case_conference' order by c.given_on desc, c.recorded_at desc limit 1), 'not_asked') end as consent
  from conference_case k join organisation o on o.id = k.author_organisation_id`;

/** Cases that wait for a sitting, the one that is due first on top; one more than asked for tells that there is a next page. */
export async function listWaiting(db: Db, from: number, count: number): Promise<readonly WaitingCase[]> {
  const { rows } =
    await sql<WaitingCase>`${caseRow} where k.state = 'waiting' order by k.due_on, k.id limit ${count} offset ${from}`.execute(db);
  return rows;
}

export async function findCase(db: Db, id: string): Promise<WaitingCase | null> {
  const { rows } = await sql<WaitingCase>`${caseRow} where k.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** The newest case of a line. */
export async function findCaseOfLine(db: Db, trajectoryId: string): Promise<WaitingCase | null> {
  if (holdsNone(db, trajectoryId, "conference_case")) return null;
  const { rows } =
    await sql<WaitingCase>`${caseRow} where k.trajectory_id = ${trajectoryId} order by k.state = 'waiting' desc, k.created_at desc limit 1`.execute(
      db,
    );
  return rows[0] ?? null;
}

interface Seen {
  readonly id: string;
  readonly version: number;
}

/** False when someone else changed it meanwhile. */
export async function savePrepared(
  db: Db,
  seen: Seen,
  one: { question: string; summary: string | null; agreedOn: Day | null; presence: Presence | null; familyWords: string | null },
): Promise<boolean> {
  const { question, summary, presence } = one;
  const result = await db
    .updateTable("conference_case")
    .set({ question, summary, summary_agreed_on: one.agreedOn, presence, family_words: one.familyWords, version: seen.version + 1 })
    .where("id", "=", seen.id)
    .where("version", "=", seen.version)
    .where("state", "=", "waiting")
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function saveRemoved(db: Db, seen: Seen, reason: string, today: string): Promise<boolean> {
  const result = await db
    .updateTable("conference_case")
    .set({ state: "removed", removed_on: today, removed_because: "other", removed_reason: reason, version: seen.version + 1 })
    .where("id", "=", seen.id)
    .where("version", "=", seen.version)
    .where("state", "=", "waiting")
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function savePutBack(db: Db, seen: Seen): Promise<boolean> {
  const result = await db
    .updateTable("conference_case")
    .set({ state: "waiting", removed_on: null, removed_because: null, removed_reason: null, version: seen.version + 1 })
    .where("id", "=", seen.id)
    .where("version", "=", seen.version)
    .where("removed_because", "=", "other")
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
