import { done, refuse } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import { closeWork, findLine } from "../../trajectory/server/door.ts";
import type { RouteStep } from "../assessment.ts";
import { refusableSteps, reportedSteps } from "../rules/whoReports.ts";
import { findNewest, insertRefusal, settleStep } from "./assessment.store.ts";
import { followRoute, workOf } from "./followRoute.ts";
import { stepsNow } from "./readRoute.ts";

/** A step was done: its work is taken off every list. For concepts that do the step, such as the home visit. Done twice is done once. */
export async function stepDone({ db }: Work, { trajectoryId, step }: { trajectoryId: string; step: RouteStep }): Promise<void> {
  await settleStep(db, trajectoryId, step, "done");
  await closeWork(db, { trajectoryId, kind: workOf(step), subjectId: trajectoryId, why: "done" });
}

/** The family did not want a step: kept with its reason, and the line goes on without it [domain 3.3]. */
export async function stepDeclined(
  { db }: Work,
  { trajectoryId, step, reason }: { trajectoryId: string; step: RouteStep; reason: string },
): Promise<void> {
  const stepId = await settleStep(db, trajectoryId, step, "declined");
  if (stepId !== null) await insertRefusal(db, { trajectoryId, stepId, reason });
  await closeWork(db, { trajectoryId, kind: workOf(step), subjectId: trajectoryId, why: "declined" });
}

/** A step is open again: a visit was cancelled, or the family wants it after all. */
export async function stepReopened(work: Work, { trajectoryId, step }: { trajectoryId: string; step: RouteStep }): Promise<void> {
  await settleStep(work.db, trajectoryId, step, "reopened");
  await followRoute(work, trajectoryId, null);
}

export const reportStep = (actor: Actor, input: OneStep) =>
  withActor(actor, "route.step-done", async (work) => {
    work.about({ trajectories: [input.trajectoryId], part: "category_route" });
    const state = await stateOf(work, input);
    if (state === "not-visible") return refuse("not-visible");
    if (!reportedSteps.includes(input.step) || !isOpen(state)) return refuse("step-not-open");
    await stepDone(work, input);
    return done({});
  });

export const refuseStep = (actor: Actor, input: OneStep & { reason: string }) =>
  withActor(actor, "route.step-declined", async (work) => {
    work.about({ trajectories: [input.trajectoryId], part: "assessment" });
    const state = await stateOf(work, input);
    if (state === "not-visible") return refuse("not-visible");
    if (!refusableSteps.includes(input.step) || !isOpen(state)) return refuse("step-not-open");
    await stepDeclined(work, input);
    return done({});
  });

export const wantStep = (actor: Actor, input: OneStep) =>
  withActor(actor, "route.step-reopened", async (work) => {
    work.about({ trajectories: [input.trajectoryId], part: "category_route" });
    const state = await stateOf(work, input);
    if (state === "not-visible") return refuse("not-visible");
    if (state !== "declined") return refuse("step-not-open");
    await stepReopened(work, input);
    return done({});
  });

interface OneStep {
  readonly trajectoryId: string;
  readonly step: RouteStep;
}

const isOpen = (state: string | null): boolean => state === "now" || state === "late" || state === "later";

/** Where a step stands; null when the route has none of it. */
async function stateOf(work: Work, { trajectoryId, step }: OneStep) {
  const line = await findLine(work.db, trajectoryId);
  if (!line) return "not-visible";
  const newest = await findNewest(work.db, trajectoryId);
  return newest === null ? null : ((await stepsNow(work, line, newest)).find((one) => one.step === step)?.state ?? null);
}
