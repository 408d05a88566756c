import { withJob } from "../../../platform/db/withNobody.ts";
import type { Task } from "../../../platform/jobs/task.ts";
import { askIntakes } from "./indication.store.ts";

/** Each morning: intakes whose week of the pregnancy has come, before the maternity-care organisation. */
export const intakeTask: Task = {
  name: "maternity-intakes",
  recurs: { dailyAt: "05:45" },
  run: () => withJob("maternity-intakes", (db) => askIntakes(db)),
};
