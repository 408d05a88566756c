import { done, refuse } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { answerRelationOffer, offerRelation } from "../../../trust/access/server/door.ts";
import { stepDone } from "../../assessment/server/door.ts";
import { closeWork, findLine, putWork } from "../../trajectory/server/door.ts";
import type { LeadNotice } from "../caseLead.ts";
import { answerBy } from "../rules/leadMoves.ts";
import { answerLead, findTransfer, isInvolved, offerLead, withdrawLead } from "./caseLead.store.ts";

export interface OfferTo {
  readonly trajectoryId: string;
  readonly organisationId: string;
  readonly role: string;
  /** One professional of that team; null: whoever accepts first. */
  readonly membershipId: string | null;
}

/** Offers the lead to a team or a professional. Nothing changes until that one accepts; an organisation that is not involved yet is asked to be. */
export const offerCaseLead = (actor: Actor, to: OfferTo) =>
  withActor(actor, "case-lead.offered", async ({ db, today, about }) => {
    const { trajectoryId, organisationId } = to;
    about({ trajectories: [trajectoryId], part: "identity" });
    if (!(await findLine(db, trajectoryId))) return refuse("not-visible");
    const dueOn = answerBy(today);
    const { code, transfer } = await offerLead(db, { ...to, answerBy: dueOn });
    if (code !== "done" || transfer === null) return refuse(code === "done" ? "no-lead" : code);
    if (!(await isInvolved(db, trajectoryId, organisationId)))
      await offerRelation(db, { trajectoryId, organisationId, basis: "case_lead" });
    const item = { trajectoryId, kind: "case_lead.offered", subjectId: transfer, dueOn, facts: { from: actor.organisation, on: today } };
    await putWork(db, { ...item, for: to.membershipId === null ? { organisationId, role: to.role } : { membershipId: to.membershipId } });
    await putWork(db, { ...item, for: { organisationId: actor.organisationId, role: actor.role }, side: "waiting" });
    return done({ transfer });
  });

/** Who was asked accepts, and leads from now on, or declines and says why. Of two who accept at once one is first. */
export const answerCaseLead = (actor: Actor, answer: { transferId: string; accept: boolean; reason: string | null }) =>
  withActor(actor, answer.accept ? "case-lead.accepted" : "case-lead.declined", async (work) => {
    const { db, about } = work;
    const transfer = await findTransfer(db, answer.transferId);
    if (!transfer) return refuse("not-visible");
    const { trajectoryId } = transfer;
    about({ trajectories: [trajectoryId], part: "identity" });
    const code = await answerLead(db, answer);
    if (code !== "done") return refuse(code);
    await answerRelationOffer(db, { trajectoryId, basis: "case_lead", accept: answer.accept });
    await closeWork(db, { trajectoryId, kind: "case_lead.offered", subjectId: transfer.id, why: answer.accept ? "accepted" : "declined" });
    if (answer.accept) await stepDone(work, { trajectoryId, step: "case_lead" });
    return done({ trajectoryId });
  });

/** Who offered takes the offer back, as long as it was not answered. */
export const withdrawCaseLead = (actor: Actor, transferId: string) =>
  withActor(actor, "case-lead.withdrawn", async ({ db, about }) => {
    const transfer = await findTransfer(db, transferId);
    if (!transfer) return refuse("not-visible");
    const { trajectoryId } = transfer;
    about({ trajectories: [trajectoryId], part: "identity" });
    const code = await withdrawLead(db, transferId);
    if (code !== "done") return refuse(code);
    await answerRelationOffer(db, { trajectoryId, basis: "case_lead", accept: false });
    await closeWork(db, { trajectoryId, kind: "case_lead.offered", subjectId: transfer.id, why: "withdrawn" });
    return done({ trajectoryId });
  });

/** The lead has seen what she was told: a changed category, an answer. */
export const markSeen = (actor: Actor, input: { trajectoryId: string; kind: LeadNotice }) =>
  withActor(actor, "case-lead.seen", async ({ db, about }) => {
    about({ trajectories: [input.trajectoryId], part: "identity" });
    await closeWork(db, { trajectoryId: input.trajectoryId, kind: input.kind, subjectId: null, why: "seen" });
    return done({});
  });
