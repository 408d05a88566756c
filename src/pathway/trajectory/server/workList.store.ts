import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { WorkFilter } from "../rules/workList.ts";
import type { WorkFacts } from "../workKind.ts";

export interface WorkItem {
  readonly id: number;
  readonly kind: string;
  readonly subjectId: string;
  readonly trajectoryId: string | null;
  readonly dueOn: Day;
  readonly since: Day;
  readonly facts: WorkFacts;
  /** Name and due date of the family; null when the asker may not see who it is. */
  readonly givenName: string | null;
  readonly prefix: string | null;
  readonly familyName: string | null;
  readonly dueDate: Day | null;
  readonly bornOn: Day | null;
  readonly place: string | null;
}

/** No count says more than this: beyond it the list is worked from the top anyway. */
export const countedAtMost = 100;
export const workPageSize = 25;

/** A stretch of one list of the asker's open work, soonest first. */
export interface Stretch {
  readonly of: WorkFilter | "todo";
  readonly from: number;
  readonly most: number;
}

/**
 * Stretches of the asker's open work, in one question, each item with the family as far as she may see it. Starts from each of her
 * principals, so that a large caseload costs no more; numbers stand in the text, since a plan for any number would read everything.
 */
export async function listWork(db: Db, today: Day, stretches: readonly Stretch[]): Promise<readonly (readonly WorkItem[])[]> {
  const parts = stretches.map(
    ({ of, from, most }, nr) => sql`(
      select ${sql.lit(nr)} as nr, w.* from unnest(trust.my_principals()) p cross join lateral (
        select * from work_item i where i.principal = p and i.closed_at is null and i.side = ${sql.lit(sideOf(of))} and ${dueWithin(of, today)}
        order by i.due_on, i.id limit ${sql.lit(from + most)}
      ) w order by w.due_on, w.id limit ${sql.lit(most)} offset ${sql.lit(from)})`,
  );
  const { rows } = await sql<WorkItem & { nr: number }>`
    select mine.nr, mine.id, mine.kind, mine.subject_id as "subjectId", mine.trajectory_id as "trajectoryId", mine.due_on as "dueOn", mine.since, mine.facts,
      who.given_name as "givenName", who.prefix, who.family_name as "familyName", who.due_date as "dueDate", who.born_on as "bornOn", who.place
    from (${sql.join(parts, sql` union all `)}) mine left join lateral (
      select m.given_name, m.prefix, m.family_name, case when t.loss_on is null then t.due_date end as due_date, case when t.loss_on is null then t.born_on end as born_on,
        (select a.place from family_address a where a.family_id = t.family_id and a.until is null limit 1) as place
      from trajectory t join family_member m on m.family_id = t.family_id and m.kind = 'mother' where t.id = mine.trajectory_id limit 1
    ) who on true order by mine.nr, mine.due_on, mine.id`.execute(db);
  return stretches.map((_, nr) => rows.filter((row) => row.nr === nr));
}

/** How much there is of each, counted to a hundred; in the order of the list, so that no other work is read. */
export async function countWork(db: Db, today: Day): Promise<Readonly<Record<WorkFilter, number>>> {
  const most = sql.lit(countedAtMost);
  const count = (filter: WorkFilter) => sql<number>`(select count(*)::int from (
    select from unnest(trust.my_principals()) p cross join lateral (
      select from work_item i where i.principal = p and i.closed_at is null and i.side = ${sql.lit(sideOf(filter))} and ${dueWithin(filter, today)} order by i.due_on limit ${most}
    ) w limit ${most}) counted)`;
  const { rows } = await sql<
    Record<WorkFilter, number>
  >`select ${count("late")} as late, ${count("week")} as week, ${count("waiting")} as waiting`.execute(db);
  return rows[0] ?? { late: 0, week: 0, waiting: 0 };
}

const sideOf = (filter: WorkFilter | "todo") => (filter === "waiting" ? "waiting" : "mine");

function dueWithin(filter: WorkFilter | "todo", today: Day) {
  if (filter === "late") return sql`i.due_on < ${today}::date`;
  if (filter === "week") return sql`i.due_on between ${today}::date and ${today}::date + 7`;
  return sql`true`;
}
