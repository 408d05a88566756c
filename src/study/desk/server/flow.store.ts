import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { Arm } from "../../design/study.ts";
import type { AskedCell, FlowCell, InflowCell, InflowPlan, ListState, OutReason } from "../desk.ts";

interface Standing {
  readonly site: string;
  readonly arm: Arm | null;
  readonly armIsOver: boolean;
  readonly out: OutReason | null;
  readonly lists: readonly string[];
  readonly count: number;
}

/** Everyone in a study, counted by what is alike: site, arm, why out, and how each list stands. */
export async function listFlowCells(db: Db, study: string): Promise<readonly FlowCell[]> {
  const { rows } = await sql<Standing>`
    select o.name as site, k.arm, k.arm_over as "armIsOver", k.out, k.lists, c.count
    from (select s.kind, count(*)::integer as count from study_standing s where s.study = ${study} group by s.kind) c
      cross join lateral (select s.site_id, s.arm, s.arm_over, s.out, s.lists from study_standing s where s.study = ${study} and s.kind = c.kind limit 1) k
      join organisation o on o.id = k.site_id order by o.name, o.id`.execute(db);
  return rows.map(({ lists, ...cell }) => ({
    ...cell,
    lists: Object.fromEntries(lists.map((one) => one.split("=") as [string, ListState])),
  }));
}

/** Who said no or nothing yet, of every study: numbers by site. */
export async function listAsked(db: Db): Promise<readonly (AskedCell & { readonly study: string })[]> {
  const { rows } = await sql<AskedCell & { study: string }>`
    select a.study, o.name as site, a.answer, a.families as count from study.asked_at_sites() a join organisation o on o.id = a.site_id order by 1, 2, 3`.execute(
    db,
  );
  return rows;
}

/** Consents by month and arm. */
export async function listInflow(db: Db, study: string): Promise<readonly InflowCell[]> {
  const { rows } = await sql<InflowCell>`
    select s.month, s.arm, count(*)::integer as count from study_standing s where s.study = ${study} group by 1, 2 order by 1, 2`.execute(
    db,
  );
  return rows;
}

/** The plan of inflow that counts; null while nobody set one. */
export async function findInflowPlan(db: Db, study: string): Promise<(InflowPlan & { readonly number: number }) | null> {
  const row = await db
    .selectFrom("study_inflow_plan")
    .select(["starts_on as startsOn", "months", "number"])
    .where("study", "=", study)
    .orderBy("number", "desc")
    .executeTakeFirst();
  return row ?? null;
}

/** False when someone else set a plan since this number. */
export async function insertInflowPlan(
  db: Db,
  plan: { readonly study: string; readonly after: number; readonly startsOn: Day; readonly months: number },
): Promise<boolean> {
  const { rows } = await sql`
    insert into study_inflow_plan (study, number, starts_on, months, set_by)
    select ${plan.study}, ${plan.after + 1}, ${plan.startsOn}, ${plan.months}, trust.my_professional()
    where coalesce((select max(number) from study_inflow_plan where study = ${plan.study}), 0) = ${plan.after}
    on conflict do nothing returning number`.execute(db);
  return rows.length === 1;
}

/** How many lists wait for an answer, and how many never got one, of every study together. */
export async function countLists(db: Db, today: Day): Promise<{ readonly due: number; readonly missing: number }> {
  const { rows } = await sql<{ due: number; missing: number }>`
    select (select count(*)::integer from study_ask where state = 'open' and expires_on >= ${today}) as due,
      (select count(*)::integer from study_ask where state in ('expired', 'declined') or (state = 'open' and expires_on < ${today})) as missing`.execute(
    db,
  );
  return rows[0] ?? { due: 0, missing: 0 };
}
