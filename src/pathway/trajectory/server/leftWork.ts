import { withJob } from "../../../platform/db/withNobody.ts";
import type { Task } from "../../../platform/jobs/task.ts";
import { keepLeftWork } from "./lineChanges.store.ts";

/** Each morning what waited for someone whose last day was yesterday goes to her team; a job that nobody has is told to who can give it. */
export const leftWorkTask: Task = {
  name: "left-work",
  recurs: { dailyAt: "05:00" },
  run: () => withJob("left-work", (db) => keepLeftWork(db)),
};
