import { randomInt } from "node:crypto";
import { daysBetween } from "../../../../kit/day.ts";
import { done, refuse, type Done, type Refusal } from "../../../../kit/refusal.ts";
import type { Actor } from "../../../../platform/db/actor.ts";
import { withActor, type Db, type Work } from "../../../../platform/db/withActor.ts";
import { offerRelation } from "../../../../trust/access/server/door.ts";
import { findAnswerFor } from "../../../../trust/consent/server/door.ts";
import { findCategory, stepDone } from "../../../assessment/server/door.ts";
import type { Line } from "../../../trajectory/line.ts";
import { findPlan } from "../../../plan/server/door.ts";
import { findLine, gestationalDays, periodOf } from "../../../trajectory/server/door.ts";
import type { SupportOffer } from "../../directory/directory.ts";
import { findOffer } from "../../directory/server/door.ts";
import { openStates, type AnswerWay, type PlanLink, type ReferralRefusal } from "../referral.ts";
import { decideRequest, wayOf } from "../rules/decideRequest.ts";
import { answerBy } from "../rules/referralTerms.ts";
import { followReferral } from "./followReferral.ts";
import { findCandidate, findNeeds, insertCandidate, insertReferral, listAnswering, listCandidates } from "./referral.store.ts";

export interface AskInput {
  readonly trajectoryId: string;
  /** One or more at once: the first to accept gets it. */
  readonly offerIds: readonly string[];
  readonly question: string | null;
  readonly urgent: boolean;
  readonly feedbackAllowed: boolean;
  readonly evenIfFull: boolean;
  /** What of the family plan this carries out. */
  readonly link?: PlanLink | null;
}
interface Asked {
  readonly offer: SupportOffer & { readonly organisationId: string };
  readonly way: AnswerWay;
}

/** Asks for help, of one or more at once, with the family's consent for each. They read what they need to decide, and no more until they accept. */
export const askReferral = (actor: Actor, input: AskInput): Asking =>
  withActor(actor, "referral.requested", (work) => askReferralWithin(work, actor, input));
type Asking = Promise<Done<{ candidateId: string }> | Refusal<ReferralRefusal>>;

/** The same, within the transaction of another use case: what came of a conference. */
export async function askReferralWithin(work: Work, actor: Actor, input: AskInput): Asking {
  const { db, today } = work;
  work.about({ trajectories: [input.trajectoryId], part: "referrals", purpose: "sharing" });
  const line = await findLine(db, input.trajectoryId);
  const needs = line && (await findNeeds(db, line.familyId));
  if (!line || !needs) return refuse("referral-not-found");
  if (line.state !== "open") return refuse("referral-line-ended");
  const asked = await decideAll(db, actor, input);
  if ("code" in asked) return asked;
  const link = input.link ?? null;
  if (link !== null && !(await isOpenInPlan(db, line.id, link))) return refuse("referral-plan-part-gone");
  const referralId = await insertReferral(db, {
    trajectoryId: line.id,
    question: input.question,
    organisationId: actor.organisationId,
    link,
  });
  const shared = {
    trajectoryId: line.id,
    referralId,
    askedBy: actor.membershipId,
    urgent: input.urgent,
    feedbackAllowed: input.feedbackAllowed,
  };
  const ids: string[] = [];
  for (const { offer, way } of asked) {
    await offerRelation(db, { trajectoryId: line.id, organisationId: offer.organisationId, basis: "request" });
    const id = await insertCandidate(db, {
      ...shared,
      ...needs,
      ...momentOf(line, today),
      offerId: offer.id,
      askedOrganisationId: offer.organisationId,
      way,
      answerBy: answerBy(today, input.urgent),
      paperCode: way === "wieg" ? null : newPaperCode(),
    });
    const candidate = await findCandidate(db, line.id, id);
    if (candidate) await followReferral(db, candidate);
    ids.push(id);
  }
  await settleRoute(work, line.id);
  return done({ candidateId: ids[0] ?? "" });
}

/** A referral carries out what is open in the plan, and what the asker may see of it. */
async function isOpenInPlan(db: Db, trajectoryId: string, { kind, id }: PlanLink): Promise<boolean> {
  const plan = await findPlan(db, trajectoryId);
  return plan[`${kind}s`].some((one) => one.id === id && one.state === "open");
}

/** Each of those that are asked, or why one of them can't be. */
async function decideAll(
  db: Db,
  actor: Actor,
  { trajectoryId, offerIds, evenIfFull }: AskInput,
): Promise<readonly Asked[] | Refusal<ReferralRefusal>> {
  const open = (await listCandidates(db, trajectoryId)).filter(({ status }) => openStates.includes(status.state));
  const asked: Asked[] = [];
  for (const id of new Set(offerIds)) {
    const offer = await findOffer(db, id);
    if (!offer) return refuse("referral-offer-gone", { offer: "Dit aanbod" });
    const { organisationId } = offer;
    const consent = organisationId === null ? null : await findAnswerFor(db, trajectoryId, "sharing", organisationId);
    const outcome = decideRequest({
      offer: { ...offer, available: offer.capacity.available },
      askingOrganisationId: actor.organisationId,
      consent,
      openAlready: open.some((one) => one.offer.id === id),
      evenIfFull,
    });
    if (outcome !== "go") return outcome;
    if (organisationId === null) return refuse("referral-offer-gone", { offer: offer.name });
    const answering = await listAnswering(db, [organisationId]);
    asked.push({ offer: { ...offer, organisationId }, way: wayOf(answering.has(organisationId), offer.contact.email) });
  }
  return asked.length === 0 ? refuse("referral-nobody-asked") : asked;
}

/** When in the line: in weeks by four, so that a day of birth or due date can't be read from it. */
function momentOf(line: Line, today: string): Pick<Parameters<typeof insertCandidate>[1], "municipality" | "period" | "weeksFrom"> {
  const period = periodOf(line, today);
  const days = line.bornOn !== null ? daysBetween(line.bornOn, today) : line.dueDate === null ? null : gestationalDays(line.dueDate, today);
  if (line.lossOn !== null) return { municipality: line.municipality, period: "after_loss", weeksFrom: null };
  return {
    municipality: line.municipality,
    period: period === "ended" ? "infancy" : period,
    weeksFrom: days === null || days < 0 ? null : Math.trunc(days / 28) * 4,
  };
}

/** Category d: a first referral the same day; this was it [domain 3.3]. */
async function settleRoute(work: Work, trajectoryId: string): Promise<void> {
  if ((await findCategory(work.db, trajectoryId)) !== null) await stepDone(work, { trajectoryId, step: "first_referral" });
}

/** Letters and digits that can't be taken for each other on paper. */
const signs = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
function newPaperCode(): string {
  const four = () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join("");
  return `${four()}-${four()}`;
}
