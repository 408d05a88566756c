import { withJob } from "../../../platform/db/withNobody.ts";
import type { Task } from "../../../platform/jobs/task.ts";
import { tellEndedConsents } from "./homeVisit.store.ts";

/** Each morning: a consent for the home visit that ended yesterday by its own date is told like one that was withdrawn. */
export const endedConsentsTask: Task = {
  name: "ended-visit-consents",
  recurs: { dailyAt: "05:05" },
  run: () => withJob("ended-visit-consents", (db) => tellEndedConsents(db)),
};
