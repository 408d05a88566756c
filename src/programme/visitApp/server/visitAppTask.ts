import type { Task } from "../../../platform/jobs/task.ts";
import { actForAsker } from "../../../trust/access/server/door.ts";
import { takeInEntries } from "./takeInEntries.ts";

export const takeInTaskName = "take-visit-entries";

/** Writes what a phone sent into the visits, in the name of whose phone it is. */
export const takeInTask: Task = {
  name: takeInTaskName,
  run: async (payload) => {
    const device = String(payload["device"]);
    await actForAsker(String(payload["right"]), { task: takeInTaskName, events: ["visit-app.taken-in"] }, (actor) =>
      takeInEntries(actor, device),
    );
  },
};
