import { sql } from "kysely";
import { workerDatabase } from "../db/connection.ts";

/** What workers that are gone had in hand waits again. */
export async function releaseJobs(): Promise<void> {
  await sql`select app.release_jobs()`.execute(workerDatabase());
}
