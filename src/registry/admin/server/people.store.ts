import { sql } from "kysely";
import type { Db } from "../../../platform/db/withActor.ts";
import type { AdminRefusal, PersonRow } from "../admin.ts";

export interface OrganisationName {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

export async function findOrganisationName(db: Db, organisationId: string): Promise<OrganisationName | null> {
  return (await db.selectFrom("organisation").select(["id", "name", "kind"]).where("id", "=", organisationId).executeTakeFirst()) ?? null;
}

interface Row {
  membership_id: string;
  professional_id: string;
  name: string;
  email: string | null;
  phone: string | null;
  role: string;
  since: string;
  until: string | null;
  account_state: PersonRow["accountState"];
  link_until: Date | null;
  last_seen: Date | null;
}

/** The people of an organisation, for who administers it. */
export async function listPeople(db: Db, organisationId: string): Promise<readonly PersonRow[]> {
  const { rows } = await sql<Row>`select * from trust.people_of(${organisationId})`.execute(db);
  return rows.map((row) => ({
    membershipId: row.membership_id,
    professionalId: row.professional_id,
    name: row.name,
    email: row.email,
    phone: row.phone,
    role: row.role,
    since: row.since,
    until: row.until,
    accountState: row.account_state,
    linkUntil: row.link_until,
    lastSeen: row.last_seen,
  }));
}

type Outcome = "done" | AdminRefusal;

export async function insertPerson(
  db: Db,
  organisationId: string,
  person: { email: string; name: string; phone: string | null; role: string; since: string },
): Promise<{ outcome: Outcome; membershipId: string; professionalId: string; isNew: boolean }> {
  const { rows } = await sql<{ outcome: Outcome; membership_id: string | null; professional_id: string | null; is_new: boolean }>`
    select * from trust.invite_person(${organisationId}, ${person.email}, ${person.name}, ${person.phone}, ${person.role}, ${person.since})`.execute(
    db,
  );
  const row = rows[0];
  return {
    outcome: row?.outcome ?? "not-this-role",
    membershipId: row?.membership_id ?? "",
    professionalId: row?.professional_id ?? "",
    isNew: row?.is_new ?? false,
  };
}

export async function updateRole(db: Db, membershipId: string, role: string): Promise<{ outcome: Outcome; membershipId: string }> {
  const { rows } = await sql<{
    outcome: Outcome;
    membership_id: string | null;
  }>`select * from trust.change_role(${membershipId}, ${role})`.execute(db);
  return { outcome: rows[0]?.outcome ?? "not-this-role", membershipId: rows[0]?.membership_id ?? membershipId };
}

/** Ends a job on a day, or (null) at once. */
export async function endJob(db: Db, membershipId: string, lastDay: string | null): Promise<Outcome> {
  const { rows } = await sql<{ outcome: Outcome }>`select trust.end_membership(${membershipId}, ${lastDay}) as outcome`.execute(db);
  return rows[0]?.outcome ?? "not-this-role";
}

export async function updatePerson(db: Db, professionalId: string, person: { name: string; phone: string | null }): Promise<boolean> {
  const { rows } = await sql<{
    done: boolean;
  }>`select trust.change_person(${professionalId}, ${person.name}, ${person.phone}) as done`.execute(db);
  return rows[0]?.done ?? false;
}

export interface HistoryRow {
  readonly at: Date;
  readonly byName: string | null;
  readonly table: string;
  readonly about: string | null;
  readonly was: Readonly<Record<string, unknown>> | null;
  readonly became: Readonly<Record<string, unknown>> | null;
}

/** Fifty lines a page; one more shows that there is a next page. */
export async function listHistory(db: Db, organisationId: string, page: number): Promise<readonly HistoryRow[]> {
  const { rows } = await sql<{
    at: Date;
    by_name: string | null;
    table_name: string;
    about: string | null;
    was: HistoryRow["was"];
    became: HistoryRow["became"];
  }>`
    select * from trust.registry_history_of(${organisationId}, ${page})`.execute(db);
  return rows.map((row) => ({
    at: row.at,
    byName: row.by_name,
    table: row.table_name,
    about: row.about,
    was: row.was,
    became: row.became,
  }));
}
