import { sql } from "kysely";
import type { Db } from "../../../platform/db/withActor.ts";

export interface FailedMail {
  readonly address: string;
  readonly count: number;
  /** Of these: mail of which nobody knows whether it arrived. */
  readonly inDoubt: number;
  readonly since: Date;
}

/** To whom mail could not be sent, the longest first. */
export async function listFailedMail(db: Db): Promise<readonly FailedMail[]> {
  const { rows } =
    await sql<FailedMail>`select to_address as address, how_many as count, in_doubt as "inDoubt", since from trust.failed_mail()`.execute(
      db,
    );
  return rows;
}

/** How many are tried again. */
export async function sendAgain(db: Db): Promise<number> {
  const { rows } = await sql<{ again: number }>`select trust.send_mail_again() as again`.execute(db);
  return rows[0]?.again ?? 0;
}

export async function watchFailedMail(db: Db): Promise<void> {
  await sql`select trust.watch_failed_mail()`.execute(db);
}
