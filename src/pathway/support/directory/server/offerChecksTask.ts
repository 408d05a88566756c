import { withJob } from "../../../../platform/db/withNobody.ts";
import type { Task } from "../../../../platform/jobs/task.ts";
import { checkAfterMonths } from "../rules/needsCheck.ts";
import { askOfferChecks } from "./changeOffer.store.ts";

/** Each morning: the keepers of offers that nobody checked for half a year are asked to look. */
export const offerChecksTask: Task = {
  name: "offer-checks",
  recurs: { dailyAt: "06:20" },
  run: async () => {
    await withJob("offer-checks", (db, today) =>
      askOfferChecks(db, Temporal.PlainDate.from(today).subtract({ months: checkAfterMonths }).toString()),
    );
  },
};
