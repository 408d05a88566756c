import { addDays } from "../../../kit/day.ts";
import { done, refuse } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import { closeWork, putWork } from "../../trajectory/server/door.ts";
import type { Category, Side } from "../assessment.ts";
import { confirmTogether, type Opinion } from "../rules/confirmTogether.ts";
import { routeTerms } from "../rules/routeTerms.ts";
import { findNewest, lockAssessments, settleStep } from "./assessment.store.ts";
import { findConfirmation, saveOpinion, type Confirmation } from "./confirmation.store.ts";
import { recordAssessment } from "./recordAssessment.ts";

export interface Confirm {
  readonly trajectoryId: string;
  readonly confirmationId: string;
  readonly version: number;
  /** The category she comes to: the proposed one, or another with a reason. */
  readonly category: Category;
  readonly reason: string | null;
}

/** One side says to which category it comes. The same one: confirmed by both. Another one: both see both, and one assesses anew. */
export const confirmCategory = (actor: Actor, input: Confirm) =>
  withActor(actor, "assessment.confirmed", async (work) => {
    const { trajectoryId, category } = input;
    work.about({ trajectories: [trajectoryId], part: "assessment" });
    await lockAssessments(work.db, trajectoryId);
    const asked = await findConfirmation(work.db, trajectoryId);
    if (!asked) return refuse("not-visible");
    if (asked.id !== input.confirmationId) return refuse("not-open");
    const { organisationId, professionalId, role } = actor;
    const opinion: Opinion = { category, organisationId, professionalId, role, on: work.today, reason: input.reason?.trim() || null };
    const outcome = confirmTogether(asked, opinion);
    if ("refused" in outcome) return refuse(outcome.refused);
    if (outcome.state === "differs" && opinion.reason === null) return refuse("reason-needed");
    if (asked.version !== input.version || !(await keepOpinion(work, { trajectoryId, asked, opinion, ...outcome })))
      return refuse("changed-meanwhile");
    if (outcome.state === "confirmed" && (await findNewest(work.db, trajectoryId))?.category !== category)
      // the other's assessment is not shared with her: what she confirms is hers too
      await recordAssessment(work, actor, { trajectoryId, category, way: "after_visit", judgements: null, proposal: null, reason: null });
    return done({ state: outcome.state });
  });

/** Keeps what one side came to, and what follows for the work of both. False when someone was first. */
export async function keepOpinion(
  work: Work,
  kept: { trajectoryId: string; asked: Confirmation; opinion: Opinion; side: Side; state: "confirmed" | "differs" | "open" },
): Promise<boolean> {
  const { trajectoryId, asked, opinion, side, state } = kept;
  if (!(await saveOpinion(work.db, asked, side, opinion, state))) return false;
  if (state === "open") return true;
  await closeWork(work.db, { trajectoryId, kind: "assessment.confirm", subjectId: asked.id, why: state });
  if (state === "confirmed") await settleStep(work.db, trajectoryId, "confirm_category", "done");
  else await tellBoth(work, kept);
  return true;
}

async function tellBoth(
  { db, today }: Work,
  { trajectoryId, asked, opinion, side }: { trajectoryId: string; asked: Confirmation; opinion: Opinion; side: Side },
): Promise<void> {
  const other = asked[side === "youth" ? "obstetric" : "youth"];
  const item = {
    trajectoryId,
    kind: "assessment.differs",
    subjectId: asked.id,
    dueOn: addDays(today, routeTerms.confirmDays),
    facts: { since: today },
  };
  await putWork(db, { ...item, for: { organisationId: opinion.organisationId, role: opinion.role } });
  if (other) await putWork(db, { ...item, for: { organisationId: other.organisationId, role: other.role } });
}
