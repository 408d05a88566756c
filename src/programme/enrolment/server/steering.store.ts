import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { Entry, Pillar } from "../../configuration/programme.ts";

/** A decision on a family of the asker, for the overview. */
export interface OwnDecision {
  readonly id: string;
  readonly trajectoryId: string;
  readonly pillar: Pillar;
  readonly outcome: "place" | "no_place";
  readonly state: "taken" | "given_back" | null;
  readonly entry: Entry;
  readonly decidedOn: Day;
  readonly decidedBy: string;
  readonly givenName: string | null;
  readonly prefix: string | null;
  readonly familyName: string | null;
}

/** Newest first; one more than the page shows tells that there is more. */
export async function listOwnDecisions(db: Db, programmeId: string | null, most: number): Promise<readonly OwnDecision[]> {
  const { rows } = await sql<OwnDecision>`
    select d.id, d.trajectory_id as "trajectoryId", d.pillar, d.outcome, l.state, d.entry, d.decided_on as "decidedOn", coalesce(p.display_name, '') as "decidedBy",
      m.given_name as "givenName", m.prefix, m.family_name as "familyName"
    from (select * from programme_decision where programme_id = ${programmeId} order by decided_at desc limit ${most}) d
    left join programme_place l on l.decision_id = d.id left join professional p on p.id = d.author_id
    left join trajectory t on t.id = d.trajectory_id
    left join lateral (select * from family_member f where f.family_id = t.family_id and f.kind = 'mother' limit 1) m on true
    order by d.decided_at desc`.execute(db);
  return rows;
}

/** A place with the coordinator's organisation that it did not take on yet. */
export interface NewPlace {
  readonly placeId: string;
  readonly trajectoryId: string;
  readonly pillar: Pillar;
  readonly takenOn: Day;
  readonly municipality: string | null;
  readonly organisation: string;
  readonly phone: string | null;
}

export async function listNewPlaces(db: Db, programmeId: string): Promise<readonly NewPlace[]> {
  const { rows } = await sql<NewPlace>`
    select l.id as "placeId", l.trajectory_id as "trajectoryId", l.pillar, l.taken_on as "takenOn", g.name as municipality, o.name as organisation, o.phone
    from programme_place l join work_item w on w.subject_id = l.id and w.kind = 'programme-place-given' and w.closed_at is null
    join place_pool c on c.id = l.pool_id and c.programme_id = ${programmeId}
    join organisation o on o.id = l.author_organisation_id left join municipality g on g.code = l.municipality_code
    where l.state = 'taken' and l.maternity_care_organisation_id = (select trust.my_organisation()) order by l.taken_on, l.id limit 200`.execute(
    db,
  );
  return rows;
}

export interface Inflow {
  readonly month: string;
  readonly municipality: string;
  readonly pillar: Pillar;
  readonly entry: Entry;
  readonly families: number;
}

/** For who steers the programme: numbers by month and municipality, never a family. */
export async function listInflow(db: Db, programmeId: string): Promise<readonly Inflow[]> {
  const { rows } = await sql<Inflow>`
    select i.month, coalesce(g.name, i.municipality_code) as municipality, i.pillar, i.entry, i.families
    from trust.programme_inflow(${programmeId}) i left join municipality g on g.code = i.municipality_code order by i.month, municipality, i.pillar, i.entry`.execute(
    db,
  );
  return rows;
}

export interface Release {
  readonly id: string;
  readonly pillar: Pillar;
  /** To which way of entering they went. */
  readonly to: Entry;
  readonly places: number;
  readonly reason: string;
  readonly decidedOn: Day;
  readonly decidedBy: string;
}

export async function listReleases(db: Db, programmeId: string): Promise<readonly Release[]> {
  const { rows } = await sql<Release>`
    select r.id, r.pillar, r.to_entry as "to", r.places, r.reason, r.decided_on as "decidedOn", p.display_name as "decidedBy" from place_release r join professional p on p.id = r.decided_by
    where r.programme_id = ${programmeId} order by r.decided_at desc`.execute(db);
  return rows;
}

export interface Moving {
  readonly programmeId: string;
  readonly pillar: Pillar;
  readonly to: Entry;
  readonly places: number;
  readonly reason: string;
}

/** Moves free places from the other way of entering. `nowFull`: the places they came from, when none is left there. */
export async function movePlacesOf(db: Db, one: Moving): Promise<{ code: "done" | "not-so-many-free"; nowFull: string | null }> {
  const { rows } = await sql<{ code: "done" | "not-so-many-free"; nowFull: string | null }>`
    select code, now_full as "nowFull" from trust.move_places(${one.programmeId}, ${one.pillar}::smallint, ${one.to}, ${one.places}, ${one.reason})`.execute(
    db,
  );
  return rows[0] ?? { code: "not-so-many-free", nowFull: null };
}

/** Tells all practices, when it is (still) full. */
export async function tellFull(db: Db, poolId: string): Promise<number> {
  const { rows } = await sql<{ told: number }>`select trust.tell_programme_full(${poolId}) as told`.execute(db);
  return rows[0]?.told ?? 0;
}

/** Tells all practices what another version made free or full. How many ways of entering changed. */
export async function tellCeilings(db: Db): Promise<number> {
  const { rows } = await sql<{ changed: number }>`select trust.tell_changed_ceilings() as changed`.execute(db);
  return rows[0]?.changed ?? 0;
}

export async function heardFull(db: Db, programmeId: string): Promise<void> {
  await sql`select trust.heard_programme_full(${programmeId})`.execute(db);
}

/** Whether such a notice is still open for the asker's team. */
export async function isToldFull(db: Db, programmeId: string | null): Promise<boolean> {
  const { rows } = await sql<{
    told: boolean;
  }>`select exists (select from work_item w join place_pool o on o.id = w.subject_id
    where w.kind = 'programme-full' and w.closed_at is null and o.programme_id = ${programmeId}
      and o.taken >= trust.pool_places(o.programme_id, o.pillar, o.entry) + o.moved) as told`.execute(db);
  return rows[0]?.told ?? false;
}

/** Of which programme these places are. */
export async function findPool(db: Db, poolId: string): Promise<{ programmeId: string; pillar: Pillar; entry: Entry } | null> {
  const { rows } = await sql<{ programmeId: string; pillar: Pillar; entry: Entry }>`
    select programme_id as "programmeId", pillar, entry from place_pool where id = ${poolId}`.execute(db);
  return rows[0] ?? null;
}

/** Name and telephone of an organisation: whom to call. */
export async function findOrganisation(db: Db, id: string): Promise<{ name: string; phone: string | null } | null> {
  const { rows } = await sql<{ name: string; phone: string | null }>`select name, phone from organisation where id = ${id}`.execute(db);
  return rows[0] ?? null;
}
