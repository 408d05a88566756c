import type { Day } from "../../kit/day.ts";
import type { Refusal } from "../../kit/refusal.ts";
import type { Pillar } from "../configuration/programme.ts";
import type { CoPaymentBy, FundedHours, FundingReason, Source } from "../funding/funding.ts";

/** A line that counts now: booked, and not taken back. Who pays which part follows from the rest. */
export interface BookedHours extends Omit<FundedHours, "shares"> {
  readonly id: string;
  readonly visitId: string;
  readonly assistantId: string;
}

/** A line of hours as it was booked, for the page of the family. */
export interface HourLine {
  readonly id: string;
  readonly visitId: string;
  readonly assistant: string;
  readonly day: Day;
  readonly month: Day;
  readonly minutes: number;
  readonly source: Source;
  readonly reason: FundingReason;
  readonly coPaymentBy: CoPaymentBy;
  readonly pillar: Pillar | null;
  readonly programmeId: string | null;
  readonly rateCents: number | null;
  readonly cents: number | null;
  readonly corrects: string | null;
  /** A counter line took it back. */
  readonly takenBack: boolean;
  readonly bookedOn: Day;
}

/** Money by month, pillar, funder and municipality. */
export interface MoneySum {
  readonly month: Day;
  readonly pillar: Pillar;
  readonly funder: string;
  readonly municipality: string;
  readonly cents: number;
}

/** Hours by month, pillar and municipality. */
export interface HourSum {
  readonly month: Day;
  readonly pillar: Pillar;
  readonly municipality: string;
  readonly minutes: number;
  readonly cents: number;
  /** Of these minutes, those whose rate is unknown. */
  readonly unknownMinutes: number;
}

export interface Closing {
  readonly month: Day;
  readonly closedOn: Day;
  readonly closedBy: string;
  readonly cents: number;
  readonly minutes: number;
  readonly unknownMinutes: number;
}

/** What one programme paid for one family in one pillar. */
export interface Balance {
  readonly programmeId: string;
  readonly pillar: Pillar;
  readonly minutes: number;
  /** In pillar 1: the co-payment that was waived, as far as its rate is known. */
  readonly cents: number;
  readonly unknownMinutes: number;
}

export type LedgerRefusal = Refusal<
  "not-visible" | "not-your-role" | "nothing-undecided" | "no-flexible-place" | "month-not-over" | "closed-already" | "no-programme"
>;

/** What a forecast for one pillar rests on; all of it stands beside it on the page. */
export interface ForecastFacts {
  readonly pillar: Pillar;
  readonly spent: number;
  /** Delivered minutes whose rate is unknown. */
  readonly unknownMinutes: number;
  /** Agreed or indicated, and not delivered yet. */
  readonly committedMinutes: number;
  /** Families with a place of which no hours are known yet. */
  readonly familiesWithoutHours: number;
  readonly freePlaces: number;
  /** Minutes that the programme counts with for a family. */
  readonly meanMinutes: number;
  /** When what is promised was counted; null: as it is now. */
  readonly countedAt: string | null;
  /** Of this year; null: unknown. */
  readonly rateCents: number | null;
}

export interface Forecast extends ForecastFacts {
  /** Null: the rate of this year is unknown. */
  readonly committed: number | null;
  /** For the places that are free, when all of them are taken. */
  readonly expectedMinutes: number;
  readonly expected: number | null;
  /** Spent, committed and expected; null when one of them is unknown. */
  readonly total: number | null;
}
