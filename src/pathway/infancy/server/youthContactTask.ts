import { withJob } from "../../../platform/db/withNobody.ts";
import type { Task } from "../../../platform/jobs/task.ts";
import { askContacts } from "./youthContact.store.ts";

/** Each morning: the contact moments that have opened come before the youth health service that follows the child. */
export const youthContactsTask: Task = {
  name: "youth-contacts",
  recurs: { dailyAt: "05:50" },
  run: () => withJob("youth-contacts", (db) => askContacts(db)),
};
