import { withJob } from "../../../platform/db/withNobody.ts";
import type { Task } from "../../../platform/jobs/task.ts";
import { actForAsker } from "../../../trust/access/server/door.ts";
import { abandonRun } from "./analysis.store.ts";
import { answerInR } from "./answerInR.ts";
import { frozenData } from "./frozenData.ts";
import { makeResult, makeResultTaskName, makingEvents } from "./makeResult.ts";

/** Makes a result in the background, in the name of who asked. */
export const makeResultTask: Task = {
  name: makeResultTaskName,
  run: async (payload) => {
    const run = String(payload["run"]);
    const acted = await actForAsker(String(payload["right"]), { task: makeResultTaskName, events: makingEvents }, (actor) =>
      makeResult(actor, run, frozenData, answerInR),
    );
    if (!acted) await withJob(makeResultTaskName, (db) => abandonRun(db, run));
  },
};
