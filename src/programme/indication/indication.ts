import type { Day } from "../../kit/day.ts";
import type { Refusal } from "../../kit/refusal.ts";
import type { Feeding } from "../configuration/settings/indication.ts";

/** The words of hours of maternity care: intended by a protocol, wished and accepted by a family [domain 4.1, 4.2]. */

/** When hours were indicated. The first, at the intake, is what the evaluation looks at [001 6.1]. */
export const occasions = ["intake", "pregnancy", "birth", "changed", "hospital"] as const;
export type Occasion = (typeof occasions)[number];

/** What a protocol is asked about one family. */
export interface IndicationFacts {
  readonly feeding: Feeding;
  /** Children that are, or will be, born: 2 for twins. */
  readonly children: number;
  /** Codes of the protocol's additions. */
  readonly additions: readonly string[];
  /** What the professional adds or takes away by her own judgement, with a reason. */
  readonly ownMinutes: number;
  readonly hospitalDays: number;
}

export const lineKinds = ["basis", "extra-child", "addition", "own", "minimum", "maximum", "hospital"] as const;
export type LineKind = (typeof lineKinds)[number];

/** One line of the build-up, as on a receipt. Kept as it was: a later protocol changes nothing of it. */
export interface BuildUpLine {
  readonly kind: LineKind;
  /** Of an addition its code; of the others their kind. */
  readonly code: string;
  readonly label: string | null;
  readonly minutes: number;
  /** How often it counts: children, days in hospital. */
  readonly times: number;
  /** The figure is not in a source: shown, so that nobody takes it for the protocol's. */
  readonly assumed: boolean;
}

/** Hours by a protocol, with how they came about. */
export interface Indicated {
  /** What is indicated, days in hospital not yet taken off. */
  readonly minutes: number;
  readonly minutesAfterHospital: number;
  /** Together exactly `minutesAfterHospital`. */
  readonly lines: readonly BuildUpLine[];
  readonly limits: readonly ("minimum" | "maximum" | "hospital-days")[];
}

/** One indication, as it was made. */
export interface Indication extends IndicationFacts, Indicated {
  readonly id: string;
  readonly trajectoryId: string;
  readonly occasion: Occasion;
  readonly protocolCode: string;
  /** "LIP versie 3". */
  readonly protocolName: string;
  readonly versionId: string;
  readonly days: number;
  readonly why: string | null;
  readonly onDay: Day;
  readonly by: string;
  readonly organisation: string;
}

export const intakeWays = ["home", "phone", "office"] as const;
export type IntakeWay = (typeof intakeWays)[number];

/** Why a family takes less than was indicated, or none: part of the question of the study [001 summary, 6.1]. */
export const lessReasons = [
  "co_payment",
  "own_help",
  "no_stranger",
  "earlier_experience",
  "no_room",
  "not_needed",
  "away_from_home",
  "other",
] as const;
export type LessReason = (typeof lessReasons)[number];

/** What the family wished and accepted, at an intake or when it said so again. The newest counts. */
export interface Intake {
  readonly id: string;
  readonly onDay: Day;
  readonly way: IntakeWay;
  readonly wishedMinutes: number | null;
  /** 0: takes no maternity care at all; null: not decided yet. */
  readonly acceptedMinutes: number | null;
  readonly lessReasons: readonly LessReason[];
  readonly note: string | null;
  readonly by: string;
  readonly organisation: string;
}

export type IndicationRefusal = Refusal<
  | "not-visible"
  | "no-protocol"
  | "not-your-role"
  | "line-ended"
  | "unknown-addition"
  | "why-needed"
  | "own-why-needed"
  | "nothing-to-change"
  | "not-born-yet"
  | "no-indication"
  | "less-why-needed"
  | "day-to-come"
  | "after-loss"
  | "changed-meanwhile"
>;
