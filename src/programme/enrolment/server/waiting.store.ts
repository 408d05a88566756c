import { sql } from "kysely";
import type { Db } from "../../../platform/db/withActor.ts";
import type { Pillar } from "../../configuration/programme.ts";
import type { WaitingFacts } from "../rules/fitsSettings.ts";

export interface WaitingGroup extends WaitingFacts {
  readonly pillar: Pillar;
  readonly families: number;
}

/** Families that may ask for a place, counted by what a programme's figures look at; no family can be told from it. */
export async function listWaitingGroups(db: Db): Promise<readonly WaitingGroup[]> {
  const { rows } = await sql<WaitingGroup>`
    select pillar, municipality_code as municipality, insurer, maternity_care_organisation_id as "maternityCareOrganisationId", families
    from trust.waiting_requests()`.execute(db);
  return rows;
}

export interface WaitingLine extends WaitingFacts {
  readonly trajectoryId: string;
  readonly givenName: string | null;
  readonly prefix: string | null;
  readonly familyName: string;
}

/** The same for who may see families: those of the asker alone. */
export async function listWaitingLines(db: Db): Promise<readonly WaitingLine[]> {
  const { rows } = await sql<WaitingLine>`
    select t.id as "trajectoryId", m.given_name as "givenName", m.prefix, coalesce(m.family_name, '') as "familyName", a.municipality_code as municipality, m.insurer,
      t.maternity_care_organisation_id as "maternityCareOrganisationId"
    from trajectory t
    join lateral (select r.category from category_route r where r.trajectory_id = t.id order by r.number desc limit 1) c on c.category in ('c', 'd')
    left join lateral (select * from family_address f where f.family_id = t.family_id and f.until is null limit 1) a on true
    left join lateral (select * from family_member f where f.family_id = t.family_id and f.kind = 'mother' limit 1) m on true
    where t.state = 'open' and t.loss_on is null and not exists (select from programme_place p where p.trajectory_id = t.id and p.state = 'taken')
    order by m.family_name, t.id limit 200`.execute(db);
  return rows;
}
