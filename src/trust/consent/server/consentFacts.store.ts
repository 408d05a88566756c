import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { ConsentPerson } from "../consent.ts";

/** What the pages of consent need of a line: who it is about, and who could be a recipient. */
export interface ConsentLine {
  readonly persons: readonly ConsentPerson[];
  readonly municipality: string | null;
  readonly maternityCareId: string | null;
  readonly interpreterNeeded: boolean;
  readonly language: string | null;
}

export async function findConsentLine(db: Db, trajectoryId: string): Promise<ConsentLine | null> {
  const { rows } = await sql<ConsentLine & { familyId: string }>`
    select t.family_id as "familyId", t.maternity_care_organisation_id as "maternityCareId", f.interpreter_needed as "interpreterNeeded", f.language,
      (select a.municipality_code from family_address a where a.family_id = t.family_id and a.until is null order by a.since desc limit 1) as municipality
    from trajectory t join family f on f.id = t.family_id where t.id = ${trajectoryId}`.execute(db);
  const line = rows[0];
  if (!line) return null;
  const persons = await sql<ConsentPerson>`
    select m.id, m.kind, concat_ws(' ', m.given_name, m.prefix, m.family_name) as name, m.birth_date as "birthDate"
    from family_member m where m.family_id = ${line.familyId} order by array_position(array['mother', 'partner', 'child', 'other'], m.kind), m.birth_date, m.id`.execute(
    db,
  );
  return { ...line, persons: persons.rows };
}

export interface PossibleRecipient {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** Has an active relation with the line. */
  readonly involved: boolean;
  /** Works for the municipality where the family lives. */
  readonly serves: boolean;
}

/** Every organisation that a family could name, those involved and those near it marked. */
export async function listPossibleRecipients(
  db: Db,
  trajectoryId: string,
  municipality: string | null,
  today: Day,
): Promise<readonly PossibleRecipient[]> {
  const { rows } = await sql<PossibleRecipient>`
    select o.id, o.name, o.kind,
      exists (select from care_relation r where r.trajectory_id = ${trajectoryId} and r.organisation_id = o.id and r.since <= ${today}::date and coalesce(r.until, 'infinity') >= ${today}::date) as involved,
      exists (select from organisation_area a where a.organisation_id = o.id and a.municipality_code = ${municipality}) as serves
    from organisation o where o.active and o.kind not in ('platform', 'programme_office', 'public_health') order by o.name`.execute(db);
  return rows;
}

/** Telephone that a family can call about its consent: of the professional, or else of her organisation. */
export async function findTelephone(db: Db, professionalId: string, organisationId: string): Promise<string | null> {
  const { rows } = await sql<{ phone: string | null }>`
    select coalesce(p.phone, o.phone) as phone from professional p, organisation o where p.id = ${professionalId} and o.id = ${organisationId}`.execute(
    db,
  );
  return rows[0]?.phone ?? null;
}
