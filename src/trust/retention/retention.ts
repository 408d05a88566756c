import type { Day } from "../../kit/day.ts";

/** The words of keeping and ending. Sources: access.md 7; BW 7:454 and 7:455; Jeugdwet 7.3.8 and 7.3.9; Wmo 2015 5.3.4 and 5.3.5; AVG 12 and 17. */
export const recordKinds = [
  "medical_file",
  "youth_help",
  "social_support",
  "partner_note",
  "meldcode",
  "programme",
  "study",
  "question",
  "trail",
] as const;
export type RecordKind = (typeof recordKinds)[number];
export type CountsFrom = "last_change" | "made" | "end_of_year" | "end_of_line" | "closed" | "consent";

/** How long a kind of record is kept. Without months the consent itself says until when. */
export interface Period {
  readonly months: number | null;
  readonly countsFrom: CountsFrom;
}

/** What a rule has to know of one kind of record of a line: days alone. */
export interface RecordFacts {
  /** When the newest record was made. */
  readonly made: Day;
  /** When the last one changed. */
  readonly lastChange: Day;
  readonly lineEnded: Day | null;
}

/** Why a kind of record stays although its person asks that it goes. */
export const keepReasons = ["interest_of_other", "law", "complaint", "accounts"] as const;
export type KeepReason = (typeof keepReasons)[number];
/** What the professional who takes the request sees standing in the way. */
export const concerns = ["interest_of_other", "complaint"] as const;
export type Concern = (typeof concerns)[number];

export const holdReasons = ["complaint", "claim", "inspection", "care_goes_on", "study"] as const;
export type HoldReason = (typeof holdReasons)[number];
export const extendReasons = ["many_organisations", "complex"] as const;
export type ExtendReason = (typeof extendReasons)[number];

export const requestStates = ["asked", "granted", "refused", "confirmed", "carried_out", "withdrawn"] as const;
export type RequestState = (typeof requestStates)[number];
export const requestMoves = ["grant", "refuse", "extend", "confirm", "carry_out", "withdraw"] as const;
export type RequestMove = (typeof requestMoves)[number];

/** Who acts on a request: who took it, another of her organisation, the privacy officer, or the job that carries it out. */
export interface Mover {
  readonly side: "organisation" | "officer" | "job";
  /** The same person who decided: two persons are needed. */
  readonly decided: boolean;
}

/** A month to decide [AVG 12 lid 3]. */
export const termMonths = 1;
/** With two more where that was told with a reason: three in all, as the law of each kind of file allows. */
export const longestTermMonths = 3;
/** The privacy officer sees coming what ends within this many days. */
export const seenComingDays = 60;
