import { sql } from "kysely";
import type { Db } from "../../platform/db/withActor.ts";

/** Lines that the asker may see of families with these words, the best first. Never says how many more there are. */
export async function searchFamilies(db: Db, words: string, most: number): Promise<readonly { trajectoryId: string; score: number }[]> {
  const { rows } = await sql<{ trajectoryId: string; score: number }>`
    select trajectory_id as "trajectoryId", score from trust.search_families(${words}, ${most})`.execute(db);
  return rows;
}

/** Keeps what is looked for under an id, so that no name stands in an address. */
export async function keepSearch(db: Db, typed: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select trust.keep_search(${typed}) as id`.execute(db);
  return rows[0]?.id ?? "";
}

/** What the asker looked for under this id; null when that was someone else, or long ago. */
export async function findKeptSearch(db: Db, id: string): Promise<string | null> {
  const { rows } = await sql<{ typed: string | null }>`select trust.kept_search(${id}) as typed`.execute(db);
  return rows[0]?.typed ?? null;
}
