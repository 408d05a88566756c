import { withJob } from "../../../platform/db/withNobody.ts";
import type { Task } from "../../../platform/jobs/task.ts";
import { askAboutPlans } from "./planVersions.store.ts";

/** Each morning: what reached its day is asked for, and what someone who left was responsible for goes to the case lead [domain 3.5]. */
export const familyPlanTask: Task = {
  name: "family-plans",
  recurs: { dailyAt: "06:20" },
  run: async () => {
    await withJob("family-plans", askAboutPlans);
  },
};
