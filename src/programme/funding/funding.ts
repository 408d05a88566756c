import type { Day } from "../../kit/day.ts";
import type { Pillar, ProgrammeSettings } from "../configuration/programme.ts";
import type { ExceptionCondition } from "../configuration/settings/funding.ts";

/** Who pays a delivered hour. `provider`: the organisation itself, by a decision of its coordinator. */
export const sources = ["insurance", "insurance_exception", "programme", "undecided", "provider"] as const;
export type Source = (typeof sources)[number];

/** Why this source: the sentence stands in `funding.texts.ts`. */
export const fundingReasons = [
  "within-insured-days",
  "exception-agreed",
  "flexible-place",
  "decided-by-coordinator",
  "no-programme",
  "birth-not-known",
  "before-birth",
  "no-place",
  "exception-not-met",
  "after-six-weeks-no-place",
  "after-window",
] as const;
export type FundingReason = (typeof fundingReasons)[number];

/** Who pays the co-payment on an insured hour; `none` where there is none. */
export type CoPaymentBy = "programme" | "family" | "none" | "unknown";

/** A consultation with provider and insurer about care after the insured days. */
export interface Exception {
  readonly met: readonly ExceptionCondition[];
  readonly providerOn: Day | null;
  readonly insurerOn: Day | null;
  readonly agreed: boolean;
}

/** A place, as far as money is concerned. All of it is as it was at the decision: it stays [domain 4.1]. */
export interface FundedPlace {
  readonly programmeId: string;
  /** The figures its decision rests on: the shares of the funders. */
  readonly versionId: string;
  readonly pillar: Pillar;
  readonly takenOn: Day;
  readonly givenBackOn: Day | null;
  /** Municipality of the family on the day of the decision. */
  readonly municipality: string;
  readonly insurer: "CZ" | "VGZ" | null;
}

/** What the coordinator decided about one visit's hours of one day. */
export interface HoursDecision {
  readonly visitId: string;
  readonly day: Day;
  readonly source: Exclude<Source, "undecided">;
}

/** A version of a programme, with the day from which it holds. */
export interface FundingVersion {
  readonly programmeId: string;
  readonly versionId: string;
  readonly startsOn: Day;
  readonly settings: Pick<ProgrammeSettings, "funding" | "coPayment" | "windows">;
}

/** All that the source of an hour follows from. */
export interface FundingFacts {
  /** Day of birth of the (first) child: day 1. */
  readonly bornOn: Day | null;
  /** Where the family lives now: for hours on no place. */
  readonly municipality: string | null;
  readonly insurer: string | null;
  readonly places: readonly FundedPlace[];
  readonly exception: Exception | null;
  readonly decisions: readonly HoursDecision[];
  /** Of every programme, oldest first. */
  readonly versions: readonly FundingVersion[];
}

/** Delivered minutes on one calendar day in the Netherlands. */
export interface DayMinutes {
  readonly day: Day;
  readonly minutes: number;
}

/** What delivery tells of a visit as it is now. Nothing delivered (any more): no parts. */
export interface VisitFacts {
  readonly visitId: string;
  readonly trajectoryId: string;
  readonly assistantId: string;
  readonly parts: readonly DayMinutes[];
}

/** A part of an amount, and who pays it: `CZ`, `VGZ`, `insurer-unnamed`, a municipality's code, or a party by name. */
export interface Share {
  readonly funder: string;
  readonly cents: number;
}

/** Hours of one visit on one day, with who pays and why. */
export interface FundedHours {
  readonly day: Day;
  readonly minutes: number;
  readonly source: Source;
  readonly reason: FundingReason;
  readonly coPaymentBy: CoPaymentBy;
  readonly pillar: Pillar | null;
  readonly programmeId: string | null;
  readonly versionId: string | null;
  readonly rateCents: number | null;
  /** What the programme pays; null: unknown. */
  readonly cents: number | null;
  readonly municipality: string | null;
  readonly insurer: string | null;
  readonly shares: readonly Share[];
}
