import type { Day } from "../../kit/day.ts";

/** The words of the signal: what other concepts may import. Source: [domain 3.1; 001 ch. 1.2 and 4; 003 phase 1]. */
export const factorKinds = ["risk", "protective", "context"] as const;
/** Context (language, age, being alone) makes talking or care harder and never counts towards a category. */
export type FactorKind = (typeof factorKinds)[number];

export const lifeDomains = [
  "lichaamsfuncties",
  "mentaal-welbevinden",
  "zingeving",
  "kwaliteit-van-leven",
  "meedoen",
  "dagelijks-functioneren",
] as const;
/** The six dimensions of Positieve Gezondheid; their names are proper names. */
export type LifeDomain = (typeof lifeDomains)[number];

/** Social partners see a medical entry only as "een medische omstandigheid" [access.md 2]. */
export type CareKind = "medical" | "social";

/** A factor as the region's list has it today. */
export interface Factor {
  readonly code: string;
  readonly label: string;
  readonly kind: FactorKind;
  readonly domain: LifeDomain;
  readonly careKind: CareKind;
  readonly urgent: boolean;
  /** False when a new signal may not name it any more. */
  readonly selectable: boolean;
}

/** What plays a part now, for the assessment: one for each signal that names the factor. */
export interface FactorNow {
  readonly signalId: string;
  readonly factorCode: string;
  readonly label: string;
  readonly kind: FactorKind;
  readonly domain: LifeDomain;
  /** By the list, or because the professional said that it cannot wait. Only a risk is urgent. */
  readonly urgent: boolean;
  readonly observedOn: Day;
}

/** The moves of a signal that stands. */
export const signalMoves = ["discuss", "withdraw", "restore"] as const;
export type SignalMove = (typeof signalMoves)[number];

export type SignalRefusal =
  | "factor-needed"
  | "factor-unknown"
  | "person-unknown"
  | "in-the-future"
  | "discussed-before-seen"
  | "line-ended"
  | "not-your-organisation"
  | "not-in-state"
  | "discussed-already"
  | "reason-needed"
  | "changed-meanwhile"
  | "not-visible";

/** What became of a signal, for who noted it [003 "geen terugkoppeling"]. */
export const outcomeKinds = ["assessed", "visit-asked", "visit", "plan", "help", "closed"] as const;
export interface SignalOutcome {
  readonly what: (typeof outcomeKinds)[number];
  readonly on: Day;
  /** Organisation, or the name of the help; empty for the end of the line. */
  readonly by: string;
  readonly subjectId: string | null;
}
