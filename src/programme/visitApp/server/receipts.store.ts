import { sql } from "kysely";
import type { Db } from "../../../platform/db/withActor.ts";

/** What became of an entry, without a word of a family: codes alone. */
export type Outcome =
  | { readonly state: "done"; readonly note: "clock" | "check-date" | null }
  | { readonly state: "refused"; readonly code: string }
  | { readonly state: "conflict" };

export interface Receipt {
  readonly entryId: string;
  readonly visitId: string;
  readonly outcome: Outcome | null;
  readonly version: number | null;
}

export interface Incoming {
  readonly entryId: string;
  readonly visitId: string;
  readonly digest: string;
  readonly content: string;
  readonly enteredAt: string;
}

/** Takes in what a phone sent, in one statement. `same` is false when the id stands for something else. */
export async function receiveEntries(
  db: Db,
  deviceId: string,
  entries: readonly Incoming[],
  clockOff: number,
): Promise<readonly { entryId: string; same: boolean; outcome: Outcome | null; version: number | null }[]> {
  const rows = entries.map(({ entryId, visitId, digest, content, enteredAt }) => ({
    entry_id: entryId,
    visit_id: visitId,
    digest,
    content,
    entered_at: enteredAt,
  }));
  const answer = await sql<{ entryId: string; same: boolean; outcome: Outcome | null; version: number | null }>`
    select entry_id as "entryId", same, outcome, visit_version as version from trust.receive_visit_entries(${deviceId}, ${JSON.stringify(rows)}::jsonb, ${clockOff})`.execute(
    db,
  );
  return answer.rows;
}

/** What waits to be written into visits; nobody else's until the end of the transaction. */
export async function takeWaiting(db: Db, deviceId: string): Promise<readonly { entryId: string; content: string; clockOff: number }[]> {
  const { rows } = await sql<{ entryId: string; content: string; clockOff: number }>`
    select entry_id as "entryId", content, clock_off_seconds as "clockOff" from trust.waiting_visit_entries(${deviceId})`.execute(db);
  return rows;
}

export async function finishEntries(
  db: Db,
  finished: readonly { entryId: string; outcome: Outcome; version: number | null }[],
): Promise<void> {
  const rows = finished.map(({ entryId, outcome, version }) => ({ entry_id: entryId, outcome, visit_version: version }));
  await sql`select trust.finish_visit_entries(${JSON.stringify(rows)}::jsonb)`.execute(db);
}

export async function findReceipts(db: Db, deviceId: string, entryIds: readonly string[]): Promise<readonly Receipt[]> {
  if (entryIds.length === 0) return [];
  const { rows } = await sql<Receipt>`select entry_id as "entryId", visit_id as "visitId", outcome, visit_version as version
    from trust.visit_entry_outcomes(${deviceId}, ${[...entryIds]}::uuid[])`.execute(db);
  return rows;
}

/** One entry by itself within the transaction: when it turns out to be impossible, the others go on. */
export async function byItself<Result>(db: Db, run: () => Promise<Result>, otherwise: (error: unknown) => Result): Promise<Result> {
  await sql`savepoint entry`.execute(db);
  try {
    const result = await run();
    await sql`release savepoint entry`.execute(db);
    return result;
  } catch (error) {
    await sql`rollback to savepoint entry`.execute(db);
    return otherwise(error);
  }
}
