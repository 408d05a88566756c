import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import { stampedFromSession } from "../../../platform/db/whoRecorded.ts";
import { holdsNone } from "../../../trust/access/server/door.ts";
import type { Talk, TalkKind, TalkTopic, Wish } from "../interconception.ts";

/** Conversations of a line, the newest first. */
export async function listTalks(db: Db, trajectoryId: string): Promise<readonly Talk[]> {
  if (holdsNone(db, trajectoryId, "interconception_talk")) return [];
  const { rows } = await sql<Talk>`
    select i.id, i.kind, i.held_on as "heldOn", i.with_partner as "withPartner", i.wish, i.topics, i.risks, i.advice, i.follow_on as "followOn",
      case when f.id is not null then concat_ws(', ', fp.display_name, fo.name) end as "followedBy", concat_ws(', ', p.display_name, o.name) as by,
      i.author_organisation_id as "organisationId", i.version
    from interconception_talk i join organisation o on o.id = i.author_organisation_id left join professional p on p.id = i.author_id
      left join membership f on f.id = i.followed_by left join professional fp on fp.id = f.professional_id left join organisation fo on fo.id = f.organisation_id
    where i.trajectory_id = ${trajectoryId} and not i.taken_back order by i.held_on desc, i.created_at desc limit 50`.execute(db);
  return rows;
}

export interface NewTalk {
  readonly trajectoryId: string;
  readonly kind: TalkKind;
  readonly heldOn: Day;
  readonly withPartner: boolean;
  readonly wish: Wish | null;
  readonly topics: readonly TalkTopic[];
  readonly risks: string | null;
  readonly advice: string | null;
  readonly followOn: Day | null;
  readonly followedBy: string | null;
}

export async function insertTalk(db: Db, talk: NewTalk): Promise<string> {
  const row = await db
    .insertInto("interconception_talk")
    .values({
      trajectory_id: talk.trajectoryId,
      kind: talk.kind,
      held_on: talk.heldOn,
      with_partner: talk.withPartner,
      wish: talk.wish,
      topics: [...talk.topics],
      risks: talk.risks,
      advice: talk.advice,
      follow_on: talk.followOn,
      followed_by: talk.followedBy,
      author_organisation_id: stampedFromSession,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** False when someone else was first. */
export async function takeTalkBack(db: Db, seen: { id: string; version: number }): Promise<boolean> {
  const result = await db
    .updateTable("interconception_talk")
    .set({ taken_back: true, version: seen.version + 1 })
    .where("id", "=", seen.id)
    .where("version", "=", seen.version)
    .where("taken_back", "=", false)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function askInterconception(db: Db): Promise<void> {
  await sql`select trust.ask_interconception()`.execute(db);
}

/** An earlier line of the same woman, as far as the asker may see it. */
export interface EarlierLine {
  readonly id: string;
  readonly dueDate: Day | null;
  readonly bornOn: Day | null;
  readonly lossOn: Day | null;
  /** Of the same family: the own record, with the same people and addresses. */
  readonly sameFamily: boolean;
}

/** Earlier lines, the newest first: of this family, or of the one that the own record was begun from. Rows of others are not seen. */
export async function listEarlier(db: Db, trajectoryId: string): Promise<readonly EarlierLine[]> {
  const { rows } = await sql<EarlierLine>`
    select e.id, e.due_date as "dueDate", e.born_on as "bornOn", e.loss_on as "lossOn", e.family_id = n.family_id as "sameFamily"
    from trajectory n join family f on f.id = n.family_id join trajectory e on (e.family_id = n.family_id or e.family_id = f.copied_from) and e.id <> n.id
      and e.created_at < n.created_at
    where n.id = ${trajectoryId} order by e.day desc nulls last, e.created_at desc limit 10`.execute(db);
  return rows;
}

/** What the family said about taking parts along, the newest first. */
export interface TakeOver {
  readonly fromId: string;
  readonly part: string;
  readonly allowed: boolean;
  readonly givenOn: Day;
  readonly taken: number;
}

export async function listTakeOvers(db: Db, trajectoryId: string): Promise<readonly TakeOver[]> {
  if (holdsNone(db, trajectoryId, "line_takeover")) return [];
  const { rows } = await sql<TakeOver>`
    select from_trajectory_id as "fromId", part, allowed, given_on as "givenOn", taken from line_takeover
    where trajectory_id = ${trajectoryId} order by created_at desc limit 100`.execute(db);
  return rows;
}

export async function insertTakeOver(
  db: Db,
  one: { trajectoryId: string; fromId: string; part: string; allowed: boolean; givenOn: Day; way: string; taken: number },
): Promise<void> {
  await db
    .insertInto("line_takeover")
    .values({
      trajectory_id: one.trajectoryId,
      from_trajectory_id: one.fromId,
      part: one.part,
      allowed: one.allowed,
      given_on: one.givenOn,
      way: one.way,
      taken: one.taken,
      author_organisation_id: stampedFromSession,
    })
    .execute();
}

/** Of two who take along at the same time one is first, until the end of the transaction. */
export async function lockTakeOver(db: Db, trajectoryId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('take over ' || ${trajectoryId}, 0))`.execute(db);
}
