import { withJob } from "../../../platform/db/withNobody.ts";
import type { Task } from "../../../platform/jobs/task.ts";
import { actForAsker } from "../../../trust/access/server/door.ts";
import { readCaseloadTaskName, takeCaseloadTaskName } from "./caseloadTaskNames.ts";
import { readingEvents, readOffered } from "./readOffered.ts";
import { takeOffered, takingEvents } from "./takeOffered.ts";
import { removeOldUploads, resumeStalled } from "./upload.store.ts";

/** Reading and taking over in the background, each in the name of who pressed; what was broken off goes on; what is old goes. */
export const caseloadTasks: readonly Task[] = [
  {
    name: readCaseloadTaskName,
    run: async ({ upload, right }) => {
      await actForAsker(String(right), { task: readCaseloadTaskName, events: readingEvents }, (actor) =>
        readOffered(actor, String(upload)),
      );
    },
  },
  {
    name: takeCaseloadTaskName,
    run: async ({ upload, right }) => {
      await actForAsker(String(right), { task: takeCaseloadTaskName, events: takingEvents }, (actor) => takeOffered(actor, String(upload)));
    },
  },
  { name: "resume-caseloads", recurs: { everyMinutes: 1 }, run: resumeStalled },
  { name: "remove-old-caseloads", recurs: { dailyAt: "03:10" }, run: () => withJob("remove-old-caseloads", removeOldUploads) },
];
