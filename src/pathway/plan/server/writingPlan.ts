import { refuse, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import { findFamilyOfLine } from "../../../registry/server/door.ts";
import type { Line } from "../../trajectory/line.ts";
import { findLine } from "../../trajectory/server/door.ts";
import type { EntryKind, EntryState, PlanRefusal, Responsible } from "../familyPlan.ts";
import { findPlan, listResponsible, type PlanParts } from "./plan.store.ts";
import { lockPlan } from "./planEntries.store.ts";

/** What a change of the plan starts from: the line, and the plan as it is now. */
export interface Writing extends Work {
  readonly line: Line;
  readonly plan: PlanParts;
}

/** Opens the plan of a line for a change: neutral where it may not be seen, and nothing more when the line has ended. */
export function writingPlan<Outcome>(
  actor: Actor,
  event: string,
  trajectoryId: string,
  run: (writing: Writing) => Promise<Outcome>,
  how: "one-part" | "whole" = "one-part",
): Promise<Outcome | Refusal<PlanRefusal>> {
  return withActor(actor, event, async (work) => {
    const line = await findLine(work.db, trajectoryId);
    if (!line) return refuse("not-visible");
    work.about({ trajectories: [trajectoryId], part: "plan" });
    if (line.state === "ended") return refuse("line-ended");
    await lockPlan(work.db, trajectoryId, how);
    return run({ ...work, line, plan: await findPlan(work.db, trajectoryId) });
  });
}

/** One part of the plan as it is now; null when it is not there or not the asker's to see. */
export function entryOf<Kind extends EntryKind>(plan: PlanParts, kind: Kind, id: string): PlanParts[`${Kind}s`][number] | null {
  const list: readonly PlanParts[`${Kind}s`][number][] = plan[`${kind}s`];
  return list.find((one) => one.id === id) ?? null;
}

/** Why this cannot be changed as it was seen, if so. */
export function staleness(now: { state: EntryState; version: number }, seenVersion: number): Refusal<PlanRefusal> | null {
  if (now.version === seenVersion) return null;
  return refuse(now.state === "open" ? "changed-meanwhile" : "not-open");
}

/** Whether this one can be responsible: works where someone is involved, or is of the family. */
export async function mayBeResponsible({ db }: Work, trajectoryId: string, one: Responsible): Promise<boolean> {
  if (one.kind === "network") return one.name.trim() !== "";
  if (one.kind === "professional")
    return (await listResponsible(db, trajectoryId)).some(({ membershipId }) => membershipId === one.membershipId);
  const family = await findFamilyOfLine(db, trajectoryId);
  return family?.members.some(({ id, diedOn }) => id === one.personId && diedOn === null) ?? false;
}
