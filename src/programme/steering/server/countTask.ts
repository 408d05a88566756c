import { withJob } from "../../../platform/db/withNobody.ts";
import type { Task } from "../../../platform/jobs/task.ts";
import { countAll } from "./careFigures.store.ts";

/** Each morning hours and waiting times are counted from the raw lines; inflow and places are kept with each place, and counted anew too. */
export const countSteeringTask: Task = {
  name: "steering-figures",
  recurs: { dailyAt: "06:00" },
  run: () => withJob("steering-figures", (db) => countAll(db)),
};
