import type { Db } from "../../../../platform/db/withActor.ts";

/** Earlier pregnancies and births as the practice wrote them (G2P1); null when it is not known, or not the asker's to see. */
export async function findParity(db: Db, trajectoryId: string): Promise<string | null> {
  const row = await db.selectFrom("trajectory").select("parity").where("id", "=", trajectoryId).executeTakeFirst();
  return row?.parity ?? null;
}
