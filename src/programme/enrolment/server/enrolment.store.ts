import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import { holdsNone } from "../../../trust/access/server/door.ts";
import type { Entry, Pillar } from "../../configuration/programme.ts";
import type { Criterion, Decision, GivenBackReason, Offer, Place } from "../enrolment.ts";
import type { MaternityCareFacts } from "../rules/maternityCare.ts";

/** With which maternity care the family registered, as the line has it. */
export async function findMaternityCare(db: Db, trajectoryId: string): Promise<MaternityCareFacts> {
  const { rows } = await sql<MaternityCareFacts>`
    select t.maternity_care_organisation_id as "organisationId", o.name as organisation, t.maternity_care_text as written, t.maternity_care_registered_on as "registeredOn"
    from trajectory t left join organisation o on o.id = t.maternity_care_organisation_id where t.id = ${trajectoryId}`.execute(db);
  return rows[0] ?? { organisationId: null, organisation: null, written: null, registeredOn: null };
}

/** Decisions on this line that the asker may see, newest first. */
export async function listDecisions(db: Db, trajectoryId: string): Promise<readonly Decision[]> {
  if (holdsNone(db, trajectoryId, "programme_decision")) return [];
  const { rows } = await sql<Decision>`
    select d.id, d.programme_id as "programmeId", r.name as programme, d.pillar, d.entry, d.outcome, d.criteria, d.offered, d.note, d.decided_on as "decidedOn", coalesce(p.display_name, '') as "decidedBy", d.role,
      o.name as organisation, o.phone as "organisationPhone", d.version_id as "versionId", v.number as "versionNumber"
    from programme_decision d join organisation o on o.id = d.author_organisation_id join programme_version v on v.id = d.version_id
    join programme r on r.id = d.programme_id left join professional p on p.id = d.author_id
    where d.trajectory_id = ${trajectoryId} order by d.decided_at desc, d.id`.execute(db);
  return rows;
}

/** Places of this line that the asker may see: held or given back, newest first. */
export async function listPlacesOfLine(db: Db, trajectoryId: string): Promise<readonly Place[]> {
  if (holdsNone(db, trajectoryId, "programme_place")) return [];
  const { rows } = await sql<Place>`
    select p.id, o.programme_id as "programmeId", p.pillar, p.entry, p.state, p.taken_on as "takenOn", p.funder, p.agreed_minutes as "agreedMinutes",
      p.given_back_on as "givenBackOn", p.given_back_why as "givenBackWhy", p.version
    from programme_place p join place_pool o on o.id = p.pool_id where p.trajectory_id = ${trajectoryId} order by p.created_at desc, p.id`.execute(
    db,
  );
  return rows;
}

/** Code of the municipality where the family of this line lives today; null when nobody knows, or the asker may not see it. */
export async function findMunicipalityOfLine(db: Db, trajectoryId: string): Promise<string | null> {
  const { rows } = await sql<{ code: string | null }>`
    select a.municipality_code as code from trajectory t join family_address a on a.family_id = t.family_id
    where t.id = ${trajectoryId} and a.since <= app.today() and coalesce(a.until, 'infinity') >= app.today() order by a.since desc, a.id limit 1`.execute(
    db,
  );
  return rows[0]?.code ?? null;
}

export interface Taking {
  readonly trajectoryId: string;
  readonly versionId: string;
  readonly pillar: Pillar;
  readonly entry: Entry;
  readonly criteria: readonly Criterion[];
  readonly municipality: string;
  readonly funder: "CZ" | "VGZ" | null;
  readonly minutes: number | null;
  readonly answerBy: Day;
}
export interface Taken {
  readonly code: "done" | "cap-reached" | "place-already" | "changed-meanwhile";
  readonly placeId: string | null;
  /** Filled when this was the last place. */
  readonly nowFull: string | null;
}

/** Takes the place, with its decision: one quick statement, the last of its transaction, since everyone who asks for a place waits for it. */
export async function takePlace(db: Db, one: Taking): Promise<Taken> {
  const { rows } = await sql<Taken>`
    select code, place_id as "placeId", now_full as "nowFull" from trust.take_place(${one.trajectoryId}, ${one.versionId}, ${one.pillar}::smallint, ${one.entry},
      ${JSON.stringify(one.criteria)}::jsonb, ${one.municipality}, ${one.funder}, ${one.minutes}, ${one.answerBy})`.execute(db);
  return rows[0] ?? { code: "cap-reached", placeId: null, nowFull: null };
}

/** Keeps a "no". Null when the family holds a place after all. */
export async function keepNoPlace(
  db: Db,
  one: Pick<Taking, "trajectoryId" | "versionId" | "pillar" | "criteria"> & {
    readonly offered: readonly Offer[];
    readonly note: string | null;
  },
): Promise<string | null> {
  const { rows } = await sql<{
    id: string | null;
  }>`select trust.keep_no_place(${one.trajectoryId}, ${one.versionId}, ${one.pillar}::smallint,
    ${JSON.stringify(one.criteria)}::jsonb, ${[...one.offered]}::text[], ${one.note}) as id`.execute(db);
  return rows[0]?.id ?? null;
}

/** Says who pays. False when somebody did already. */
export async function nameFunder(db: Db, one: { placeId: string; group: "CZ" | "VGZ"; version: number }): Promise<boolean> {
  const { rows } = await sql<{ named: boolean }>`select trust.name_funder(${one.placeId}, ${one.group}, ${one.version}) as named`.execute(
    db,
  );
  return rows[0]?.named ?? false;
}

/** Gives a place back. False when someone was first, or the family went on to pillar 2 with it. */
export async function giveBack(
  db: Db,
  one: { placeId: string; version: number; why: GivenBackReason; note: string | null },
): Promise<boolean> {
  const { rows } = await sql<{
    given: boolean;
  }>`select trust.give_back_place(${one.placeId}, ${one.version}, ${one.why}, ${one.note}) as given`.execute(db);
  return rows[0]?.given ?? false;
}
