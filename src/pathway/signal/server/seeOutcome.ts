import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { closeWork } from "../../trajectory/server/door.ts";
import { listSignals } from "./signal.store.ts";

/** Who signalled read what became of it: off her own list. */
export function seeOutcome(
  actor: Actor,
  { trajectoryId, note }: { trajectoryId: string; note: string },
): Promise<Done | Refusal<"not-visible">> {
  return withActor(actor, "signal.outcome-seen", async ({ db, about }) => {
    if ((await listSignals(db, trajectoryId, note)).length === 0) return refuse("not-visible");
    about({ trajectories: [trajectoryId], part: "signals" });
    await closeWork(db, { trajectoryId, kind: "signal-followed", subjectId: note, why: "seen" });
    return done({});
  });
}
