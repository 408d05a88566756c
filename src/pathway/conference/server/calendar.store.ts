import { sql } from "kysely";
import type { Db } from "../../../platform/db/withActor.ts";
import type { Sitting } from "../sitting.ts";
import { sittingColumns } from "./sitting.store.ts";

export async function saveFeed(db: Db, hash: Buffer): Promise<void> {
  await sql`select trust.make_calendar_feed(${hash})`.execute(db);
}
export async function endFeed(db: Db): Promise<void> {
  await sql`select trust.end_calendar_feed()`.execute(db);
}
export async function findFeed(db: Db): Promise<Date | null> {
  const { rows } = await sql<{ since: Date | null }>`select trust.my_calendar_feed() as since`.execute(db);
  return rows[0]?.since ?? null;
}

/** Sittings in the calendar of whoever has this address; null when it is nobody's (any more). */
export async function listFeed(db: Db, hash: Buffer): Promise<readonly Sitting[] | null> {
  const known = await sql<{ known: boolean }>`select trust.knows_calendar(${hash}) as known`.execute(db);
  if (!known.rows[0]?.known) return null;
  const { rows } = await sql<Sitting>`
    select ${sittingColumns}, false as chairs from trust.calendar_of(${hash}) s join conference_series r on r.id = s.series_id join organisation o on o.id = r.organisation_id
    order by s.held_on, s.id`.execute(db);
  return rows;
}
