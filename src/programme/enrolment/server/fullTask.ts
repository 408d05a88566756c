import { withJob } from "../../../platform/db/withNobody.ts";
import type { Task } from "../../../platform/jobs/task.ts";
import { tellCeilings, tellFull } from "./steering.store.ts";

export const fullJob = "programme-full";
export const ceilingsJob = "programme-ceilings";

/** When a ceiling is reached all practices are told [domain 4.4]. Beside the enrolment itself: it must not keep the last place waiting. */
export const programmeTasks: readonly Task[] = [
  {
    name: fullJob,
    run: async ({ pool }) => {
      if (typeof pool === "string") await withJob(fullJob, (db) => tellFull(db, pool));
    },
  },
  // A version takes effect at midnight; one that is approved for today asks for it at once.
  { name: ceilingsJob, recurs: { dailyAt: "00:00" }, run: () => withJob(ceilingsJob, async (db) => void (await tellCeilings(db))) },
];
