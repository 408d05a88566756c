import { addWorkingDays } from "../../../kit/workingDays.ts";
import { withJob } from "../../../platform/db/withNobody.ts";
import type { Task } from "../../../platform/jobs/task.ts";
import { judgeDouble } from "../rules/likelyDouble.ts";
import { areFamiliesWaiting, putReview, takePairs } from "./doubles.store.ts";

const familiesAtATime = 100;
/** Working days in which a reviewer looks. */
export const reviewTerm = 5;

/** Looks up new families among those of other organisations, minutes after they were registered and apart from it: who registers learns nothing. */
export const findDoublesTask: Task = {
  name: "find-doubles",
  recurs: { everyMinutes: 5 },
  run: async () => {
    while (await findSome()) continue;
  },
};

/** Does a few families in one transaction; false when none is waiting. */
async function findSome(): Promise<boolean> {
  return withJob("find-doubles", async (db, today) => {
    if (!(await areFamiliesWaiting(db))) return false;
    const dueOn = addWorkingDays(today, reviewTerm);
    for (const pair of await takePairs(db, familiesAtATime)) {
      const { kind, likeness } = judgeDouble(pair.one, pair.other);
      if (kind === "same-line") await putReview(db, { one: pair.oneTrajectory, other: pair.otherTrajectory, likeness, dueOn });
    }
    return true;
  });
}
