import { sql } from "kysely";
import type { Db } from "../../../platform/db/withActor.ts";
import type { Change } from "../rules/describeChange.ts";

export interface KeptChange extends Change {
  readonly at: Date;
  readonly who: string | null;
  readonly organisation: string | null;
}

/** Changes shown on one page of the history. */
export const changesOnPage = 300;

/** What was recorded and changed on a line and its family, newest first, as far as the asker may see the parts it belongs to. */
export async function listChanges(db: Db, line: { id: string; familyId: string }): Promise<readonly KeptChange[]> {
  const { rows } = await sql<KeptChange>`
    select h.table_name as "table", p.name as part, h.was, h.became, h.changed_at as at, w.display_name as who, o.name as organisation
    from (
      (select * from record_history where trajectory_id = ${line.id} order by id desc limit ${changesOnPage})
      union all
      (select * from record_history where family_id = ${line.familyId} order by id desc limit ${changesOnPage})
    ) h
    join part p on p.code = h.part
    left join professional w on w.id = h.changed_by
    left join membership m on m.professional_id = w.id and m.organisation_id = h.author_organisation_id
    left join organisation o on o.id = m.organisation_id
    order by h.id desc limit ${changesOnPage}`.execute(db);
  return rows;
}
