import { sql } from "kysely";
import type { Db } from "../../../platform/db/withActor.ts";
import type { Line } from "../line.ts";

/** The line, as far as the asker may see it; null when it does not exist or is not hers to see. */
export async function findLine(db: Db, trajectoryId: string): Promise<Line | null> {
  const { rows } = await sql<Line>`
    select t.id, t.family_id as "familyId", t.due_date as "dueDate", t.state, t.loss_on as "lossOn", t.author_organisation_id as "organisationId", t.version,
      t.born_on as "bornOn",
      (select a.municipality_code from family_address a where a.family_id = t.family_id and a.until is null order by a.since desc limit 1) as municipality,
      (select m.id from family_member m where m.family_id = t.family_id and m.kind = 'mother' order by m.created_at limit 1) as "motherId",
      (select m.id from family_member m where m.family_id = t.family_id and m.kind = 'partner' order by m.created_at limit 1) as "partnerId"
    from trajectory t where t.id = ${trajectoryId}`.execute(db);
  return rows[0] ?? null;
}
