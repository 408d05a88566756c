import type { Actor } from "../../../platform/db/actor.ts";
import { withJob } from "../../../platform/db/withNobody.ts";
import type { Task } from "../../../platform/jobs/task.ts";
import { actForAsker } from "../../../trust/access/server/door.ts";
import { readCaseloadTaskName, takeCaseloadTaskName } from "./caseloadTaskNames.ts";
import { readingEvents, readOffered } from "./readOffered.ts";
import { takeOffered, takingEvents } from "./takeOffered.ts";
import { abandonUpload, removeOldUploads, resumeStalled } from "./upload.store.ts";

/** A job on an offered file, in the name of who pressed. */
function onOffered(task: string, events: readonly string[], run: (actor: Actor, upload: string) => Promise<void>): Task {
  return {
    name: task,
    run: async (payload) => {
      const upload = String(payload["upload"]);
      const right = String(payload["right"]);
      const acted = await actForAsker(right, { task, events }, (actor) => run(actor, upload));
      if (!acted) await withJob(task, (db) => abandonUpload(db, upload, right));
    },
  };
}

/** Reading and taking over in the background; what was broken off goes on; what is old goes. */
export const caseloadTasks: readonly Task[] = [
  onOffered(readCaseloadTaskName, readingEvents, readOffered),
  onOffered(takeCaseloadTaskName, takingEvents, takeOffered),
  { name: "resume-caseloads", recurs: { everyMinutes: 1 }, run: resumeStalled },
  { name: "remove-old-caseloads", recurs: { dailyAt: "03:10" }, run: () => withJob("remove-old-caseloads", removeOldUploads) },
];
