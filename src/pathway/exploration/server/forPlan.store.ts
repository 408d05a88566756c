import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import { holdsNone } from "../../../trust/access/server/door.ts";

/** What a reported visit or a conversation left for the plan, as it was written there. */
export interface LeftForPlan {
  readonly kind: "visit_wish" | "conversation_wish" | "visit_agreement";
  /** The visit, the conversation, or the agreement of the visit. */
  readonly id: string;
  readonly wording: string;
  readonly on: Day;
  /** Of an agreement alone: who does it, in free words, and by when. */
  readonly who: string | null;
  readonly dueOn: Day | null;
}

/** The family's wishes and what was agreed, the oldest first, as far as the asker may see them. */
export async function listLeftForPlan(db: Db, trajectoryId: string): Promise<readonly LeftForPlan[]> {
  if (holdsNone(db, trajectoryId, "visit_report", "visit_agreement", "broad_conversation")) return [];
  const { rows } = await sql<LeftForPlan>`
    select 'visit_wish' as kind, r.home_visit_id as id, r.family_wants as wording, coalesce(v.held_on, v.reported_on) as "on", null::text as who, null::date as "dueOn", 0::smallint as place
    from visit_report r join home_visit v on v.id = r.home_visit_id where r.trajectory_id = ${trajectoryId} and r.family_wants is not null
    union all
    select 'conversation_wish', c.id, c.family_wants, c.held_on, null, null, 0 from broad_conversation c where c.trajectory_id = ${trajectoryId} and c.family_wants is not null
    union all
    select 'visit_agreement', a.id, a.what, coalesce(v.held_on, v.reported_on), a.who, a.due_on, a.place
    from visit_agreement a join home_visit v on v.id = a.home_visit_id where a.trajectory_id = ${trajectoryId}
    order by 4, 1 desc, 7, 2 limit 200`.execute(db);
  return rows;
}
