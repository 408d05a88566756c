import { sql } from "kysely";
import { database, workerDatabase } from "../db/connection.ts";

/** So often, within so many seconds. */
export interface Limit {
  readonly kind: string;
  readonly times: number;
  readonly seconds: number;
}

/** Counts a try, at once and for every process. Answers the seconds to wait: 0 when it may go on. */
export async function countAttempt(limit: Limit, subject: Uint8Array, times = 1): Promise<number> {
  const { rows } = await sql<{
    wait: number;
  }>`select app.count_attempt(${limit.kind}, ${subject}, ${limit.times}, ${limit.seconds}, ${times}) as wait`.execute(database());
  return rows[0]?.wait ?? 0;
}

/** Gives one try back after it went well, or all of them. */
export async function forgetAttempts(limit: Limit, subject: Uint8Array, times: number | "all"): Promise<void> {
  await sql`select app.forget_attempt(${limit.kind}, ${subject}, ${times === "all" ? null : times})`.execute(database());
}

export async function clearAttempts(): Promise<void> {
  await sql`select app.clear_attempts()`.execute(workerDatabase());
}
