import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import { stampedFromSession } from "../../../platform/db/whoRecorded.ts";
import { holdsNone } from "../../../trust/access/server/door.ts";
import type { PlanContent, PlanVersion } from "../familyPlan.ts";

/** The versions that the family agreed to, the newest first. */
export async function listVersions(db: Db, trajectoryId: string): Promise<readonly PlanVersion[]> {
  if (holdsNone(db, trajectoryId, "plan_version")) return [];
  const { rows } = await sql<PlanVersion>`
    select v.id, v.number, v.content, v.agreed_on as "agreedOn", v.way, v.agreed_by as "agreedBy", (v.created_at at time zone 'Europe/Amsterdam')::date as "recordedOn",
      coalesce(p.display_name || ', ', '') || o.name as by
    from plan_version v join organisation o on o.id = v.author_organisation_id left join professional p on p.id = v.author_id
    where v.trajectory_id = ${trajectoryId} order by v.number desc, v.created_at desc limit 200`.execute(db);
  return rows;
}

export async function insertVersion(
  db: Db,
  one: {
    trajectoryId: string;
    number: number;
    content: PlanContent;
    agreedOn: Day;
    way: PlanVersion["way"];
    agreedBy: readonly string[];
  },
): Promise<void> {
  await db
    .insertInto("plan_version")
    .values({
      trajectory_id: one.trajectoryId,
      number: one.number,
      content: JSON.stringify(one.content),
      agreed_on: one.agreedOn,
      way: one.way,
      agreed_by: [...one.agreedBy],
      author_organisation_id: stampedFromSession,
    })
    .execute();
}

/** Asks about what reached its day, and about what someone left behind; how many were asked. */
export async function askAboutPlans(db: Db): Promise<number> {
  const { rows } = await sql<{ asked: number }>`select trust.ask_about_plans() as asked`.execute(db);
  return rows[0]?.asked ?? 0;
}
