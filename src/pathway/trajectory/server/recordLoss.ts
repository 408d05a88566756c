import type { Day } from "../../../kit/day.ts";
import { done, refuse, type Done } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { decideLoss, type LossRefusal } from "../rules/decideLoss.ts";
import type { Loss } from "../trajectory.texts.ts";
import { changingLine, type ChangedMeanwhile } from "./changingLine.ts";
import { closeOwnWork, saveDeath, saveLoss, takeBackDeaths, tellInvolved } from "./lineChanges.store.ts";
import { closeWork } from "./work.store.ts";

/**
 * Records the loss of a pregnancy or a child. Nothing of support ends by itself; whatever Wieg would send or ask by itself stops
 * (rules/maySendByItself.ts), and every team that may see the line is told at once [domain 3.10].
 */
export function recordLoss(
  actor: Actor,
  trajectoryId: string,
  typed: { kind: Loss; on: Day; childId: string | null; version: number },
): Promise<Done | LossRefusal | ChangedMeanwhile> {
  return changingLine(actor, "loss.recorded", trajectoryId, async ({ line, today }, { db }) => {
    const refusal = decideLoss(line, typed, today);
    if (refusal) return refusal;
    if (!(await saveLoss(db, { id: line.id, version: typed.version }, typed.kind, typed.on))) return refuse("changed-meanwhile");
    if (typed.childId !== null) await saveDeath(db, line.familyId, typed.childId, typed.on);
    await tellInvolved(db, line.id, "loss", today, { by: actor.organisation });
    return done({});
  });
}

/** It was recorded by mistake. */
export function undoLoss(actor: Actor, trajectoryId: string, version: number): Promise<Done | ChangedMeanwhile> {
  return changingLine(actor, "loss.taken-back", trajectoryId, async ({ line }, { db }) => {
    if (!(await saveLoss(db, { id: line.id, version }, null, null))) return refuse("changed-meanwhile");
    if (line.lossOn !== null) await takeBackDeaths(db, line.familyId, line.lossOn);
    await closeWork(db, { trajectoryId, kind: "loss", subjectId: null, why: "taken-back" });
    return done({});
  });
}

/** I read it: off my own list, not off that of others. */
export function acknowledgeLoss(actor: Actor, trajectoryId: string): Promise<Done> {
  return withActor(actor, "loss.acknowledged", async ({ db, about }) => {
    about({ trajectories: [trajectoryId], part: "identity" });
    await closeOwnWork(db, trajectoryId, "loss");
    return done({});
  });
}
