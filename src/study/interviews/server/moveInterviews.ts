import type { Day } from "../../../kit/day.ts";
import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Db } from "../../../platform/db/withActor.ts";
import type { Interview, InterviewMove, InterviewRefusal, Mover, Theme } from "../interviews.ts";
import { decideMove } from "../rules/interviewMoves.ts";
import { findOwn, keepNote, listInterviews, listInvitations, moveInterview, quoteMe } from "./interviews.store.ts";

export interface Step {
  readonly id: string;
  readonly move: InterviewMove;
  readonly version: number;
  readonly onDay?: Day | null;
  readonly mayQuote?: boolean | null;
}
export type StepOutcome = Done<{ stopped: boolean }> | Refusal<InterviewRefusal> | Refusal<"not-visible">;

type Standing = Pick<Interview, "kind" | "state" | "version">;

/** A step of the research desk, on a pseudonym or a professional. */
export const deskMoves = (actor: Actor, step: Step): Promise<StepOutcome> =>
  withActor(actor, "interview.step-done", async ({ db }) => carryOut(db, step, "desk", (await listInterviews(db, { id: step.id }))[0]));

/** A step of the key keeper, who invites families by name. */
export const keeperMoves = (actor: Actor, step: Step): Promise<StepOutcome> =>
  withActor(actor, "interview.step-done", async ({ db }) => {
    const found = (await listInvitations(db)).find(({ id }) => id === step.id);
    return carryOut(db, step, "keeper", found && { kind: "family", state: found.state, version: found.version });
  });

/** A professional answers her own invitation. */
export const answerOwn = (actor: Actor, step: Step): Promise<StepOutcome> =>
  withActor(actor, "interview.answered", async ({ db }) => {
    const found = await findOwn(db, step.id);
    return carryOut(db, step, "self", found ? { kind: "professional", state: found.state, version: found.version } : undefined);
  });

async function carryOut(db: Db, step: Step, by: Mover, found: Standing | undefined): Promise<StepOutcome> {
  if (!found) return refuse("not-visible");
  if (found.version !== step.version) return refuse("changed-meanwhile");
  const to = decideMove(step.move, found, by);
  if (to === null) return refuse("not-now");
  if (step.move === "plan" && !step.onDay) return refuse("day-needed");
  const code = await moveInterview(db, { ...step, from: found.state, to });
  return code === "done" || code === "stopped" ? done({ stopped: code === "stopped" }) : refuse("changed-meanwhile");
}

/** Notes what was said, by theme; a quote only of who allows it. */
export const noteInterview = (
  actor: Actor,
  note: { interviewId: string; theme: Theme; quote: boolean; text: string },
): Promise<Done | Refusal<InterviewRefusal>> =>
  withActor(actor, "interview.noted", async ({ db }) => {
    const code = await keepNote(db, note);
    return code === "done" ? done({}) : refuse(code === "no-quotes" ? "no-quotes" : "not-held");
  });

/** A professional allows quoting, or takes it back: then her words stand in no view any more. */
export const letQuote = (actor: Actor, id: string, may: boolean): Promise<Done | Refusal<InterviewRefusal>> =>
  withActor(actor, "interview.quoting", async ({ db }) => ((await quoteMe(db, id, may)) ? done({}) : refuse("not-now")));
