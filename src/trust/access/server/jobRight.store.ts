import { sql } from "kysely";
import type { Db } from "../../../platform/db/withActor.ts";

export interface JobActor {
  readonly professional_id: string;
  readonly membership_id: string;
  readonly organisation_id: string;
  readonly role: string;
  readonly professional: string;
  readonly organisation: string;
  readonly organisation_kind: string;
}

/** Lets one job of this task act in the name of who asks; the id goes in the job's payload and opens nothing but for the worker. */
export async function giveJobRight(db: Db, task: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select trust.give_job_right(${task}) as id`.execute(db);
  return rows[0]?.id ?? "";
}

export async function openJob(db: Db, right: string, task: string, tokenHash: Buffer): Promise<JobActor | null> {
  const { rows } = await sql<JobActor>`select * from trust.open_job(${right}, ${task}, ${tokenHash})`.execute(db);
  return rows[0] ?? null;
}

export async function closeJob(db: Db, right: string): Promise<void> {
  await sql`select trust.close_job(${right})`.execute(db);
}
