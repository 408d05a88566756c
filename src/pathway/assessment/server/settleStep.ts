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
export async function stepDeclined({ db }: Work, { trajectoryId, step, reason }: { trajectoryId: string; step: RouteStep; reason: string }): Promise<void> {
  const stepId = await settleStep(db, trajectoryId, step, "declined");
  if (stepId !== null) await insertRefusal(db, { trajectoryId, stepId, reason });
  await closeWork(db, { trajectoryId, kind: workOf(step), subjectId: trajectoryId, why: "declined" });
}

/** A step is open again: a visit was cancelled, or the family wants it after all. */
export async function stepReopened(work: Work, { trajectoryId, step }: { trajectoryId: string; step: RouteStep }): Promise<void> {
  await settleStep(work.db, trajectoryId, step, "reopened");
  await followRoute(work, trajectoryId, null);
}

export const reportStep = (actor: Actor, input: { trajectoryId: string; step: RouteStep }) =>
  withActor(actor, "route.step-done", async (work) => {
    work.about({ trajectories: [input.trajectoryId], part: "category_route" });
    if (!reportedSteps.includes(input.step) || !(await isOpen(work, input))) return refuse("step-not-open");
    await stepDone(work, input);
    return done({});
  });

export const refuseStep = (actor: Actor, input: { trajectoryId: string; step: RouteStep; reason: string }) =>
  withActor(actor, "route.step-declined", async (work) => {
    work.about({ trajectories: [input.trajectoryId], part: "assessment" });
    if (!refusableSteps.includes(input.step) || !(await isOpen(work, input))) return refuse("step-not-open");
    await stepDeclined(work, input);
    return done({});
  });

export const wantStep = (actor: Actor, input: { trajectoryId: string; step: RouteStep }) =>
  withActor(actor, "route.step-reopened", async (work) => {
    work.about({ trajectories: [input.trajectoryId], part: "category_route" });
    if (!(await hasState(work, input, ["declined"]))) return refuse("step-not-open");
    await stepReopened(work, input);
    return done({});
  });

const isOpen = (work: Work, input: { trajectoryId: string; step: RouteStep }) => hasState(work, input, ["now", "late", "later"]);

async function hasState(work: Work, { trajectoryId, step }: { trajectoryId: string; step: RouteStep }, states: readonly string[]): Promise<boolean> {
  const line = await findLine(work.db, trajectoryId);
  const newest = await findNewest(work.db, trajectoryId);
  if (!line || !newest) return false;
  return (await stepsNow(work, line, newest)).some((one) => one.step === step && states.includes(one.state));
}
