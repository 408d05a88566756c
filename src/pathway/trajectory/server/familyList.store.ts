import { type RawBuilder, sql } from "kysely";
import { addDays, type Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { ListFilter } from "../familyList.ts";
import { postpartumDays } from "../rules/period.ts";

/** A line as it stands on a list, as far as the asker may see it. */
export interface ListedLine {
  readonly id: string;
  readonly givenName: string | null;
  readonly prefix: string | null;
  readonly familyName: string | null;
  readonly birthDate: Day | null;
  readonly dueDate: Day | null;
  readonly bornOn: Day | null;
  readonly lossOn: Day | null;
  readonly state: "open" | "ended";
  readonly municipality: string | null;
  readonly place: string | null;
  readonly interpreterNeeded: boolean;
}

export const linesOnPage = 25;
/** With more families than this the list starts from the days, not from what the asker may see. */
const smallCaseload = 2000;

/** Families that the asker may see, from after one of them; one more than fits on a page tells that there is a next one. */
export async function listOwnLines(
  db: Db,
  asker: { organisationId: string },
  filter: ListFilter,
  today: Day,
  after: string | null,
): Promise<readonly ListedLine[]> {
  // As numbers, not as a question within the question: then the planner knows how few they are. Of many grants none is fetched.
  const { rows: who } = await sql<{ principals: readonly number[] }>`select trust.my_principals() as principals`.execute(db);
  const { rows: grants } = await sql<{ ids: readonly string[] | null }>`
    select case when count(*) <= ${smallCaseload} then coalesce(array_agg(distinct few.trajectory_id), '{}') end as ids from (
      select trajectory_id from access_grant where principal = any(${who[0]?.principals ?? []}::int[]) and part = 1 and until >= ${today} limit ${sql.lit(smallCaseload + 1)}
    ) few`.execute(db);
  const order = newestFirst(filter) ? sql`day desc, id desc` : sql`day, id`;
  const where = sql`${conditions(filter, today)} ${afterLine(after, newestFirst(filter))}`;
  const first = sql`order by ${order} limit ${sql.lit(linesOnPage + 1)}`;
  const ids = grants[0]?.ids ?? null;
  // The lateral keeps the planner at these few lines; of many granted lines the days come first, and each is looked at under its policy.
  const granted =
    ids === null
      ? sql`select t.id, t.day from trajectory t where ${where} ${first}`
      : sql`select l.id, l.day from unnest(${ids}::uuid[]) as g(id) cross join lateral (
          select t.id, t.day from trajectory t where t.id = g.id and ${where} offset 0) l ${first}`;
  const { rows } = await sql<{ id: string }>`
    select id from (
      (select t.id, t.day from trajectory t where t.author_organisation_id = ${asker.organisationId} and ${where} ${first})
      union
      (${granted})
    ) line ${first}`.execute(db);
  return findListedLines(
    db,
    rows.map(({ id }) => id),
  );
}

/** These lines in this order; what may not be seen is left out. */
export async function findListedLines(db: Db, ids: readonly string[]): Promise<readonly ListedLine[]> {
  const { rows } = await sql<ListedLine>`
    select t.id, m.given_name as "givenName", m.prefix, m.family_name as "familyName", m.birth_date as "birthDate", t.due_date as "dueDate", t.born_on as "bornOn",
      t.loss_on as "lossOn", t.state, g.name as municipality, a.place, f.interpreter_needed as "interpreterNeeded"
    from unnest(${ids}::uuid[]) with ordinality as wanted(id, nr)
    join trajectory t on t.id = wanted.id
    join family f on f.id = t.family_id
    left join lateral (select * from family_member m where m.family_id = t.family_id and m.kind = 'mother' order by m.created_at limit 1) m on true
    left join lateral (select * from family_address a where a.family_id = t.family_id and a.until is null order by a.since desc limit 1) a on true
    left join municipality g on g.code = a.municipality_code
    order by wanted.nr`.execute(db);
  return rows;
}

const newestFirst = (filter: ListFilter): boolean => filter !== "pregnancy" && filter !== "preconception";

/** Days are compared with days alone: PostgreSQL asks a policy first about anything that could leak, and each answer costs. */
function conditions(filter: ListFilter, today: Day): RawBuilder<unknown> {
  const lastPostpartum = addDays(today, -postpartumDays);
  switch (filter) {
    case "pregnancy":
      return sql`t.state = 'open' and t.born_on is null and t.loss_on is null and t.day is not null`;
    case "postpartum":
      return sql`t.state = 'open' and t.loss_on is null and t.born_on is not null and t.day > ${lastPostpartum} and t.day <= ${today}`;
    case "infancy":
      return sql`t.state = 'open' and t.loss_on is null and t.born_on is not null and t.day <= ${lastPostpartum}`;
    case "preconception":
      return sql`t.state = 'open' and t.loss_on is null and t.day is null`;
    case "afterLoss":
      return sql`t.state = 'open' and t.loss_on is not null`;
    case "ended":
      return sql`t.state = 'ended'`;
  }
}

/** The line itself says where the page before ended, so that no day stands in an address. */
function afterLine(after: string | null, newest: boolean): RawBuilder<unknown> {
  if (after === null) return sql``;
  const last = sql`(select l.day, l.id from trajectory l where l.id = ${after})`;
  return newest ? sql`and (t.day, t.id) < ${last}` : sql`and ((t.day, t.id) > ${last} or (t.day is null and t.id > ${after}))`;
}
