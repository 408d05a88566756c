import type { Moment } from "../../kit/moment.ts";
import type { Refusal } from "../../kit/refusal.ts";

/** The words of a visit: what other concepts may import [domain 4.2, 4.3]. */
export const visitKinds = ["maternity", "flexible"] as const;
/** maternity: by indication, in and around the maternity week; flexible: pillar 2. */
export type VisitKind = (typeof visitKinds)[number];

export const visitStates = ["planned", "delivered", "refused", "missed", "cancelled"] as const;
export type VisitState = (typeof visitStates)[number];

export const visitMoves = ["replan", "start", "deliver", "correct", "refuse", "miss", "cancel", "takeBack"] as const;
export type VisitMove = (typeof visitMoves)[number];

export const visitWays = ["web", "phone"] as const;
export type VisitWay = (typeof visitWays)[number];

/** Why a family did not want a visit: counts for the figures [001 6.1; domain 4.1 "the reason for less"]. */
export const refusedReasons = [
  "enough_own_help",
  "wants_rest",
  "no_click",
  "other_plans",
  "does_not_want_care",
  "not_said",
  "other",
] as const;
export type RefusedReason = (typeof refusedReasons)[number];
export const missedReasons = ["nobody_home", "assistant_ill", "assistant_held_up", "other"] as const;
export type MissedReason = (typeof missedReasons)[number];
export const cancelledReasons = ["in_hospital", "moved_away", "after_loss", "replanned", "mistake", "other"] as const;
export type CancelledReason = (typeof cancelledReasons)[number];
export type WhyCode = RefusedReason | MissedReason | CancelledReason;

/** One visit of one assistant to one family. */
export interface CareVisit {
  readonly id: string;
  readonly trajectoryId: string;
  readonly kind: VisitKind;
  readonly assistantId: string;
  readonly assistant: string;
  readonly state: VisitState;
  readonly plannedFrom: Moment | null;
  readonly plannedUntil: Moment | null;
  readonly agreed: string | null;
  readonly startedAt: Moment | null;
  readonly endedAt: Moment | null;
  readonly breakMinutes: number;
  /** Codes of the programme's list of contents. */
  readonly contents: readonly string[];
  readonly observation: string | null;
  readonly whyCode: WhyCode | null;
  readonly why: string | null;
  readonly way: VisitWay;
  /** By the clock of the device. */
  readonly notedAt: Moment | null;
  /** The device's clock was far from ours: is the day right? */
  readonly checkDate: boolean;
  readonly organisationId: string;
  readonly version: number;
}

/** Why a visit is not planned, recorded or changed. The sentence stands in `visit.texts.ts`. */
export type VisitRefusal = Refusal<
  | "not-visible"
  | "not-your-role"
  | "not-your-visit"
  | "no-such-assistant"
  | "changed-meanwhile"
  | "visit-not-in-state"
  | "visit-recorded-otherwise"
  | "end-before-start"
  | "longer-than-a-day"
  | "break-too-long"
  | "in-the-future"
  | "before-birth"
  | "line-ended"
  | "assistant-elsewhere"
  | "second-assistant"
  | "reason-needed"
  | "content-unknown"
  | "plan-past"
  | "nobody-pays"
>;

/** Visits that cannot be planned so: none of the series is, and each of these says why. */
export interface SeriesRefusal<No extends Refusal> extends Refusal<"not-planned"> {
  readonly each: readonly { readonly from: Moment; readonly until: Moment; readonly refusal: No }[];
}

/** What can be done in a visit, with its words; and by programme which of it (without a place: of the programme that began first). */
export interface ContentLists {
  readonly all: readonly { readonly code: string; readonly label: string }[];
  of(programmeId: string | null): readonly string[];
}
