import { sql } from "kysely";
import type { Db } from "../../../platform/db/withActor.ts";
import type { Stage, StageCount, StageFamily } from "../flow.ts";

/** All families in the area of a programme, for who steers it: numbers alone. */
export async function countArea(db: Db, programmeId: string): Promise<readonly StageCount[]> {
  const { rows } = await sql<StageCount>`select stage, families, days from trust.route_numbers(${programmeId})`.execute(db);
  return rows;
}

/** The asker's own families: those that she has to do with. */
export async function countOwn(db: Db): Promise<readonly StageCount[]> {
  const { rows } = await sql<StageCount>`
    select stage, count(*)::integer as families, percentile_disc(0.5) within group (order by greatest(0, app.today() - since))::integer as days
    from flow_line where stage is not null group by 1`.execute(db);
  return rows;
}

/** Who stands there longest comes first. */
export async function listOwn(db: Db, stage: Stage, most: number): Promise<readonly StageFamily[]> {
  const { rows } = await sql<StageFamily>`
    select f.trajectory_id as "trajectoryId", m.given_name as "givenName", m.prefix, m.family_name as "familyName", f.since, greatest(0, app.today() - f.since) as days
    from flow_line f left join lateral (select * from family_member n where n.family_id = f.family_id and n.kind = 'mother' limit 1) m on true
    where f.stage = ${stage} order by f.since, f.trajectory_id limit ${most}`.execute(db);
  return rows;
}
