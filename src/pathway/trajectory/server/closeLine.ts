import type { Day } from "../../../kit/day.ts";
import { refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Db } from "../../../platform/db/withActor.ts";
import { isBeingDestroyed } from "../../../trust/retention/server/door.ts";
import type { ClosingCheck, StillOpen } from "../closing.ts";
import { decideClosing, mayReopen, relationsUntil, reopenDays, type ClosingRefusal } from "../rules/closingRules.ts";
import { periodOf } from "../rules/period.ts";
import type { EndReason } from "../trajectory.texts.ts";
import { changingLine, findWholeLine, savedOrChanged, type ChangedMeanwhile, type WholeLine } from "./changingLine.ts";
import { lockLine, saveEnd, saveReopened } from "./lineChanges.store.ts";

export interface Closing {
  readonly whole: WholeLine;
  readonly open: readonly StillOpen[];
}

/** What is still open on a line, for who wants to close it. Null when the line is not hers to see, or closed already. */
export function readClosing(actor: Actor, trajectoryId: string, checks: readonly ClosingCheck[]): Promise<Closing | null> {
  return withActor(actor, "family.form-read", async (work) => {
    const whole = await findWholeLine(work, trajectoryId);
    if (whole?.line.state !== "open") return null;
    return { whole, open: await findOpen(work.db, trajectoryId, checks) };
  });
}

async function findOpen(db: Db, trajectoryId: string, checks: readonly ClosingCheck[]): Promise<readonly StillOpen[]> {
  const found: StillOpen[] = [];
  for (const check of checks) {
    const things = await check.find(db, trajectoryId);
    if (things.length > 0) found.push({ check, things });
  }
  return found;
}

/** Closes a line: looked at again in the same transaction, so that nothing that came in meanwhile is lost. */
export function endLine(
  actor: Actor,
  trajectoryId: string,
  typed: { reason: EndReason; on: Day; agreed: readonly string[]; version: number },
  checks: readonly ClosingCheck[],
): Promise<Done | Refusal<ClosingRefusal> | ChangedMeanwhile> {
  return changingLine(actor, "line.ended", trajectoryId, async ({ line, today }, { db }) => {
    await lockLine(db, line.id);
    const open = (await findOpen(db, trajectoryId, checks)).map(({ check }) => check);
    const decided = decideClosing(open, typed.agreed, { on: typed.on, today });
    if (decided !== "go") return decided;
    const goesOn = open.filter(({ way }) => way === "goes_on").map(({ kind }) => kind);
    const closing = { reason: typed.reason, on: typed.on, relationsUntil: relationsUntil(typed.reason, today), goesOn };
    return savedOrChanged(await saveEnd(db, { id: line.id, version: typed.version }, closing));
  });
}

export type ReopenRefusal = "child-is-two" | "being-destroyed" | "closed-too-long";

/** Takes the closing back, as it was. A line whose child is two has nothing to go back to; after the term a new line begins. */
export function reopenLine(actor: Actor, trajectoryId: string, version: number): Promise<Done | Refusal<ReopenRefusal> | ChangedMeanwhile> {
  return changingLine(actor, "line.reopened", trajectoryId, async ({ line, details, today }, { db }) => {
    if (await isBeingDestroyed(db, line.id)) return refuse("being-destroyed");
    if (periodOf({ ...line, state: "open" }, today) === "ended") return refuse("child-is-two");
    if (details.endedOn !== null && !mayReopen(details.endedOn, today)) return refuse("closed-too-long");
    return savedOrChanged(await saveReopened(db, { id: line.id, version }, reopenDays));
  });
}
