import { withJob } from "../db/withNobody.ts";
import { clearOld } from "./clearOld.store.ts";
import type { Task } from "./task.ts";

/** Every night: what has had its use goes. Run twice it does nothing more. */
export const clearOldTask: Task = {
  name: "clear-old",
  recurs: { dailyAt: "03:50" },
  run: () => withJob("clear-old", clearOld),
};
