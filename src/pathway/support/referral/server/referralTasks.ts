import { withJob } from "../../../../platform/db/withNobody.ts";
import type { Task } from "../../../../platform/jobs/task.ts";
import { escalate } from "./referral.store.ts";

/** Each morning: referrals without an answer in their term, whose organisation closed or whose people left, come before who asked and the lead. */
export const escalateReferralsTask: Task = {
  name: "referral-alerts",
  recurs: { dailyAt: "06:15" },
  run: async () => {
    await withJob("referral-alerts", escalate);
  },
};
