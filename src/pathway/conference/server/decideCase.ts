import { addDays } from "../../../kit/day.ts";
import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { decidePlanDay, leadAnswerBy } from "../../plan/server/door.ts";
import { askReferralWithin } from "../../support/referral/server/door.ts";
import { closeWork } from "../../trajectory/server/door.ts";
import { outcomeTerms } from "../rules/outcomeTerms.ts";
import { decideSitting } from "../rules/sittingMoves.ts";
import type { Outcome, SittingRefusal } from "../sitting.ts";
import { findOutcomePart, saveOutcome, saveSettled } from "./outcome.store.ts";
import { findItem, findSitting, listItems } from "./sitting.store.ts";

/** Thrown so that nothing of a refused outcome stands; told as a refusal. */
class NotDecided extends Error {
  readonly code: SittingRefusal;
  constructor(code: SittingRefusal) {
    super(code);
    this.code = code;
  }
}

/**
 * The chair records what was decided about a case. Who leads, who joins and what was agreed go where they belong in the same transaction;
 * help is asked for by the lead, when the family allows it for that organisation.
 */
export async function decideCase(
  actor: Actor,
  seen: { readonly itemId: string; readonly version: number },
  outcome: Outcome,
): Promise<Done<{ sitting: string; nr: number }> | Refusal<SittingRefusal>> {
  try {
    return await withActor(actor, "conference.case-decided", async ({ db, today, about }) => {
      const item = await findItem(db, seen.itemId);
      const sitting = item && (await findSitting(db, item.sittingId));
      if (!item || !sitting?.chairs) return refuse("not-visible");
      about({ trajectories: [item.trajectoryId], part: "plan", purpose: "case_conference" });
      const decided = decideSitting("decide", { ...sitting, today });
      if (decided !== "go") return decided;
      if (outcome.agreements.some(({ evaluateOn }) => decidePlanDay(evaluateOn, today) !== "go")) return refuse("day-passed");
      const terms = { answerBy: leadAnswerBy(today), discussBy: addDays(today, outcomeTerms.discussDays) };
      const code = await saveOutcome(db, seen, outcome, terms);
      if (["not-at-table", "no-lead", "leads-no-case"].includes(code)) throw new NotDecided(code as SittingRefusal);
      return code === "done"
        ? done({ sitting: sitting.id, nr: (await listItems(db, sitting.id)).findIndex(({ id }) => id === item.id) + 1 })
        : refuse(code);
    });
  } catch (error) {
    if (error instanceof NotDecided) return refuse(error.code);
    throw error;
  }
}

/** The lead asks for the help that the conference thought of: a referral as any other, with the family's consent for that organisation. */
export const askHelp = (actor: Actor, outcomeId: string) =>
  withActor(actor, "referral.requested", async (work) => {
    const part = await findOutcomePart(work.db, outcomeId);
    if (part?.kind !== "referral" || part.offerId === null) return refuse("not-visible");
    if (part.stand !== "open") return refuse("settled-already");
    const item = await findItem(work.db, part.itemId);
    const asked = await askReferralWithin(work, actor, {
      trajectoryId: part.trajectoryId,
      offerIds: [part.offerId],
      question: item?.question ?? null,
      urgent: false,
      feedbackAllowed: true,
      evenIfFull: true,
    });
    if (asked.code !== "done") return refuse("referral-refused", { trajectoryId: part.trajectoryId, why: asked.code });
    await saveSettled(work.db, outcomeId, asked.candidateId);
    return done({ item: part.itemId });
  });

/** The family does not want that help: nothing is asked, and that is known. */
export const leaveHelp = (actor: Actor, outcomeId: string) =>
  withActor(actor, "conference.outcome-settled", async (work) => {
    const part = await findOutcomePart(work.db, outcomeId);
    if (part?.kind !== "referral") return refuse("not-visible");
    work.about({ trajectories: [part.trajectoryId], part: "plan" });
    return (await saveSettled(work.db, outcomeId, null)) ? done({ item: part.itemId }) : refuse("settled-already");
  });

/** The lead has talked with the family about the outcome, or read that a case was not discussed: off her list. */
export const outcomeDiscussed = (actor: Actor, itemId: string) => putAway(actor, "conference.outcome-discussed", itemId, "discussed");
export const offSeen = (actor: Actor, itemId: string) => putAway(actor, "conference.off-seen", itemId, "off");

const putAway = (actor: Actor, event: string, itemId: string, state: "discussed" | "off") =>
  withActor(actor, event, async ({ db, about }) => {
    const item = await findItem(db, itemId);
    if (item?.state !== state) return refuse("not-visible");
    about({ trajectories: [item.trajectoryId], part: "plan" });
    const kind = state === "discussed" ? "conference.outcome" : "conference.off";
    await closeWork(db, { trajectoryId: item.trajectoryId, kind, subjectId: itemId });
    return done({ trajectoryId: item.trajectoryId });
  });
