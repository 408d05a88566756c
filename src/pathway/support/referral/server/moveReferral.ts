import type { Day } from "../../../../kit/day.ts";
import { done, refuse, type Done, type Refusal } from "../../../../kit/refusal.ts";
import type { Actor } from "../../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../../platform/db/withActor.ts";
import { findAnswerFor } from "../../../../trust/consent/server/door.ts";
import { closeWork } from "../../../trajectory/server/door.ts";
import { findOffer } from "../../directory/server/door.ts";
import type { Candidate, DeclineReason, ReferralMove, ReferralRefusal, StopReason, Withdrawer } from "../referral.ts";
import { decideMove, moves, type Sides } from "../rules/referralMoves.ts";
import { isExpectedDay, referralTerms } from "../rules/referralTerms.ts";
import { factsOf, followReferral, tellOthers } from "./followReferral.ts";
import {
  findCandidate,
  insertReport,
  listMyWork,
  lockReferral,
  lockRoom,
  saveCandidate,
  tellOfHelp,
  type CandidateChange,
} from "./referral.store.ts";

/** Which candidate, and the version of it that was on the screen. */
export interface ReferralSeen {
  readonly trajectoryId: string;
  readonly candidateId: string;
  readonly version: number;
}
export type ReferralOutcome = Done | Refusal<ReferralRefusal>;

export const sidesOf = ({ asked, asking }: Candidate, { organisationId }: Pick<Actor, "organisationId">): Sides => ({
  asked: asked.organisationId === organisationId,
  asking: asking.organisationId === organisationId,
});

/** Load, decide, save: what each move has in common, one at a time at a referral. `also` says what follows from it. */
async function moveReferral(
  work: Work,
  actor: Actor,
  seen: ReferralSeen,
  move: ReferralMove,
  change: (candidate: Candidate) => CandidateChange | Refusal<ReferralRefusal>,
  also: (moved: Candidate) => Promise<void> = async () => undefined,
): Promise<ReferralOutcome> {
  const { db } = work;
  const before = await findCandidate(db, seen.trajectoryId, seen.candidateId);
  if (!before) return refuse("referral-not-found");
  work.about({ trajectories: [before.trajectoryId], part: "referrals", purpose: "sharing" });
  const sides = sidesOf(before, actor);
  if (!sides.asked && !sides.asking) return refuse("referral-not-your-side");
  await lockReferral(db, before.id);
  const candidate = (await findCandidate(db, seen.trajectoryId, seen.candidateId)) ?? before;
  if (candidate.status.state === "taken") return refuse("referral-taken");
  if (candidate.version !== seen.version) return refuse("referral-changed-meanwhile", { state: candidate.status.state });
  const consent = await findAnswerFor(db, candidate.trajectoryId, "sharing", candidate.asked.organisationId);
  const room = move === "accept" ? await lockRoom(db, candidate.id) : null;
  const outcome = decideMove(move, { state: candidate.status.state, way: candidate.way, sides, consent, room });
  if (outcome !== "go") return outcome;
  const changed = change(candidate);
  if ("code" in changed) return changed;
  if (!(await saveCandidate(db, { id: candidate.id, version: seen.version }, { ...changed, state: moves[move].to })))
    return refuse("referral-changed-meanwhile");
  const moved = await findCandidate(db, candidate.trajectoryId, candidate.id);
  if (moved) {
    await followReferral(db, moved);
    await also(moved);
  }
  return done({});
}

/** The first to accept gets it: the relation opens, and the others are told, in this one transaction. */
export const acceptReferral = (actor: Actor, seen: ReferralSeen & { helper?: string | null }): Promise<ReferralOutcome> =>
  withActor(actor, "referral.accepted", (work) =>
    moveReferral(
      work,
      actor,
      seen,
      "accept",
      (candidate) => {
        const own = sidesOf(candidate, actor).asked;
        if (!own && (seen.helper ?? null) === null) return refuse("referral-reason-needed", { field: "helper" });
        return { answered_on: work.today, accepted_by: own ? actor.membershipId : null, helper_name: own ? null : (seen.helper ?? null) };
      },
      (moved) => tellOthers(work.db, moved, work.today),
    ),
  );

export const declineReferral = (
  actor: Actor,
  seen: ReferralSeen & { reason: DeclineReason; note: string | null },
): Promise<ReferralOutcome> =>
  withActor(actor, "referral.declined", (work) =>
    moveReferral(work, actor, seen, "decline", () =>
      seen.reason === "other" && seen.note === null
        ? refuse("referral-reason-needed", { field: "note" })
        : { answered_on: work.today, ended_on: work.today, ended_by: "asked", reason: seen.reason, note: seen.note },
    ),
  );

/** There is room later: on which day, and what helps until then. */
export const waitlistReferral = (
  actor: Actor,
  seen: ReferralSeen & { expectedOn: Day; bridgeOfferId: string | null },
): Promise<ReferralOutcome> =>
  withActor(actor, "referral.waitlisted", async (work) => {
    const bridge = seen.bridgeOfferId === null ? null : await findOffer(work.db, seen.bridgeOfferId);
    return moveReferral(work, actor, seen, "waitlist", () =>
      isExpectedDay(seen.expectedOn, work.today)
        ? { answered_on: work.today, expected_on: seen.expectedOn, bridge_offer_id: bridge?.id ?? null }
        : refuse("referral-day-wrong", { field: "expectedOn" }),
    );
  });

/** What helps while the family waits; no move. Either side may link it. */
export const bridgeReferral = (actor: Actor, seen: ReferralSeen & { offerId: string }): Promise<ReferralOutcome> =>
  withActor(actor, "referral.bridged", async (work) => {
    const candidate = await findCandidate(work.db, seen.trajectoryId, seen.candidateId);
    if (!candidate || candidate.status.state !== "waitlisted") return refuse("referral-not-found");
    const sides = sidesOf(candidate, actor);
    if (!sides.asked && !sides.asking) return refuse("referral-not-your-side");
    work.about({ trajectories: [candidate.trajectoryId], part: "referrals" });
    if (!(await findOffer(work.db, seen.offerId))) return refuse("referral-offer-gone", { offer: "Dit aanbod" });
    if (!(await saveCandidate(work.db, { id: candidate.id, version: seen.version }, { bridge_offer_id: seen.offerId })))
      return refuse("referral-changed-meanwhile");
    const bridged = await findCandidate(work.db, seen.trajectoryId, seen.candidateId);
    if (bridged) await followReferral(work.db, bridged);
    return done({});
  });

export const startReferral = (actor: Actor, seen: ReferralSeen & { on: Day }): Promise<ReferralOutcome> =>
  withActor(actor, "referral.started", (work) =>
    moveReferral(work, actor, seen, "start", ({ requestedOn }) =>
      seen.on > work.today || seen.on < requestedOn ? refuse("referral-day-wrong", { field: "on" }) : { started_on: seen.on },
    ),
  );

/** How it goes, on the way: what was told is kept, and the next word is asked for later. */
export const reportReferral = (actor: Actor, seen: ReferralSeen & { words: string }): Promise<ReferralOutcome> =>
  withActor(actor, "referral.reported", async (work) => {
    const candidate = await findCandidate(work.db, seen.trajectoryId, seen.candidateId);
    if (!candidate) return refuse("referral-not-found");
    work.about({ trajectories: [candidate.trajectoryId], part: "referrals" });
    const sides = sidesOf(candidate, actor);
    if (!sides.asked && !(sides.asking && candidate.way !== "wieg")) return refuse("referral-not-your-side");
    if (candidate.status.state !== "started") return refuse("referral-not-in-state", { state: candidate.status.state });
    if (!(await saveCandidate(work.db, { id: candidate.id, version: seen.version }, { reported_on: work.today })))
      return refuse("referral-changed-meanwhile");
    await tell(work, actor, candidate, seen.words);
    const told = await findCandidate(work.db, seen.trajectoryId, seen.candidateId);
    const dueOn = Temporal.PlainDate.from(work.today).add({ days: referralTerms.readDays }).toString();
    if (told)
      await followReferral(work.db, told, told.feedbackAllowed ? [{ kind: "referral.reported", for: "asker", side: "mine", dueOn }] : []);
    return done({});
  });

/** The help is done: who asked and who signalled hear it within what the family allows, and the relation ends. */
export const completeReferral = (actor: Actor, seen: ReferralSeen & { words: string }): Promise<ReferralOutcome> =>
  withActor(actor, "referral.completed", (work) =>
    end(work, actor, seen, "complete", seen.words, () => ({ ended_on: work.today, ended_by: "asked" })),
  );

export const stopReferral = (
  actor: Actor,
  seen: ReferralSeen & { reason: StopReason; note: string | null; words: string | null },
): Promise<ReferralOutcome> =>
  withActor(actor, "referral.stopped", (work) =>
    end(work, actor, seen, "stop", seen.words, () =>
      seen.reason === "other" && seen.note === null
        ? refuse("referral-reason-needed", { field: "note" })
        : { ended_on: work.today, ended_by: "asked", reason: seen.reason, note: seen.note },
    ),
  );

/** The last word is written while the asker still has a relation with the line. */
async function end(
  work: Work,
  actor: Actor,
  seen: ReferralSeen,
  move: "complete" | "stop",
  words: string | null,
  change: () => CandidateChange | Refusal<ReferralRefusal>,
): Promise<ReferralOutcome> {
  return moveReferral(work, actor, seen, move, change, async (moved) => {
    if (words !== null) await tell(work, actor, moved, words);
    const dueOn = Temporal.PlainDate.from(work.today).add({ days: referralTerms.readDays }).toString();
    await tellOfHelp(work.db, moved.id, dueOn, factsOf(moved));
  });
}

const tell = (work: Work, actor: Actor, { id, trajectoryId, feedbackAllowed, asking }: Candidate, words: string): Promise<void> =>
  insertReport(work.db, {
    trajectoryId,
    candidateId: id,
    forOrganisationId: feedbackAllowed ? asking.organisationId : null,
    words,
    organisationId: actor.organisationId,
  });

/** The family does not want it (any more), told to either side; or who asked takes it back. */
export const withdrawReferral = (actor: Actor, seen: ReferralSeen & { by: Withdrawer; note: string | null }): Promise<ReferralOutcome> =>
  withActor(actor, "referral.withdrawn", (work) =>
    moveReferral(work, actor, seen, "withdraw", (candidate) => {
      const { asking } = sidesOf(candidate, actor);
      if (seen.by === "asking" && !asking) return refuse("referral-not-your-side");
      return { ended_on: work.today, ended_by: asking ? "asking" : "asked", withdrawn_by: seen.by, note: seen.note };
    }),
  );

/** What only tells: whoever read it takes it off her own list. */
export const toldKinds = [
  "referral.declined",
  "referral.completed",
  "referral.stopped",
  "referral.withdrawn",
  "referral.taken",
  "referral.bridge",
  "referral.reported",
  "referral.feedback",
  "referral.late",
  "referral.consent-gone",
] as const;

export const seeReferral = (actor: Actor, seen: Omit<ReferralSeen, "version">): Promise<ReferralOutcome> =>
  withActor(actor, "referral.seen", async ({ db, about }) => {
    const candidate = await findCandidate(db, seen.trajectoryId, seen.candidateId);
    if (!candidate) return refuse("referral-not-found");
    about({ trajectories: [candidate.trajectoryId], part: "referrals" });
    const mine = await listMyWork(db, candidate.id, toldKinds); // never what stands on another's list
    await closeWork(db, { trajectoryId: candidate.trajectoryId, kind: mine, subjectId: candidate.id, why: "seen" });
    return done({});
  });
