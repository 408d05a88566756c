import { sql } from "kysely";
import type { Db } from "../../../platform/db/withActor.ts";

export async function noticeNewWork(db: Db, principal: number, mail: { subject: string; body: string }): Promise<void> {
  await sql`select trust.notice_new_work(${principal}, ${mail.subject}, ${mail.body})`.execute(db);
}

/** How many of at most so many were written to: fewer when there are no more. */
export async function noticeDueWork(db: Db, mail: { subject: string; body: string }, most: number): Promise<number> {
  const { rows } = await sql<{ told: number }>`select trust.notice_due_work(${mail.subject}, ${mail.body}, ${most}) as told`.execute(db);
  return rows[0]?.told ?? 0;
}
