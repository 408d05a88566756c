import type { Day } from "../../kit/day.ts";
import type { Refusal } from "../../kit/refusal.ts";
import type { Entry, Pillar } from "../configuration/programme.ts";
import type { CriterionCode, CriterionOutcome } from "../letters/letter.ts";

/** The words of a place in the programme: what other concepts may import [domain 4.1 to 4.3]. */
export const needs = ["not_yet_self_reliant", "not_ready_for_other_help", "other_help_not_available", "none"] as const;
/** Why a family needs flexible maternity care: one of three situations, or none of them [001 3.3.2]. */
export type Need = (typeof needs)[number];

/** What a family is offered instead: the regular support [001 3.6]. */
export const offers = ["maternity_care", "youth_health", "municipality", "conference", "other"] as const;
export type Offer = (typeof offers)[number];

export const givenBackReasons = ["family_declined", "moved_before_birth", "family_asks_after_loss", "mistake"] as const;
export type GivenBackReason = (typeof givenBackReasons)[number];

/** Why a criterion is met, not met or unknown. Each has its sentence in `criterion.texts.ts`. */
export type CriterionReason =
  | "not-assessed"
  | "category-not-c-or-d"
  | "category-not-confirmed"
  | "category-confirmed"
  | "category-fits"
  | "insurer-not-recorded"
  | "insurer-not-in-list"
  | "insurer-of-group"
  | "insurer-either"
  | "insurer-other"
  | "municipality-unknown"
  | "inside-area"
  | "outside-area"
  | "maternity-care-registered"
  | "maternity-care-elsewhere"
  | "maternity-care-not-recorded"
  | "maternity-care-not-recognised"
  | "consent-given"
  | "consent-not-asked"
  | "consent-refused"
  | "consent-withdrawn"
  | "consent-expired"
  | "postnatal-visit-agreed"
  | "postnatal-visit-refused"
  | "agreed-at-pillar-1"
  | "places-free"
  | "ceiling-reached"
  | "need-not-recorded"
  | "need-none"
  | "need-family-not-agreed"
  | "need-youth-not-agreed"
  | "need-hours-not-agreed"
  | "need-holds";

export type CriterionFacts = Readonly<Record<string, string | number | null>>;

/** One criterion, evaluated: kept with the decision as it is. */
export interface Criterion {
  readonly code: CriterionCode;
  readonly outcome: CriterionOutcome;
  readonly reason: CriterionReason;
  readonly facts: CriterionFacts;
}

/** An answer of the family, as far as a criterion needs to know it. */
export interface AnswerNow {
  readonly given: boolean;
  readonly inForce: boolean;
  readonly givenOn: Day;
  readonly withdrawnOn: Day | null;
  readonly until: Day | null;
}

/** Pillar 2: the question, goal and hours, and who agrees [001 3.3.2]. */
export interface Request {
  readonly id: string;
  readonly need: Need;
  readonly question: string;
  readonly goal: string;
  readonly agreedMinutes: number | null;
  /** Found after birth: agrees to the postnatal visit. */
  readonly postnatalVisit: boolean | null;
  readonly familyAgreedOn: Day | null;
  readonly midwifeAgreedOn: Day | null;
  readonly maternityAgreedOn: Day | null;
  readonly youthAgreedOn: Day | null;
  readonly version: number;
}

/** A place that the family holds or gave back. */
export interface Place {
  readonly id: string;
  readonly programmeId: string;
  readonly pillar: Pillar;
  readonly entry: Entry;
  readonly state: "taken" | "given_back";
  readonly takenOn: Day;
  readonly funder: "CZ" | "VGZ" | null;
  readonly agreedMinutes: number | null;
  readonly givenBackOn: Day | null;
  readonly givenBackWhy: GivenBackReason | null;
  readonly version: number;
}

/** A decision, kept with all that it rests on. */
export interface Decision {
  readonly id: string;
  readonly programmeId: string;
  readonly programme: string;
  readonly pillar: Pillar;
  readonly entry: Entry;
  readonly outcome: "place" | "no_place";
  readonly criteria: readonly Criterion[];
  readonly offered: readonly Offer[];
  readonly note: string | null;
  readonly decidedOn: Day;
  readonly decidedBy: string;
  readonly role: string;
  readonly organisation: string;
  readonly organisationPhone: string | null;
  readonly versionId: string;
  readonly versionNumber: number;
}

/** Why there is no decision now. The sentence stands in `enrolment.texts.ts`. */
export type EnrolmentRefusal = Refusal<
  | "not-visible"
  | "no-programme"
  | "criteria-not-met"
  | "criteria-unknown"
  | "cap-reached"
  | "place-already"
  | "changed-meanwhile"
  | "line-ended"
  | "inflow-closed"
  | "period-over"
  | "family-does-not-want"
  | "nothing-not-met"
  | "offer-needed"
  | "care-delivered"
  | "only-when-family-asks"
  | "moved-after-birth"
  | "no-loss"
  | "went-on-to-pillar-2"
  | "place-not-held"
  | "not-your-role"
  | "not-so-many-free"
>;
