import { addWorkingDays } from "../../../kit/workingDays.ts";
import { withJob } from "../../../platform/db/withNobody.ts";
import type { Task } from "../../../platform/jobs/task.ts";
import { teamSince } from "../rules/handoverTerms.ts";
import { alertHandovers, proposeOfToday } from "./handover.store.ts";

/** Days back that the round looks, so that a day on which it did not run is made up for. */
const daysBack = 7;

/** Each morning: the handovers whose moment is here come before who hands over; an open one whose moment passed before both sides [domain 3.8]. */
export const handoverTask: Task = {
  name: "handovers",
  recurs: { dailyAt: "06:20" },
  run: async () => {
    await withJob("handovers", (db) => proposeOfToday(db, daysBack));
    await withJob("handovers", (db, today) => alertHandovers(db, addWorkingDays(today, 1), teamSince(today)));
  },
};
