import type { Day } from "../../kit/day.ts";
import type { Pillar, Places, Programme } from "../configuration/programme.ts";
import type { Forecast } from "../ledger/ledger.ts";

/** A calendar month, such as "2026-11". */
export type Month = string;

/** Places given in a month, beside what the project group expected. */
export interface MonthCount {
  readonly pillar: Pillar;
  readonly municipality: string;
  readonly month: Month;
  /** Places given, less those given back since. */
  readonly actual: number;
  /** Families, with a decimal; null where nothing was expected for that month. */
  readonly expected: number | null;
}

export const flags = ["behind", "stagnating", "as_expected", "ahead", "unknown"] as const;
export type Flag = (typeof flags)[number];

export type ActionState = "open" | "late" | "done";

/** What the project group does about a deviation. */
export interface SteeringAction {
  readonly id: string;
  readonly deviation: string;
  readonly action: string;
  readonly ownerMembershipId: string;
  readonly owner: string;
  readonly dueOn: Day;
  readonly doneOn: Day | null;
  readonly outcome: string | null;
  readonly decidedOn: Day;
  readonly version: number;
}

/** A day on which the project group weighs whether to adjust. */
export interface EvaluationMoment {
  readonly id: string;
  readonly plannedOn: Day;
  readonly about: string;
  readonly decision: string | null;
  readonly decidedOn: Day | null;
  readonly version: number;
}

export interface ExpectedVersion {
  readonly id: string;
  readonly number: number;
  readonly reason: string;
  readonly decidedOn: Day;
  readonly decidedBy: string;
}

export interface Municipality {
  readonly code: string;
  readonly name: string;
}

/** Who can own an action. */
export interface SteeringPerson {
  readonly membershipId: string;
  readonly name: string;
  readonly organisation: string;
}

/** A published number: some municipalities together, in months that no other block counts. */
export interface PublishedBlock {
  readonly pillar: Pillar;
  readonly codes: readonly string[];
  readonly untilMonth: Month;
  readonly families: number;
}

/** Maternity care of families in pillar 1, by the quarter of their tenth day. `null`: fewer than ten, for who may not see that. */
export interface CareQuarter {
  readonly quarter: Day;
  readonly families: number;
  readonly few: number | null;
  readonly indicatedMean: number | null;
  readonly deliveredMean: number;
  readonly indicatedMinutes: number | null;
  readonly deliveredMinutes: number;
  readonly refusedMinutes: number;
}

/** Flexible care of families in pillar 2, by the quarter in which their place was taken. */
export interface FlexibleQuarter {
  readonly quarter: Day;
  readonly families: number;
  readonly agreedMinutes: number;
  readonly deliveredMinutes: number;
  readonly refusedMinutes: number;
  readonly agreedMean: number;
  readonly deliveredMean: number;
}

export type WaitStep = "visit" | "decision" | "care";

/** Days since the first signal, of what came in a quarter. */
export interface WaitQuarter {
  readonly step: WaitStep;
  readonly quarter: Day;
  readonly families: number;
  readonly median: number;
  readonly ninetieth: number;
}

/** What was spent of one pillar by one funder, up to and with the month. */
export interface Spent {
  readonly pillar: Pillar;
  readonly funder: string;
  readonly inMonth: number;
  readonly inAll: number;
}

/** All that stands on the monthly page. */
export interface Steering {
  readonly programme: Programme;
  /** All that run, for the switch. */
  readonly programmes: readonly Programme[];
  readonly month: Month;
  /** Months that can be chosen, the newest first. */
  readonly months: readonly Month[];
  readonly today: Day;
  readonly municipalities: readonly Municipality[];
  readonly counts: readonly MonthCount[];
  readonly places: readonly Places[];
  readonly expected: ExpectedVersion | null;
  readonly actions: readonly SteeringAction[];
  readonly moments: readonly EvaluationMoment[];
  readonly care: readonly CareQuarter[];
  readonly flexible: readonly FlexibleQuarter[];
  readonly waits: readonly WaitQuarter[];
  /** When hours and waiting times were counted; null: not yet. */
  readonly countedAt: string | null;
  /** Null for who sees no money. */
  readonly spent: readonly Spent[] | null;
  /** Spent, promised and to be expected, as it is now; null for who sees no money. */
  readonly forecasts: readonly Forecast[] | null;
  readonly published: Month | null;
  /** The member's own membership: who may end her own actions. */
  readonly own: string;
  /** The project group decides; who else reads, reads. */
  readonly decides: boolean;
}
