import { releaseJobs } from "./releaseJobs.store.ts";
import type { Task } from "./task.ts";

/** Of two processes one was killed: the other takes over what that one had in hand. Each process does it at its start too. */
export const releaseJobsTask: Task = {
  name: "release-jobs",
  recurs: { everyMinutes: 5 },
  run: releaseJobs,
};
