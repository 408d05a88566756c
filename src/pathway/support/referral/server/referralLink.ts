import { addDays } from "../../../../kit/day.ts";
import { done, refuse, type Done, type Refusal } from "../../../../kit/refusal.ts";
import type { Actor } from "../../../../platform/db/actor.ts";
import { withActor } from "../../../../platform/db/withActor.ts";
import { withNobody } from "../../../../platform/db/withNobody.ts";
import type { Origin } from "../../../../platform/http/request.ts";
import { hashOfLink, mostTries, newOneTimeLink } from "../../../../trust/oneTimeLink/server/door.ts";
import type { CandidateStatus, ReferralRefusal } from "../referral.ts";
import { isExpectedDay, referralTerms } from "../rules/referralTerms.ts";
import { workOfCandidate } from "../rules/referralWork.ts";
import { sidesOf, type ReferralSeen } from "./moveReferral.ts";
import { findCandidate } from "./referral.store.ts";
import {
  answerByLink,
  openByLink,
  sendLink,
  setWorkByLink,
  type Answered,
  type LinkAnswer,
  type LinkedRequest,
  type Opening,
} from "./referralLink.store.ts";

/** Sends a candidate without an account a one-time link. The mail says nothing; the code goes by telephone, from who asked. */
export const sendReferralLink = (actor: Actor, seen: Omit<ReferralSeen, "version">): Promise<Done | Refusal<ReferralRefusal>> =>
  withActor(actor, "referral.link-sent", async ({ db, today, about }) => {
    const candidate = await findCandidate(db, seen.trajectoryId, seen.candidateId);
    if (!candidate || candidate.way !== "link" || !sidesOf(candidate, actor).asking) return refuse("referral-not-found");
    about({ trajectories: [candidate.trajectoryId], part: "referrals" });
    const link = newOneTimeLink("/verwijzing", addDays(today, referralTerms.linkDays), "één keer, ");
    const sent = await sendLink(db, candidate.id, link);
    return sent === "done" ? done({}) : refuse(sent);
  });

const from = ({ source, requestId }: Origin) => ({ source, requestId });
const opening = (origin: Origin, token: string, code: string): Opening => ({
  hash: hashOfLink(token),
  code,
  tries: mostTries,
  ...from(origin),
});

/** Opening uses nothing up; a wrong code is counted. Null: it does not work (any more), whatever the reason. */
export const openReferralLink = (origin: Origin, token: string, code: string): Promise<LinkedRequest | null> =>
  withNobody("referral.link-opened", from(origin), (db) => openByLink(db, opening(origin, token, code)));

export type LinkRefusal = "link-gone" | "referral-no-consent" | "referral-day-wrong";

/** The answer of a candidate without an account. Who accepts reads once who the family is. */
export const answerReferralLink = (
  origin: Origin,
  token: string,
  code: string,
  answer: LinkAnswer,
): Promise<(Answered & { readonly code: "done" }) | Refusal<LinkRefusal>> =>
  withNobody("referral.link-answered", from(origin), async (db, today) => {
    const typed = opening(origin, token, code);
    if (answer.state === "waitlisted" && !isExpectedDay(answer.expectedOn ?? "", today)) return refuse("referral-day-wrong");
    const request = await openByLink(db, typed);
    if (!request) return refuse("link-gone");
    const answered = await answerByLink(db, typed, answer);
    if (!answered) return refuse("link-gone");
    if (answered.code !== "done") return refuse(answered.code);
    const about = { way: request.way, answerBy: request.answerBy, feedbackAllowed: false };
    const facts = {
      offer: request.offer,
      asked: request.asked,
      asking: request.asking,
      requestedOn: request.requestedOn,
      answerBy: request.answerBy,
      way: request.way,
    };
    const status = statusOf(answer, today);
    await setWorkByLink(db, typed.hash, request.candidateId, workOfCandidate({ ...about, status }), {
      ...facts,
      state: status.state,
      reason: answer.reason,
      expectedOn: answer.expectedOn,
    });
    for (const id of answered.taken)
      await setWorkByLink(db, typed.hash, id, workOfCandidate({ ...about, way: "wieg", status: { state: "taken", endedOn: today } }), {
        asking: request.asking,
        requestedOn: request.requestedOn,
      });
    return { ...answered, code: "done" };
  });

function statusOf({ state, helper, expectedOn, reason, note }: LinkAnswer, today: string): CandidateStatus {
  if (state === "accepted") return { state, answeredOn: today, helper: { membershipId: null, name: helper ?? "" } };
  if (state === "waitlisted") return { state, answeredOn: today, expectedOn: expectedOn ?? today, bridge: null };
  return { state, endedOn: today, reason: (reason ?? "other") as Extract<CandidateStatus, { state: "declined" }>["reason"], note };
}
