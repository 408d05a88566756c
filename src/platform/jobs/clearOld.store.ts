import { sql } from "kysely";
import type { Db } from "../db/withActor.ts";

/** Removes what has had its use; the function says what, and after how long. */
export async function clearOld(db: Db): Promise<void> {
  await sql`select app.clear_old()`.execute(db);
}
