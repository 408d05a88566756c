import { sql } from "kysely";
import type { Db } from "../../../platform/db/withActor.ts";
import type { Line } from "../line.ts";

/** The columns of a `Line`, from `lineAndParents`. */
export const lineColumns = sql`t.id, t.family_id as "familyId", t.due_date as "dueDate", t.state, t.loss_on as "lossOn", t.author_organisation_id as "organisationId", t.version,
  t.born_on as "bornOn", parent.mother as "motherId", parent.partner as "partnerId",
  (select a.municipality_code from family_address a where a.family_id = t.family_id and a.until is null order by a.since desc limit 1) as municipality`;
export const lineAndParents = sql`trajectory t cross join lateral (
  select (array_agg(m.id order by m.created_at) filter (where m.kind = 'mother'))[1] as mother, (array_agg(m.id order by m.created_at) filter (where m.kind = 'partner'))[1] as partner
  from family_member m where m.family_id = t.family_id) parent`;

/** The line, as far as the asker may see it; null when it does not exist or is not hers to see. */
export async function findLine(db: Db, trajectoryId: string): Promise<Line | null> {
  const { rows } = await sql<Line>`select ${lineColumns} from ${lineAndParents} where t.id = ${trajectoryId}`.execute(db);
  return rows[0] ?? null;
}
