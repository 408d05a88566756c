import { withJob } from "../../../platform/db/withNobody.ts";
import type { Task } from "../../../platform/jobs/task.ts";
import { raiseAlerts } from "./caseLead.store.ts";

/** Each morning: transfers that nobody accepted in time, and leads who left, are told to the coordinator of the Knooppunt [domain 3.9]. */
export const caseLeadAlertsTask: Task = {
  name: "case-lead-alerts",
  recurs: { dailyAt: "06:10" },
  run: async () => {
    await withJob("case-lead-alerts", raiseAlerts);
  },
};
