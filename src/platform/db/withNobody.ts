import { sql } from "kysely";
import { database, workerDatabase } from "./connection.ts";
import { retryConflicts } from "./retryConflicts.ts";
import type { Db } from "./withActor.ts";

/**
 * A transaction of someone who is not signed in: the sign-in itself and the public front door. It sees no rows of care data; it can only
 * call the definer functions that were made for it. Its trail event is written with it.
 */
export function withNobody<Result>(
  event: string,
  from: { source: string; requestId: string },
  run: (db: Db, today: string) => Promise<Result>,
): Promise<Result> {
  return retryConflicts(() =>
    database()
      .transaction()
      .execute(async (db) => {
        const result = await run(db, await todayOf(db));
        const outcome = isRefusal(result) ? "refused" : "done";
        await sql`select trust.record(${event}, ${outcome}, '{}', null, null, ${from.source}, ${from.requestId})`.execute(db);
        return result;
      }),
  );
}

/** A value with another code than "done" is an expected refusal: the transaction stands, and its event says so. */
const isRefusal = (result: unknown): boolean =>
  typeof result === "object" && result !== null && "code" in result && typeof result.code === "string" && result.code !== "done";

/** A job's transaction. A job acts as itself: it sees no care data but what the definer functions made for it give. */
export function withJob<Result>(job: string, run: (db: Db, today: string) => Promise<Result>): Promise<Result> {
  return retryConflicts(() =>
    workerDatabase()
      .transaction()
      .execute(async (db) => {
        const result = await run(db, await todayOf(db));
        await sql`select trust.record(${`job.${job}`}, 'done', '{}', null, null, ${job}, null)`.execute(db);
        return result;
      }),
  );
}

async function todayOf(db: Db): Promise<string> {
  const { rows } = await sql<{ today: string }>`select app.today() as today`.execute(db);
  return rows[0]?.today ?? "";
}
