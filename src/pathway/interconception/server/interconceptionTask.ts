import { withJob } from "../../../platform/db/withNobody.ts";
import type { Task } from "../../../platform/jobs/task.ts";
import { askInterconception } from "./talk.store.ts";

/** Each morning: after the maternity period who followed the pregnancy is asked what is good to know for a next one. */
export const interconceptionTask: Task = {
  name: "interconception",
  recurs: { dailyAt: "05:55" },
  run: () => withJob("interconception", (db) => askInterconception(db)),
};
