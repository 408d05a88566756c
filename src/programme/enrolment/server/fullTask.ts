import { withJob } from "../../../platform/db/withNobody.ts";
import type { Task } from "../../../platform/jobs/task.ts";
import { tellFull } from "./steering.store.ts";

export const fullJob = "programme-full";

/** When a ceiling is reached all practices are told [domain 4.4]. Beside the enrolment itself: it must not keep the last place waiting. */
export const programmeTasks: readonly Task[] = [
  {
    name: fullJob,
    run: async ({ pool }) => {
      if (typeof pool === "string") await withJob(fullJob, (db) => tellFull(db, pool));
    },
  },
];
