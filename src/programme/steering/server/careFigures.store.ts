import { sql } from "kysely";
import type { Db } from "../../../platform/db/withActor.ts";
import type { CareQuarter, FlexibleQuarter, WaitQuarter } from "../steering.ts";

/** Hours of maternity care by quarter; small counts hidden for who may not see them. */
export async function listCare(db: Db, programmeId: string): Promise<readonly CareQuarter[]> {
  const { rows } = await sql<CareQuarter>`
    select quarter, families, few, indicated_mean as "indicatedMean", delivered_mean as "deliveredMean", indicated_minutes::float8 as "indicatedMinutes",
      delivered_minutes::float8 as "deliveredMinutes", refused_minutes::float8 as "refusedMinutes" from trust.steering_care(${programmeId})`.execute(
    db,
  );
  return rows;
}

/** Hours of flexible care by quarter; small counts hidden for who may not see them. */
export async function listFlexible(db: Db, programmeId: string): Promise<readonly FlexibleQuarter[]> {
  const { rows } = await sql<FlexibleQuarter>`
    select quarter, families, agreed_minutes::float8 as "agreedMinutes", delivered_minutes::float8 as "deliveredMinutes", refused_minutes::float8 as "refusedMinutes",
      agreed_mean as "agreedMean", delivered_mean as "deliveredMean" from trust.steering_flexible(${programmeId})`.execute(db);
  return rows;
}

export async function listWaits(db: Db, programmeId: string): Promise<readonly WaitQuarter[]> {
  const { rows } =
    await sql<WaitQuarter>`select step, quarter, families, median, ninetieth from trust.steering_waits(${programmeId})`.execute(db);
  return rows;
}

/** When hours and waiting times were counted last; null: never. */
export async function findCounted(db: Db): Promise<string | null> {
  const row = await db.selectFrom("steering_counted").select("counted_at").executeTakeFirst();
  return row === undefined ? null : new Date(row.counted_at).toISOString();
}

/** Counts everything anew: for the job. */
export async function countAll(db: Db): Promise<void> {
  await sql`select trust.rebuild_steering()`.execute(db);
}
