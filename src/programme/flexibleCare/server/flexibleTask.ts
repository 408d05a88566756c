import { withJob } from "../../../platform/db/withNobody.ts";
import type { Task } from "../../../platform/jobs/task.ts";
import { askEndings } from "./flexible.store.ts";

/** Each morning: pillar 2 whose period runs out comes before who coordinates it. */
export const flexibleTask: Task = {
  name: "flexible-care",
  recurs: { dailyAt: "05:55" },
  run: async () => {
    await withJob("flexible-care", (db) => askEndings(db));
  },
};
