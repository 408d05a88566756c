import { addDays } from "../../../kit/day.ts";
import { withJob } from "../../../platform/db/withNobody.ts";
import type { Task } from "../../../platform/jobs/task.ts";
import { seenComingDays } from "../retention.ts";
import { keepUntil } from "../rules/keepUntil.ts";
import {
  carryOutDestruction,
  confirmedDestructions,
  destroyDue,
  destroyQuestions,
  dueToDestroy,
  endHolds,
  listPeriods,
  proposeDestruction,
  takeCandidates,
} from "./retention.store.ts";

/** Lines looked at in one transaction, and in one night: a walk over a whole country takes some nights, and a broken one goes on. */
const batch = 200;
const batchesANight = 100;
/** Files destroyed in one night at most: an error in a period shows before much is gone. */
const destroyedANight = 500;

/** Every night: proposes what comes due, and destroys what is past its day; each file in a transaction of its own, so that a kill costs nothing. */
export const retentionTask: Task = {
  name: "destroy-records",
  recurs: { dailyAt: "02:15" },
  run: async () => {
    for (let walked = 0; walked < batchesANight && (await proposeNext()); walked += 1);
    const failed = [
      ...(await eachApart(await withJob("destroy-records", confirmedDestructions), carryOut)),
      ...(await eachApart(await withJob("destroy-records", (db) => dueToDestroy(db, destroyedANight)), destroy)),
    ];
    await withJob("destroy-records", (db) => destroyQuestions(db, destroyedANight));
    await withJob("destroy-records", endHolds);
    if (failed.length > 0) throw new AggregateError(failed, "Some files could not be destroyed.");
  },
};

/** One file that cannot be destroyed keeps no other from it. */
async function eachApart(ids: readonly string[], run: (id: string) => Promise<void>): Promise<readonly unknown[]> {
  const failed: unknown[] = [];
  for (const id of ids) await run(id).catch((error: unknown) => failed.push(error));
  return failed;
}

const destroy = (due: string): Promise<void> => withJob("destroy-records", (db) => destroyDue(db, due));

/** Looks at the next lines. False when the walk is done. */
const proposeNext = (): Promise<boolean> =>
  withJob("destroy-records", async (db, today) => {
    const candidates = await takeCandidates(db, batch);
    const periods = new Map((await listPeriods(db)).map((period) => [period.kind, period]));
    const last = addDays(today, seenComingDays);
    for (const { trajectoryId, kind, ...facts } of candidates) {
      const period = periods.get(kind);
      const until = period ? keepUntil(period, facts) : null;
      if (until !== null && until <= last) await proposeDestruction(db, trajectoryId, kind, until);
    }
    return candidates.length > 0;
  });

const carryOut = (request: string): Promise<void> => withJob("carry-out-destruction", (db) => carryOutDestruction(db, request));

/** Asked for when the second person confirmed; run twice it does nothing more. */
export const carryOutTask: Task = {
  name: "carry-out-destruction",
  run: (payload) => carryOut(String(payload["request"])),
};
