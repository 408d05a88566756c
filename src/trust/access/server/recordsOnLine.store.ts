import { sql } from "kysely";
import type { DB } from "../../../platform/db/schema.ts";
import type { Db } from "../../../platform/db/withActor.ts";

/** What was learned of a line: the tables that hold something of it, and what more than one part of the page asks. */
interface Known {
  readonly tables: ReadonlySet<string>;
  readonly asked: Map<string, Promise<unknown>>;
}
/** By transaction and line. */
const known = new WeakMap<Db, Map<string, Known>>();

/**
 * For a page that only shows, and would ask every table: learns, for this transaction, which hold something of the line. Who is not involved
 * learns nothing, and asks them all.
 */
export async function learnRecords(db: Db, trajectoryId: string): Promise<void> {
  const { rows } = await sql<{ tables: readonly string[] | null }>`select trust.records_on_line(${trajectoryId}) as tables`.execute(db);
  const tables = rows[0]?.tables;
  if (tables) known.set(db, (known.get(db) ?? new Map<string, Known>()).set(trajectoryId, { tables: new Set(tables), asked: new Map() }));
}

/** Whether it was learned that these tables hold nothing of the line, so that they need not be asked. False when nobody looked. */
export function holdsNone(db: Db, trajectoryId: string, ...tables: readonly (keyof DB)[]): boolean {
  const line = known.get(db)?.get(trajectoryId);
  return line !== undefined && !tables.some((table) => line.tables.has(table));
}

/** Whether it was learned what there is of this line, which only who is involved can. */
export const knowsLine = (db: Db, trajectoryId: string): boolean => known.get(db)?.has(trajectoryId) === true;

/** What more than one part of such a page asks is asked once. Elsewhere each time: an act may have changed it. */
export function askOnce<Answer>(db: Db, trajectoryId: string, what: string, ask: () => Promise<Answer>): Promise<Answer> {
  const line = known.get(db)?.get(trajectoryId);
  if (!line) return ask();
  const answer = (line.asked.get(what) as Promise<Answer> | undefined) ?? ask();
  line.asked.set(what, answer);
  return answer;
}
