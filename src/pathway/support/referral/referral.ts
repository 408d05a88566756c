/** The words of a referral: what other concepts may import. Closed loop after FHIR ServiceRequest and Task. Source: [003; domain 3.6]. */
import type { Day } from "../../../kit/day.ts";

/** How a candidate answers: in Wieg, by a one-time link, or on paper with a code that a colleague enters. */
export const answerWays = ["wieg", "link", "paper"] as const;
export type AnswerWay = (typeof answerWays)[number];

export const declineReasons = ["no_room", "not_for_us", "other_area", "already_involved", "other"] as const;
export type DeclineReason = (typeof declineReasons)[number];
export const stopReasons = ["family_stopped", "not_reached", "other_help", "moved", "other"] as const;
export type StopReason = (typeof stopReasons)[number];
export const withdrawers = ["family", "asking"] as const;
export type Withdrawer = (typeof withdrawers)[number];

/** Who took it on: a colleague in Wieg, or someone without an account by the name that was given. */
export interface Helper {
  readonly membershipId: string | null;
  readonly name: string;
}

/** What can be linked while a family waits [003 "ter overbrugging"]. */
export interface Bridge {
  readonly offerId: string;
  readonly name: string;
}

/** A state holds only what is true in that state. */
export type CandidateStatus =
  | { readonly state: "requested" }
  | { readonly state: "waitlisted"; readonly answeredOn: Day; readonly expectedOn: Day; readonly bridge: Bridge | null }
  | { readonly state: "accepted"; readonly answeredOn: Day; readonly helper: Helper }
  | { readonly state: "started"; readonly startedOn: Day; readonly reportedOn: Day | null; readonly helper: Helper }
  | { readonly state: "completed"; readonly endedOn: Day; readonly helper: Helper }
  | { readonly state: "stopped"; readonly endedOn: Day; readonly helper: Helper; readonly reason: StopReason; readonly note: string | null }
  | { readonly state: "declined"; readonly endedOn: Day; readonly reason: DeclineReason; readonly note: string | null }
  | {
      readonly state: "withdrawn";
      readonly endedOn: Day;
      readonly by: Withdrawer;
      readonly side: "asked" | "asking";
      readonly helper: Helper | null;
    }
  /** Another candidate accepted first. */
  | { readonly state: "taken"; readonly endedOn: Day };
export type CandidateState = CandidateStatus["state"];

/** In which something still has to happen. */
export const openStates: readonly CandidateState[] = ["requested", "waitlisted", "accepted", "started"];
/** In which one has it in hand, or had: at most one candidate of a referral. */
export const givenStates: readonly CandidateState[] = ["accepted", "started", "completed"];

export interface ReferralSide {
  readonly organisationId: string;
  readonly organisation: string;
  readonly phone: string | null;
}

/** One organisation that is asked: FHIR Task. Until it accepts it reads this alone, and nothing here says who the family is. */
export interface Candidate {
  readonly id: string;
  readonly referralId: string;
  readonly trajectoryId: string;
  readonly asked: ReferralSide;
  readonly asking: ReferralSide;
  readonly askedBy: { readonly membershipId: string; readonly name: string };
  readonly offer: { readonly id: string; readonly name: string };
  readonly way: AnswerWay;
  readonly requestedOn: Day;
  readonly answerBy: Day;
  readonly urgent: boolean;
  readonly municipality: string | null;
  readonly language: string | null;
  readonly interpreterNeeded: boolean;
  readonly period: string;
  readonly weeksFrom: number | null;
  /** Whether the family agrees that who asked hears how it goes. */
  readonly feedbackAllowed: boolean;
  /** On the printed form; whoever has it enters the answer. */
  readonly paperCode: string | null;
  readonly version: number;
  readonly status: CandidateStatus;
}

/** The question or agreement of the family plan that a referral carries out. */
export interface PlanLink {
  readonly kind: "question" | "agreement";
  readonly id: string;
}

/** What who helps tells who asked, as far as the family allows it. */
export interface ReferralReport {
  readonly id: string;
  readonly onDay: Day;
  readonly words: string;
  readonly by: string;
}

export const referralMoves = ["accept", "decline", "waitlist", "start", "complete", "stop", "withdraw"] as const;
export type ReferralMove = (typeof referralMoves)[number];

export type ReferralRefusal =
  | "referral-not-found"
  | "referral-not-your-side"
  | "referral-not-in-state"
  | "referral-taken"
  | "referral-no-consent"
  | "referral-consent-too-narrow"
  | "referral-changed-meanwhile"
  | "referral-nobody-asked"
  | "referral-asked-already"
  | "referral-offer-gone"
  | "referral-offer-full"
  | "referral-last-place-gone"
  | "referral-plan-part-gone"
  | "referral-own-organisation"
  | "referral-day-wrong"
  | "referral-reason-needed"
  | "referral-line-ended"
  | "referral-no-address"
  | "referral-code-unknown";
