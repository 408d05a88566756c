import { addWorkingDays } from "../../../kit/workingDays.ts";
import { withJob } from "../../../platform/db/withNobody.ts";
import type { Task } from "../../../platform/jobs/task.ts";
import { birthDatesNear, judgeDouble } from "../rules/likelyDouble.ts";
import { areFamiliesWaiting, findCandidates, putReview, takeWaiting, type WaitingLine } from "./doubles.store.ts";

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
    const waiting = new Map((await takeWaiting(db, familiesAtATime)).map((line) => [line.trajectoryId, line]));
    for (const { one, other, person } of await findCandidates(db, [...waiting.keys()], [...waiting.values()].flatMap(nearOf))) {
      const mine = waiting.get(one);
      const verdict = mine && judgeDouble(mine.person, person);
      if (verdict?.kind === "same-line") await putReview(db, { one, other, likeness: verdict.likeness, dueOn });
    }
    return true;
  });
}

/** Birth dates with a digit off, at her own postcode. */
function nearOf({ person: { birthDate, postcode } }: WaitingLine): readonly string[] {
  return birthDate === null || postcode === null ? [] : birthDatesNear(birthDate).map((day) => `${day}${postcode}`);
}
