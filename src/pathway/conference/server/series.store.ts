import { sql } from "kysely";
import type { Db } from "../../../platform/db/withActor.ts";
import type { Person, Series, SeriesKind, SittingRefusal, Team } from "../sitting.ts";

const person = (
  id: ReturnType<typeof sql.ref>,
) => sql`(select jsonb_build_object('membershipId', m.id, 'name', p.display_name, 'organisation', o.name,
  'left', not o.active or coalesce(m.until, 'infinity') < app.today()) from membership m join professional p on p.id = m.professional_id join organisation o on o.id = m.organisation_id where m.id = ${id})`;

const seriesRow = sql`
  select r.id, r.kind, r.name, o.name as organisation, ${person(sql.ref("r.chair_id"))} as chair, ${person(sql.ref("r.deputy_id"))} as deputy, r.place, trust.link_of_series(r.id) as link, r.active, r.version,
    trust.manages_series(r.id) as mine, trust.chairs_series(r.id) as chairs,
    coalesce((select jsonb_agg(jsonb_build_object('code', g.code, 'name', g.name) order by g.name) from conference_area a join municipality g on g.code = a.municipality_code where a.series_id = r.id), '[]') as areas,
    coalesce((select jsonb_agg(jsonb_build_object('organisationId', c.organisation_id, 'organisation', w.name, 'role', c.role) order by w.name, c.role)
      from conference_member c join organisation w on w.id = c.organisation_id where c.series_id = r.id), '[]') as members
  from conference_series r join organisation o on o.id = r.organisation_id`;

export async function findSeries(db: Db, id: string): Promise<Series | null> {
  const { rows } = await sql<Series>`${seriesRow} where r.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** The series that the asker chairs or convenes. */
export async function listMySeries(db: Db): Promise<readonly Series[]> {
  const { rows } = await sql<Series>`${seriesRow} where trust.manages_series(r.id) order by r.active desc, r.name limit 100`.execute(db);
  return rows;
}

export interface SeriesInput {
  readonly kind: SeriesKind;
  readonly name: string;
  readonly chairId: string;
  readonly deputyId: string | null;
  readonly place: string | null;
  readonly link: string | null;
  readonly areas: readonly string[];
  readonly members: readonly Pick<Team, "organisationId" | "role">[];
  readonly active: boolean;
}

export async function saveSeries(
  db: Db,
  seen: { readonly id: string | null; readonly version: number },
  input: SeriesInput,
): Promise<{ code: SittingRefusal | "done"; series: string | null }> {
  const { rows } = await sql<{ code: SittingRefusal | "done"; series: string | null }>`
    select code, series from trust.keep_conference_series(${seen.id}, ${seen.version}, ${input.kind}, ${input.name}, ${input.chairId}, ${input.deputyId}, ${input.place}, ${input.link},
      ${[...input.areas]}::text[], ${JSON.stringify(input.members)}::jsonb, ${input.active})`.execute(db);
  return rows[0] ?? { code: "not-visible", series: null };
}

/** Who can chair, which teams can sit at a table (those that work with families), and where the organisation of the conference works. */
export interface SeriesChoices {
  readonly people: readonly (Person & { readonly role: string })[];
  readonly teams: readonly Team[];
  readonly municipalities: readonly { readonly code: string; readonly name: string }[];
}

export async function listSeriesChoices(db: Db, seriesId: string | null = null): Promise<SeriesChoices> {
  const people = await sql<SeriesChoices["people"][number]>`
    select m.id as "membershipId", p.display_name as name, o.name as organisation, m.role, false as left
    from membership m join professional p on p.id = m.professional_id join organisation o on o.id = m.organisation_id and o.active
    where m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today()
      and (m.role = 'conference_chair' or exists (select from role_part r where r.role = m.role and r.part = trust.part('plan') and r.may_write))
    order by m.role = 'conference_chair' desc, m.role = 'knooppunt_coordinator' desc, o.name, p.display_name limit 1000`.execute(db);
  const teams = await sql<Team>`
    select t.organisation_id as "organisationId", o.name as organisation, t.role from team t join organisation o on o.id = t.organisation_id and o.active
    where exists (select from role_part r where r.role = t.role and r.part = trust.part('identity') and r.may_read) order by o.name, t.role limit 1000`.execute(
    db,
  );
  const municipalities = await sql<{ code: string; name: string }>`
    select code, name from municipality
    where code in (select trust.convenes_in(coalesce((select r.organisation_id from conference_series r where r.id = ${seriesId}), trust.my_organisation()))) order by name`.execute(
    db,
  );
  return { people: people.rows, teams: teams.rows, municipalities: municipalities.rows };
}
