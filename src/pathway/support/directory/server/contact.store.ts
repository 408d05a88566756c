import { sql } from "kysely";
import type { Db } from "../../../../platform/db/withActor.ts";

/** An organisation as it stands in the directory. */
export interface OrganisationCard {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly municipalities: readonly string[];
}

/** A professional as colleagues reach her. */
export interface ContactPerson {
  readonly membershipId: string;
  readonly name: string;
  readonly role: string;
  readonly phone: string | null;
  readonly email: string | null;
}

/** Who is the fixed contact, for whom. */
export interface FixedContact extends ContactPerson {
  readonly id: string;
  readonly organisationId: string;
  readonly organisation: string;
  readonly organisationPhone: string | null;
  readonly forOrganisation: string | null;
  readonly forMunicipality: string | null;
  readonly subject: string | null;
}

const cards = sql`select o.id, o.name, o.kind, o.phone, o.email,
    array(select g.name from organisation_area a join municipality g on g.code = a.municipality_code where a.organisation_id = o.id order by g.name) as municipalities
  from organisation o`;

/** Organisations and the people who work there, by a part of either's name. */
export async function listOrganisations(db: Db, words: string, municipality: string | null): Promise<readonly OrganisationCard[]> {
  const { rows } = await sql<OrganisationCard>`${cards} where o.active and o.kind <> 'platform'
      and (${municipality}::text is null or exists (select from organisation_area a where a.organisation_id = o.id and a.municipality_code = ${municipality}))
      and (${words} = '' or app.search_text(o.name) like '%' || rtrim(app.search_text(${words})) || '%'
        or exists (select from membership m join professional p on p.id = m.professional_id where m.organisation_id = o.id and ${working}
          and app.search_text(p.display_name) like '%' || rtrim(app.search_text(${words})) || '%'))
    order by o.name limit 200`.execute(db);
  return rows;
}

const working = sql`m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today()`;

export async function findOrganisation(db: Db, id: string): Promise<OrganisationCard | null> {
  const { rows } = await sql<OrganisationCard>`${cards} where o.id = ${id} and o.active and o.kind <> 'platform'`.execute(db);
  return rows[0] ?? null;
}

/** Who works there with families today. */
export async function listPeople(db: Db, organisationId: string): Promise<readonly ContactPerson[]> {
  const { rows } = await sql<ContactPerson>`
    select m.id as "membershipId", p.display_name as name, m.role, p.phone, p.email from membership m join professional p on p.id = m.professional_id
    where m.organisation_id = ${organisationId} and ${working} and exists (select from role_part r where r.role = m.role)
    order by p.display_name, m.id limit 500`.execute(db);
  return rows;
}

const fixedRows = sql`
  select c.id, c.organisation_id as "organisationId", o.name as organisation, o.phone as "organisationPhone", m.id as "membershipId", p.display_name as name, m.role, p.phone, p.email,
    f.name as "forOrganisation", g.name as "forMunicipality", c.subject
  from fixed_contact c join organisation o on o.id = c.organisation_id and o.active join membership m on m.id = c.membership_id and ${working} join professional p on p.id = m.professional_id
    left join organisation f on f.id = c.for_organisation_id left join municipality g on g.code = c.for_municipality
  where c.ended_on is null`;

/** The fixed contacts of an organisation. */
export async function listFixedContacts(db: Db, organisationId: string): Promise<readonly FixedContact[]> {
  const { rows } = await sql<FixedContact>`${fixedRows} and c.organisation_id = ${organisationId} order by p.display_name, c.id`.execute(
    db,
  );
  return rows;
}

/** Whom this organisation calls about a family in this municipality. */
export async function listContactsFor(
  db: Db,
  who: { organisationId: string; municipality: string | null },
): Promise<readonly FixedContact[]> {
  const { rows } = await sql<FixedContact>`${fixedRows} and c.organisation_id <> ${who.organisationId}
      and (c.for_organisation_id is null or c.for_organisation_id = ${who.organisationId}) and (c.for_municipality is null or c.for_municipality = ${who.municipality})
    order by o.name, c.for_organisation_id is null, p.display_name limit 40`.execute(db);
  return rows;
}

export interface NewFixedContact {
  readonly organisationId: string;
  readonly membershipId: string;
  readonly forOrganisationId: string | null;
  readonly forMunicipality: string | null;
  readonly subject: string | null;
}

/** False when she is that contact already. */
export async function insertFixedContact(db: Db, contact: NewFixedContact): Promise<boolean> {
  const row = await db
    .insertInto("fixed_contact")
    .values({
      organisation_id: contact.organisationId,
      membership_id: contact.membershipId,
      for_organisation_id: contact.forOrganisationId,
      for_municipality: contact.forMunicipality,
      subject: contact.subject,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function endFixedContact(db: Db, id: string, organisationId: string, today: string): Promise<boolean> {
  const result = await db
    .updateTable("fixed_contact")
    .set({ ended_on: today })
    .where("id", "=", id)
    .where("organisation_id", "=", organisationId)
    .where("ended_on", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
