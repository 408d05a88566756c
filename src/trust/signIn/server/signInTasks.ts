import { withJob } from "../../../platform/db/withNobody.ts";
import { clearAttempts } from "../../../platform/http/attempt.store.ts";
import type { Task } from "../../../platform/jobs/task.ts";
import { clearSignIn } from "./clean.store.ts";

/** Every night: steps that nobody finished and counts that are past go. */
export const signInTasks: readonly Task[] = [
  {
    name: "clear-sign-in",
    recurs: { dailyAt: "03:40" },
    run: async () => {
      await withJob("clear-sign-in", clearSignIn);
      await clearAttempts();
    },
  },
];
