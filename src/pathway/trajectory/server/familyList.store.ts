import { type RawBuilder, sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { ListFilter } from "../familyList.ts";

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

export const linesOnPage = 50;
/** With more families than this the list starts from the days, not from what the asker may see. */
const smallCaseload = 2000;

/** Families that the asker may see, from after one of them; one more than fits on a page tells that there is a next one. */
export async function listOwnLines(db: Db, filter: ListFilter, today: Day, after: string | null): Promise<readonly ListedLine[]> {
  const { rows: grants } = await sql<{ id: string }>`
    select distinct trajectory_id as id from access_grant where principal = any((select trust.my_principals())::int[]) and part = 1 and until >= ${today} limit ${smallCaseload + 1}`.execute(
    db,
  );
  const { where, newestFirst } = conditions(filter, today);
  const page = sql`${where} ${afterLine(after, newestFirst)} order by ${orderOf(newestFirst)} limit ${linesOnPage + 1}`;
  const granted =
    grants.length > smallCaseload
      ? sql`select t.id, t.day from trajectory t where ${page}`
      : sql`select t.id, t.day from trajectory t where t.id = any(${grants.map(({ id }) => id)}::uuid[]) and ${page}`;
  const { rows } = await sql<{ id: string }>`
    select t.id from (
      (select t.id, t.day from trajectory t where t.author_organisation_id = (select trust.my_organisation()) and ${page}) union (${granted})
    ) t order by ${orderOf(newestFirst)} limit ${linesOnPage + 1}`.execute(db);
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

function conditions(filter: ListFilter, today: Day): { where: RawBuilder<unknown>; newestFirst: boolean } {
  switch (filter) {
    case "pregnancy":
      return { where: sql`t.state = 'open' and t.born_on is null and t.loss_on is null and t.day is not null`, newestFirst: false };
    case "postpartum":
      return {
        where: sql`t.state = 'open' and t.loss_on is null and t.born_on > ${today}::date - 10 and t.day > ${today}::date - 10`,
        newestFirst: true,
      };
    case "infancy":
      return {
        where: sql`t.state = 'open' and t.loss_on is null and t.born_on is not null and t.day <= ${today}::date - 10 and t.day > ${today}::date - interval '2 years'`,
        newestFirst: true,
      };
    case "preconception":
      return { where: sql`t.state = 'open' and t.day is null and t.loss_on is null`, newestFirst: false };
    case "afterLoss":
      return { where: sql`t.state = 'open' and t.loss_on is not null`, newestFirst: true };
    case "ended":
      return {
        where: sql`(t.state = 'ended' or (t.loss_on is null and t.born_on <= ${today}::date - interval '2 years'))`,
        newestFirst: true,
      };
  }
}

function orderOf(newestFirst: boolean): RawBuilder<unknown> {
  return newestFirst ? sql`t.day desc nulls last, t.id desc` : sql`t.day, t.id`;
}

/** The line itself says where the page before ended, so that no day stands in an address. */
function afterLine(after: string | null, newestFirst: boolean): RawBuilder<unknown> {
  if (after === null) return sql``;
  const last = sql`(select l.day, l.id from trajectory l where l.id = ${after})`;
  return newestFirst ? sql`and (t.day, t.id) < ${last}` : sql`and ((t.day, t.id) > ${last} or (t.day is null and t.id > ${after}))`;
}
