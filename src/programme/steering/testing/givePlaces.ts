import type { Region } from "../../../registry/testing/aRegion.ts";

export interface Given {
  readonly pillar: 1 | 2;
  readonly municipality: string;
  readonly on: string;
  readonly families: number;
}

/** Places of invented families (their lines come back), given on a day, as decisions leave them: without the decisions' own road, which other tests walk. */
export async function givePlaces(region: Region, { pillar, municipality, on, families }: Given): Promise<readonly string[]> {
  const rows = await region.asOwner<{ id: string }>(
    `with f as (insert into family (author_organisation_id) select $5 from generate_series(1, $4::int) returning id),
      t as (insert into trajectory (family_id, due_date, author_organisation_id) select id, $3::date + 60, $5 from f returning id),
      d as (insert into programme_decision (trajectory_id, programme_id, version_id, pillar, entry, outcome, criteria, decided_on, role, author_organisation_id)
        select t.id, v.programme_id, v.id, $1, 'direct', 'place', '[]', $3, 'midwife', $5 from t cross join (select * from programme_version order by starts_on limit 1) v
        returning id, trajectory_id)
    insert into programme_place (trajectory_id, decision_id, pool_id, pillar, entry, taken_on, municipality_code, maternity_care_organisation_id, author_organisation_id)
    select d.trajectory_id, d.id, o.id, $1, 'direct', $3, $2, $6, $5 from d join place_pool o on o.pillar = $1 and o.entry = 'direct'
      and o.programme_id = (select programme_id from programme_version order by starts_on limit 1)
    returning trajectory_id as id`,
    [pillar, municipality, on, families, region.organisationId("practice"), region.organisationId("maternityCare")],
  );
  return rows.map(({ id }) => id);
}
