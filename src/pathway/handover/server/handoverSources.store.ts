import { sql } from "kysely";
import type { Db } from "../../../platform/db/withActor.ts";
import { holdsNone } from "../../../trust/access/server/door.ts";
import type { HandoverMoment } from "../handover.ts";
import type { DraftSources } from "../rules/draftHandover.ts";
import type { DueFacts, Involved, KnownHandover } from "../rules/dueHandovers.ts";
import type { Move } from "../rules/newestMove.ts";

/** What the family knows of that still plays a part, of the woman herself and the children: what is the partner's is his to share. */
export async function listOwnFactors(db: Db, trajectoryId: string): Promise<DraftSources["factors"]> {
  const { rows } = await sql<DraftSources["factors"][number]>`
    select distinct f.code, f.label, f.kind, s.care_kind as "careKind" from signal s cross join lateral unnest(s.factors) named join factor_now f on f.code = named
    where s.trajectory_id = ${trajectoryId} and s.state = 'open' and s.discussed_on is not null and s.own_person is null order by f.kind desc, f.label limit 200`.execute(
    db,
  );
  return rows;
}

export async function listBirths(db: Db, trajectoryId: string): Promise<DraftSources["births"]> {
  const { rows } = await sql<DraftSources["births"][number]>`
    select b.gestational_days as "gestationalDays", b.small_for_age as "smallForAge", b.weight_grams as "weightGrams" from birth b
    where b.trajectory_id = ${trajectoryId} and not b.taken_back order by b.born_on, b.created_at`.execute(db);
  return rows;
}

/** What a handover takes from the family for who receives it: its language, and whether an interpreter is needed. */
export async function findNeeds(db: Db, familyId: string): Promise<{ language: string | null; interpreterNeeded: boolean } | null> {
  const row = await db.selectFrom("family").select(["language", "interpreter_needed"]).where("id", "=", familyId).executeTakeFirst();
  return row ? { language: row.language, interpreterNeeded: row.interpreter_needed } : null;
}

/** An organisation that could receive it: a team of one role. */
export interface Receiver {
  readonly organisationId: string;
  readonly organisation: string;
  readonly kind: string;
  readonly role: string;
  /** It works where the family lives, and it is involved already. */
  readonly near: boolean;
  readonly involved: boolean;
}

/** Whom a family can be handed over to: every team that works with families and has somebody in it, of others than the asker's own. */
export async function listReceivers(
  db: Db,
  at: { trajectoryId: string; municipality: string | null; kinds: readonly string[]; roles: readonly string[] },
): Promise<readonly Receiver[]> {
  const { rows } = await sql<Receiver>`
    select o.id as "organisationId", o.name as organisation, o.kind, t.role,
      o.home_municipality = ${at.municipality} or exists (select from organisation_area a where a.organisation_id = o.id and a.municipality_code = ${at.municipality}) as near,
      exists (select from care_relation r where r.trajectory_id = ${at.trajectoryId} and r.organisation_id = o.id and r.since <= app.today()
        and coalesce(r.until, 'infinity') >= app.today()) as involved
    from organisation o join team t on t.organisation_id = o.id
    where o.active and o.kind = any(${[...at.kinds]}::text[]) and t.role = any(${[...at.roles]}::text[]) and o.id <> trust.my_organisation()
      and exists (select from membership m where m.organisation_id = o.id and m.role = t.role and m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today())
    order by involved desc, near desc, o.name, t.role limit 500`.execute(db);
  return rows;
}

/** The people of a team: one of them can be asked in person. */
export async function listTeam(
  db: Db,
  team: { organisationId: string; role: string },
): Promise<readonly { readonly membershipId: string; readonly name: string }[]> {
  const { rows } = await sql<{ membershipId: string; name: string }>`
    select m.id as "membershipId", p.display_name as name from membership m join professional p on p.id = m.professional_id
    where m.organisation_id = ${team.organisationId} and m.role = ${team.role} and m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today()
    order by p.display_name limit 200`.execute(db);
  return rows;
}

/** What the moments rest on, as far as the asker may see it; of her own organisation's handovers alone. */
export async function findDueFacts(
  db: Db,
  trajectoryId: string,
  move: Move | null,
): Promise<Pick<DueFacts, "involved" | "known"> & { bornInHospital: boolean }> {
  const [involved, known, bornInHospital] = await Promise.all([
    listInvolved(db, trajectoryId, move),
    listKnown(db, trajectoryId),
    wasBornInHospital(db, trajectoryId),
  ]);
  return { involved, known, bornInHospital };
}

async function listInvolved(db: Db, trajectoryId: string, move: Move | null): Promise<readonly Involved[]> {
  const serves = (code: string | null) =>
    sql`(o.home_municipality = ${code} or exists (select from organisation_area a where a.organisation_id = o.id and a.municipality_code = ${code}))`;
  const { rows } = await sql<Involved>`
    select o.id as "organisationId", o.kind, min(r.since) as since, coalesce(${serves(move?.before ?? null)}, false) as "servedBefore", coalesce(${serves(move?.municipality ?? null)}, false) as "servesNow"
    from care_relation r join organisation o on o.id = r.organisation_id and o.active
    where r.trajectory_id = ${trajectoryId} and r.basis <> 'agenda' and r.since <= app.today() and coalesce(r.until, 'infinity') >= app.today() group by o.id, o.kind, o.home_municipality`.execute(
    db,
  );
  return rows;
}

async function listKnown(db: Db, trajectoryId: string): Promise<readonly KnownHandover[]> {
  if (holdsNone(db, trajectoryId, "handover")) return [];
  const { rows } = await sql<KnownHandover>`
    select h.author_organisation_id as "organisationId", h.moment, h.state, h.reason, h.municipality_code as municipality from handover h
    where h.trajectory_id = ${trajectoryId}`.execute(db);
  return rows;
}

async function wasBornInHospital(db: Db, trajectoryId: string): Promise<boolean> {
  if (holdsNone(db, trajectoryId, "birth")) return false;
  const { rows } = await sql<{ there: boolean }>`
    select exists (select from birth b where b.trajectory_id = ${trajectoryId} and b.place = 'hospital' and not b.taken_back) as there`.execute(
    db,
  );
  return rows[0]?.there ?? false;
}

/** Whether there is one of this moment under way already, also of a colleague. Of two who begin at once the second waits, and sees the first. */
export async function hasOpenHandover(db: Db, trajectoryId: string, moment: HandoverMoment, organisationId: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`handover ${trajectoryId} ${organisationId}`}, 0))`.execute(db);
  const row = await db
    .selectFrom("handover")
    .select("id")
    .where("trajectory_id", "=", trajectoryId)
    .where("moment", "=", moment)
    .where("author_organisation_id", "=", organisationId)
    .where("state", "in", ["prepared", "offered", "accepted"])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Days and sentences of how the plan went: what works. */
export async function listReached(db: Db, trajectoryId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ wording: string }>`
    select g.wording from plan_goal g where g.trajectory_id = ${trajectoryId} and g.state = 'reached' order by g.created_at limit 50`.execute(
    db,
  );
  return rows.map(({ wording }) => wording);
}
