import { sql } from "kysely";
import type { Day } from "../../../../kit/day.ts";
import type { Db } from "../../../../platform/db/withActor.ts";
import type { GroupSession, GroupState, SupportGroup } from "../group.ts";

const groupRows = sql`
  select g.id, g.name, json_build_object('id', o.id, 'name', o.name) as offer, json_build_object('id', n.id, 'name', n.name) as organisation,
    case when p.id is not null then json_build_object('membershipId', m.id, 'name', p.display_name) end as leader, g.location, g.language, g.places,
    coalesce(trust.taken_in_group(g.id), 0) as taken, g.state,
    (select min(s.on_day) from group_session s where s.group_id = g.id and not s.cancelled and s.on_day >= app.today()) as "nextOn", g.version
  from support_group g join support_offer o on o.id = g.offer_id join organisation n on n.id = g.organisation_id
    left join membership m on m.id = g.leader_membership_id left join professional p on p.id = m.professional_id`;

/** Groups that are open, the own organisation's first, then by their next meeting. */
export async function listGroups(db: Db, organisationId: string, offerId: string | null = null): Promise<readonly SupportGroup[]> {
  const { rows } =
    await sql<SupportGroup>`${groupRows} where g.state = 'open' and (${offerId}::uuid is null or g.offer_id = ${offerId}::uuid)
    order by (g.organisation_id = ${organisationId}) desc, "nextOn" nulls last, g.name, g.id limit 200`.execute(db);
  return rows;
}

/** Whether this organisation has a group that is open for families. */
export async function hasOwnGroups(db: Db, organisationId: string): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select exists (select from support_group g where g.organisation_id = ${organisationId} and g.state = 'open') as there`.execute(db);
  return rows[0]?.there ?? false;
}

export async function findGroup(db: Db, id: string): Promise<SupportGroup | null> {
  const { rows } = await sql<SupportGroup>`${groupRows} where g.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** The meetings of a group, in their order. */
export async function listSessions(db: Db, groupId: string): Promise<readonly GroupSession[]> {
  const { rows } = await sql<GroupSession>`
    select id, on_day as "onDay", begins, ends, cancelled, version from group_session where group_id = ${groupId} order by on_day, begins, id`.execute(
    db,
  );
  return rows;
}

/** How many places are free, with nobody else changing that until the end of the transaction; null: not one's own, or over. */
export async function lockGroup(db: Db, groupId: string): Promise<number | null> {
  const { rows } = await sql<{ free: number | null }>`select trust.lock_group(${groupId}) as free`.execute(db);
  return rows[0]?.free ?? null;
}

export interface GroupFields {
  readonly name: string;
  readonly location: string | null;
  readonly language: string;
  readonly places: number;
  readonly leaderMembershipId: string | null;
}

export async function insertGroup(db: Db, group: GroupFields & { offerId: string; organisationId: string }): Promise<string> {
  const row = await db
    .insertInto("support_group")
    .values({
      offer_id: group.offerId,
      organisation_id: group.organisationId,
      name: group.name,
      location: group.location,
      language: group.language,
      places: group.places,
      leader_membership_id: group.leaderMembershipId,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function insertSession(db: Db, session: { groupId: string; onDay: Day; begins: string; ends: string }): Promise<void> {
  await db
    .insertInto("group_session")
    .values({ group_id: session.groupId, on_day: session.onDay, begins: session.begins, ends: session.ends })
    .execute();
}

/** False when someone else changed it meanwhile. */
export async function saveGroup(db: Db, seen: { id: string; version: number }, change: GroupFields): Promise<boolean> {
  const result = await db
    .updateTable("support_group")
    .set({
      name: change.name,
      location: change.location,
      language: change.language,
      places: change.places,
      leader_membership_id: change.leaderMembershipId,
      version: seen.version + 1,
    })
    .where("id", "=", seen.id)
    .where("version", "=", seen.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** The end of a group ends each place in it. False when someone else changed it meanwhile. */
export async function endGroup(
  db: Db,
  seen: { id: string; version: number },
  state: Exclude<GroupState, "open">,
  on: Day,
): Promise<boolean> {
  const result = await db
    .updateTable("support_group")
    .set({ state, ended_on: on, version: seen.version + 1 })
    .where("id", "=", seen.id)
    .where("version", "=", seen.version)
    .where("state", "=", "open")
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** A meeting is moved, or does not take place. */
export async function saveSession(
  db: Db,
  seen: { id: string; groupId: string; version: number },
  change: { onDay: Day; begins: string; ends: string; cancelled: boolean },
): Promise<boolean> {
  const result = await db
    .updateTable("group_session")
    .set({ on_day: change.onDay, begins: change.begins, ends: change.ends, cancelled: change.cancelled, version: seen.version + 1 })
    .where("id", "=", seen.id)
    .where("group_id", "=", seen.groupId)
    .where("version", "=", seen.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Offers of the own organisation that can have a group. */
export async function listOwnOffers(db: Db, organisationId: string): Promise<readonly { id: string; name: string }[]> {
  const rows = await db
    .selectFrom("support_offer")
    .select(["id", "name"])
    .where("organisation_id", "=", organisationId)
    .where("status", "=", "active")
    .orderBy("name")
    .limit(200)
    .execute();
  return rows;
}
