import { withJob } from "../../../platform/db/withNobody.ts";
import type { Task } from "../../../platform/jobs/task.ts";
import { aftercareDays } from "../rules/closingRules.ts";
import { endLinesAtTwo } from "./lineChanges.store.ts";

/** A line ends at the child's second birthday [domain 3.10]; never by itself after a loss, nor while something on it would be lost. */
export const endLinesTask: Task = {
  name: "end-lines",
  recurs: { dailyAt: "03:30" },
  run: () => withJob("end-lines", (db) => endLinesAtTwo(db, aftercareDays)),
};
