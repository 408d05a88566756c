import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";

/** A line to choose, told apart by name, day of birth and place. */
export interface FamilyChoice {
  readonly trajectoryId: string;
  readonly givenName: string | null;
  readonly prefix: string | null;
  readonly familyName: string;
  readonly birthDate: Day | null;
  readonly dueDate: Day | null;
  readonly place: string | null;
}

/** The open lines with these ids that the asker may see, in the order of the ids. */
export async function listChoices(db: Db, trajectoryIds: readonly string[]): Promise<readonly FamilyChoice[]> {
  const { rows } = await sql<FamilyChoice>`
    select t.id as "trajectoryId", m.given_name as "givenName", m.prefix, m.family_name as "familyName", m.birth_date as "birthDate", t.due_date as "dueDate",
      (select a.place from family_address a where a.family_id = t.family_id and a.until is null order by a.since desc limit 1) as place
    from unnest(${trajectoryIds}::uuid[]) with ordinality as asked(id, nr) join trajectory t on t.id = asked.id
    cross join lateral (select * from family_member f where f.family_id = t.family_id and f.kind = 'mother' order by f.created_at limit 1) m
    where t.state = 'open' order by asked.nr`.execute(db);
  return rows;
}

/** Lines that the asker has work on now: the first that she may be looking for. */
export async function listLinesWithWork(db: Db, most: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select trajectory_id as id from (
      select w.trajectory_id, w.due_on from unnest(trust.my_principals()) p cross join lateral (
        select trajectory_id, due_on from work_item i where i.principal = p and i.closed_at is null and i.side = 'mine' and i.trajectory_id is not null order by i.due_on, i.id limit 50
      ) w) found group by trajectory_id order by min(due_on) limit ${most}`.execute(db);
  return rows.map(({ id }) => id);
}
