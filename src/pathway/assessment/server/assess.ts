import { done, refuse } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import { findLine } from "../../trajectory/server/door.ts";
import type { Category, Judgements } from "../assessment.ts";
import { confirmTogether } from "../rules/confirmTogether.ts";
import { decideAssessment } from "../rules/decideAssessment.ts";
import { findNewest, listSettled, lockAssessments } from "./assessment.store.ts";
import { findConfirmation } from "./confirmation.store.ts";
import { keepOpinion } from "./confirmCategory.ts";
import { openConfirmation, takeAwayOpen } from "./openConfirmation.ts";
import { recordAssessment } from "./recordAssessment.ts";

export interface Assess {
  readonly trajectoryId: string;
  readonly judgements: Judgements;
  /** What she decided; null as long as she has not seen the proposal. */
  readonly chosen: Category | null;
  readonly reason: string | null;
  /** The judgements whose proposal she saw. */
  readonly seen: Judgements | null;
  /** The newest assessment that she saw; null when there was none. */
  readonly newestSeen: string | null;
}

/** A professional assesses: the program proposed, she decides [domain 3.2]. Two at once: the second sees what the first recorded. */
export async function assess(actor: Actor, input: Assess) {
  const { trajectoryId, judgements } = input;
  const decision = decideAssessment(input);
  if ("refused" in decision) return refuse(decision.refused);
  return withActor(actor, "assessment.recorded", async (work) => {
    work.about({ trajectories: [trajectoryId], part: "assessment" });
    if (!(await findLine(work.db, trajectoryId))) return refuse("not-visible");
    await lockAssessments(work.db, trajectoryId);
    const newest = await findNewest(work.db, trajectoryId);
    if ((newest?.assessmentId ?? null) !== input.newestSeen) return refuse("changed-meanwhile");
    const { category, proposal } = decision;
    const reason = input.reason?.trim() || null;
    const id = await recordAssessment(work, actor, { trajectoryId, category, way: "judged", judgements, proposal, reason });
    await followConfirmation(work, actor, trajectoryId, category);
    return done({ id });
  });
}

/** An open question is answered by this assessment, or gives way to a new one; after a visit, a changed category is put before both again. */
async function followConfirmation(work: Work, actor: Actor, trajectoryId: string, category: Category): Promise<void> {
  const { db, today } = work;
  const asked = await findConfirmation(db, trajectoryId);
  const visited = (await listSettled(db, trajectoryId)).some(({ step, outcome }) => step === "hold_home_visit" && outcome === "done");
  const open = asked?.state === "open" || asked?.state === "differs" ? asked : null;
  if (open?.state === "open" && open.category === category) {
    const { organisationId, professionalId, role } = actor;
    const opinion = { category, organisationId, professionalId, role, on: today, reason: null };
    const outcome = confirmTogether(open, opinion);
    if (!("refused" in outcome) && (await keepOpinion(work, { trajectoryId, asked: open, opinion, ...outcome }))) return;
    if ("refused" in outcome && outcome.refused === "confirmed-already") return; // she said so before: the question stands
  }
  if (open || visited) await openConfirmation(work, { trajectoryId, proposedCategory: category, by: actor });
  else await takeAwayOpen(work, trajectoryId);
}
