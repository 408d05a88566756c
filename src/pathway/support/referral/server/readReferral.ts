import type { Day } from "../../../../kit/day.ts";
import type { Actor } from "../../../../platform/db/actor.ts";
import { withActor, type Db } from "../../../../platform/db/withActor.ts";
import { familyHeading } from "../../../../registry/personName.ts";
import { findFamilyOfLine } from "../../../../registry/server/door.ts";
import { findAnswerFor } from "../../../../trust/consent/server/door.ts";
import type { Line } from "../../../trajectory/line.ts";
import { findPlan } from "../../../plan/server/door.ts";
import { findLine } from "../../../trajectory/server/door.ts";
import type { Fit, SupportOffer } from "../../directory/directory.ts";
import { findFamilyNow, findFittingOffers, findOffer, listOpenOffers } from "../../directory/server/door.ts";
import { openStates, type Candidate, type PlanLink, type ReferralReport } from "../referral.ts";
import { decideConsent, type ReferralConsent, type Sides } from "../rules/referralMoves.ts";
import { sidesOf, toldKinds } from "./moveReferral.ts";
import { findByPaperCode, findCandidate, findQuestion, listCandidates, listMyWork, listPlanLinks, listReports } from "./referral.store.ts";
import { findLink } from "./referralLink.store.ts";
import { mostTries, type SentLink } from "../../../../trust/oneTimeLink/server/door.ts";

/** A referral to one candidate, as this asker may see it: before acceptance the request alone. */
export interface ReferralData {
  readonly candidate: Candidate;
  readonly sides: Sides;
  readonly today: Day;
  /** "Gezin Frijns", or null as long as the asker may not know. */
  readonly family: string | null;
  readonly question: string | null;
  /** What of the family plan it carries out, for who may read the plan. */
  readonly plan: { readonly kind: PlanLink["kind"]; readonly wording: string; readonly about: string } | null;
  readonly consent: ReferralConsent | null;
  readonly allowed: boolean;
  /** Places that the offer still has, for who decides on it; null where nobody counts them. */
  readonly room: number | null;
  readonly reports: readonly ReferralReport[];
  /** What the other side did waits to be read. */
  readonly told: boolean;
  /** Who else was asked for the same, as far as the asker may see. */
  readonly others: readonly Candidate[];
  readonly link: SentLink | null;
  /** What could help until there is room. */
  readonly bridges: readonly Pick<SupportOffer, "id" | "name" | "organisation">[];
}

export function readReferral(actor: Actor, trajectoryId: string, candidateId: string): Promise<ReferralData | null> {
  return withActor(actor, "referral.read", async ({ db, today, about }) => {
    const candidate = await findCandidate(db, trajectoryId, candidateId);
    if (!candidate) return null;
    about({ trajectories: [trajectoryId], part: "referrals" });
    const sides = sidesOf(candidate, actor);
    const isSide = sides.asked || sides.asking;
    const family = await findFamilyOfLine(db, trajectoryId);
    const consent = isSide ? await findAnswerFor(db, trajectoryId, "sharing", candidate.asked.organisationId) : null;
    return {
      candidate,
      sides,
      today,
      family: family ? familyHeading(family.members) : null,
      question: await findQuestion(db, candidate.referralId),
      plan: (await listPlanLinks(db, trajectoryId)).find(({ referralId }) => referralId === candidate.referralId) ?? null,
      consent,
      allowed: decideConsent(consent) === "go",
      room: sides.asked && isUnanswered(candidate) ? ((await findOffer(db, candidate.offer.id))?.capacity.available ?? null) : null,
      reports: await listReports(db, candidateId),
      told: (await listMyWork(db, candidateId, toldKinds)).length > 0,
      others: (await listCandidates(db, trajectoryId)).filter((one) => one.referralId === candidate.referralId && one.id !== candidateId),
      link: sides.asking ? await findLink(db, candidateId, mostTries) : null,
      bridges: isSide && isUnanswered(candidate) ? await listOpenOffers(db) : [],
    };
  });
}

const isUnanswered = ({ status }: Candidate): boolean => status.state === "requested" || status.state === "waitlisted";

export interface ReferralsData {
  readonly line: Line;
  readonly family: string;
  readonly today: Day;
  readonly candidates: readonly Candidate[];
}

/** Everything that was asked for a family. */
export const readReferrals = (actor: Actor, trajectoryId: string): Promise<ReferralsData | null> =>
  withActor(actor, "referral.read", async ({ db, today, about }) => {
    const line = await findLine(db, trajectoryId);
    const family = line && (await findFamilyOfLine(db, trajectoryId));
    if (!line || !family) return null;
    about({ trajectories: [trajectoryId], part: "referrals" });
    return { line, family: familyHeading(family.members), today, candidates: await listCandidates(db, trajectoryId) };
  });

/** One offer that can be asked, and what stands in its way. */
export interface Choice {
  readonly offer: SupportOffer;
  readonly fit: Fit;
  readonly allowed: boolean;
  readonly open: boolean;
}

export interface AskData {
  readonly line: Line;
  readonly family: string;
  readonly chosen: string | null;
  readonly choices: readonly Choice[];
  /** What is open in the family plan: a referral can carry it out. */
  readonly aims: readonly (PlanLink & { readonly wording: string })[];
  /** Which of those it was begun from. */
  readonly from: PlanLink | null;
}

/** What can be asked for this family: what fits, and the one that was chosen in the directory. */
export const readAsk = (actor: Actor, trajectoryId: string, chosen: string | null, from: string | null): Promise<AskData | null> =>
  withActor(actor, "referral.read", async ({ db, today, about }) => {
    const line = await findLine(db, trajectoryId);
    const family = line && (await findFamilyOfLine(db, trajectoryId));
    if (!line || !family || line.state !== "open") return null;
    about({ trajectories: [trajectoryId], part: "referrals" });
    const now = await findFamilyNow(db, line, family, today);
    const found = await findFittingOffers(db, now, chosen);
    const open = (await listCandidates(db, trajectoryId)).filter(({ status }) => openStates.includes(status.state));
    const choices: Choice[] = [];
    for (const { offer, fit } of found.filter(
      ({ offer: { organisationId } }) => organisationId !== null && organisationId !== actor.organisationId,
    ))
      choices.push({ offer, fit, allowed: await isAllowed(db, trajectoryId, offer), open: open.some((one) => one.offer.id === offer.id) });
    const known = choices.some(({ offer }) => offer.id === chosen);
    const aims = await listAims(db, trajectoryId);
    const begun = aims.find(({ id }) => id === from) ?? null;
    return { line, family: familyHeading(family.members), chosen: known ? chosen : null, choices, aims, from: begun };
  });

/** Open questions and agreements of the plan, as far as the asker sees them. */
async function listAims(db: Db, trajectoryId: string): Promise<AskData["aims"]> {
  const { questions, agreements } = await findPlan(db, trajectoryId);
  const open = (kind: PlanLink["kind"], list: readonly { id: string; wording: string; state: string }[]) =>
    list.filter(({ state }) => state === "open").map(({ id, wording }) => ({ kind, id, wording }));
  return [...open("question", questions), ...open("agreement", agreements)];
}

const isAllowed = async (db: Db, trajectoryId: string, { organisationId }: SupportOffer): Promise<boolean> =>
  organisationId !== null && decideConsent(await findAnswerFor(db, trajectoryId, "sharing", organisationId)) === "go";

/** The request on whose printed form this code stands. */
export const findByCode = (actor: Actor, typed: string): Promise<{ id: string; trajectoryId: string } | null> =>
  withActor(actor, "referral.read", async ({ db, about }) => {
    const plain = typed.toUpperCase().replace(/[^A-Z2-9]/g, "");
    const found = await findByPaperCode(db, `${plain.slice(0, 4)}-${plain.slice(4)}`, actor.organisationId);
    if (found) about({ trajectories: [found.trajectoryId], part: "referrals" });
    return found;
  });
