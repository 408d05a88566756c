import { sql } from "kysely";
import type { Db } from "../../../platform/db/withActor.ts";

/** Open questions of this concept on the asker's own list. */
export async function listOpenToDos(db: Db, trajectoryId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ kind: string }>`
    select distinct kind from work_item where trajectory_id = ${trajectoryId} and subject_id = ${trajectoryId} and closed_at is null and kind like 'programme-%-unknown'`.execute(
    db,
  );
  return rows.map(({ kind }) => kind);
}

/** Organisations of one kind that are involved today: the youth health service that has to confirm. */
export async function listInvolved(db: Db, trajectoryId: string, kind: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct r.organisation_id as id from care_relation r join organisation o on o.id = r.organisation_id and o.kind = ${kind} and o.active
    where r.trajectory_id = ${trajectoryId} and coalesce(r.until, 'infinity') >= app.today()`.execute(db);
  return rows.map(({ id }) => id);
}
