import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { withJob } from "../../../platform/db/withNobody.ts";
import type { Task } from "../../../platform/jobs/task.ts";
import { listFailedMail, sendAgain, watchFailedMail, type FailedMail } from "./failedMail.store.ts";

/** Mail that the mail server would not take for three days: it is said, and waits for someone who mends it. */
export const failedMailTask: Task = {
  name: "failed-mail",
  recurs: { everyMinutes: 60 },
  run: () => withJob("failed-mail", watchFailedMail),
};

export const readFailedMail = (actor: Actor): Promise<readonly FailedMail[]> =>
  withActor(actor, "admin.mail-read", ({ db }) => listFailedMail(db));

/** The mail server works again: all that failed is tried once more. */
export const sendMailAgain = (actor: Actor): Promise<Done<{ again: number }> | Refusal<"nothing-failed">> =>
  withActor(actor, "admin.mail-sent-again", async ({ db }) => {
    const again = await sendAgain(db);
    return again === 0 ? refuse("nothing-failed") : done({ again });
  });
