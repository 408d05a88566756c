import { withJob } from "../../../platform/db/withNobody.ts";
import type { Task } from "../../../platform/jobs/task.ts";
import { forgetUnreadable } from "./thread.store.ts";

/** Each morning: messages that may no longer be read, because a consent or relation ended by its date, leave the lists. */
export const forgetUnreadableTask: Task = {
  name: "message-grounds",
  recurs: { dailyAt: "06:20" },
  run: async () => {
    await withJob("message-grounds", forgetUnreadable);
  },
};
