import { sql, type RawBuilder } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { Arm } from "../../design/study.ts";
import type { DeskList, Standing, WhyCode } from "../desk.ts";

export interface ListFilter {
  readonly standing: Standing;
  /** As study:wave; empty: every wave. */
  readonly waves: readonly string[];
  readonly arm: Arm | null;
  readonly siteId: string | null;
  readonly why: WhyCode | null;
}
export type ListOrder = "end" | "end-last" | "code" | "site";

const standingIn = (standing: Standing, today: Day): RawBuilder<unknown> => {
  if (standing === "due") return sql`a.state = 'open' and a.expires_on >= ${today}`;
  if (standing === "missing") return sql`(a.state in ('expired', 'declined') or (a.state = 'open' and a.expires_on < ${today}))`;
  return sql`a.state = ${standing}`;
};

/** The same as rules/standingOf.ts says of one list: the tests hold them beside each other. */
const whyIs = (why: WhyCode): RawBuilder<unknown> => {
  const begun = sql`a.reached is not null`;
  const blocked = sql`a.told in ('no_text', 'no_address')`;
  const still = sql`a.state in ('open', 'expired')`;
  switch (why) {
    case "half_way":
      return sql`${still} and ${begun}`;
    case "no_text":
    case "no_address":
      return sql`${still} and not ${begun} and a.told = ${why}`;
    case "paper_out":
      return sql`${still} and not ${begun} and ${blocked} is not true and a.way = 'paper' and a.printed_on is not null`;
    case "paper_to_print":
      return sql`${still} and not ${begun} and ${blocked} is not true and a.way = 'paper' and a.printed_on is null`;
    case "help_waits":
      return sql`${still} and not ${begun} and ${blocked} is not true and a.way = 'help'`;
    case "not_begun":
      return sql`${still} and not ${begun} and ${blocked} is not true and coalesce(a.way, 'link') = 'link'`;
    case "declined":
      return sql`a.state = 'declined'`;
    case "withdrawn":
    case "loss":
    case "moved":
      return sql`a.state = 'stopped' and a.stopped_because = ${why}`;
    case "ended":
      return sql`a.state = 'stopped' and coalesce(a.stopped_because, '') not in ('withdrawn', 'loss', 'moved')`;
    case "waits":
      return sql`a.state = 'planned'`;
    case "answered":
      return sql`a.state = 'answered'`;
  }
};

function where({ standing, waves, arm, siteId, why }: ListFilter, today: Day): RawBuilder<unknown> {
  const conditions = [standingIn(standing, today)];
  if (waves.length > 0) conditions.push(sql`a.waves && ${[...waves]}::text[]`);
  if (siteId !== null) conditions.push(sql`p.site_id = ${siteId}::uuid`);
  if (arm !== null)
    conditions.push(
      sql`exists (select from study_participation q where q.participant_id = a.participant_id and q.arm = ${arm} and a.waves && array[q.study || ':T0', q.study || ':T1', q.study || ':T2', q.study || ':T3', q.study || ':T4'])`,
    );
  if (why !== null) conditions.push(whyIs(why));
  return sql.join(conditions, sql` and `);
}

const orders: Readonly<Record<ListOrder, RawBuilder<unknown>>> = {
  end: sql`a.expires_on, a.id`,
  "end-last": sql`a.expires_on desc, a.id desc`,
  code: sql`p.code, a.expires_on, a.id`,
  site: sql`o.name, p.code, a.expires_on, a.id`,
};

interface Row extends Omit<DeskList, "waves"> {
  readonly waves: readonly string[];
  readonly arms: Readonly<Record<string, Arm | null>> | null;
}

const columns = sql`a.id, p.code, o.name as site, a.waves, a.state, a.way, a.late, a.opens_on as "opensOn", a.remind_on::text[] as "remindOn", a.expires_on as "expiresOn",
  a.answered_on as "answeredOn", a.told, a.reminded, a.printed_on is not null as printed, a.reached is not null as begun, a.stopped_because as "stoppedBecause",
  (select jsonb_object_agg(q.study, q.arm) from study_participation q where q.participant_id = a.participant_id) as arms`;
const tables = sql`study_ask a join study_participant p on p.id = a.participant_id join organisation o on o.id = p.site_id`;

/** One page of lists, or all of them for a file. */
export async function listLists(
  db: Db,
  { filter, order, today, limit, offset }: { filter: ListFilter; order: ListOrder; today: Day; limit: number; offset: number },
): Promise<readonly DeskList[]> {
  const { rows } = await sql<Row>`
    select ${columns} from ${tables} where ${where(filter, today)} order by ${orders[order]} limit ${limit} offset ${offset}`.execute(db);
  return rows.map(toList);
}

export async function countListsBy(db: Db, filter: ListFilter, today: Day): Promise<number> {
  const from = filter.siteId === null ? sql`study_ask a` : sql`study_ask a join study_participant p on p.id = a.participant_id`;
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from ${from} where ${where(filter, today)}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** All lists of one participant, first those that come first. */
export async function listListsOf(db: Db, participantId: string): Promise<readonly DeskList[]> {
  const { rows } =
    await sql<Row>`select ${columns} from ${tables} where a.participant_id = ${participantId} order by a.opens_on, a.id`.execute(db);
  return rows.map(toList);
}

function toList({ waves, arms, ...row }: Row): DeskList {
  return {
    ...row,
    waves: waves.map((one) => {
      const [study = "", wave = ""] = one.split(":");
      return { study, wave, arm: arms?.[study] ?? null };
    }),
  };
}

/** Organisations that asked someone. */
export async function listSites(db: Db): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select o.id, o.name from organisation o where exists (select from study_participant p where p.site_id = o.id) order by o.name, o.id`.execute(
    db,
  );
  return rows;
}
