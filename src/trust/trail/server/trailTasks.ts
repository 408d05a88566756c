import { appendFile } from "node:fs/promises";
import { workerDatabase } from "../../../platform/db/connection.ts";
import type { Task } from "../../../platform/jobs/task.ts";
import { findHead, makeTrailMonths, sealTrail } from "./trail.store.ts";

/**
 * Seals the trail every minute, makes its months ahead of time, and gives the head out daily to a file outside the database, which
 * `npm run audit:verify` compares. Keep that file where the database's administrator can't write.
 */
export function trailTasks(headsFile: string): readonly Task[] {
  const inTransaction = <Result>(run: Parameters<ReturnType<ReturnType<typeof workerDatabase>["transaction"]>["execute"]>[0]) =>
    workerDatabase().transaction().execute(run) as Promise<Result>;
  return [
    { name: "seal-trail", recurs: { everyMinutes: 1 }, run: async () => void (await inTransaction((db) => sealTrail(db))) },
    {
      name: "give-out-trail-head",
      recurs: { dailyAt: "00:30" },
      run: () =>
        inTransaction(async (db) => {
          await makeTrailMonths(db);
          const head = await findHead(db);
          if (head) await appendFile(headsFile, `${JSON.stringify(head)}\n`, { mode: 0o600 });
        }),
    },
  ];
}
