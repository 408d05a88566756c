import { sql } from "kysely";
import type { Db } from "../../../platform/db/withActor.ts";

/** Removes what nobody finished, and what happened with accounts long ago. */
export async function clearSignIn(db: Db): Promise<void> {
  await sql`select trust.clear_sign_in()`.execute(db);
}
