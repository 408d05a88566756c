import type { Day } from "../../../kit/day.ts";

/** The words of an interpreter for one appointment. Source: [003; domain 3.1]. */
export const occasions = ["home_visit", "conversation", "sitting", "handover", "other"] as const;
export type Occasion = (typeof occasions)[number];
export const ways = ["person", "telephone", "video"] as const;
export type Way = (typeof ways)[number];
export const costs = ["organisation", "municipality", "insurer", "programme", "unknown"] as const;
export type Cost = (typeof costs)[number];
export const bookingStates = ["asked", "arranged", "confirmed", "held", "missed", "cancelled"] as const;
export type BookingState = (typeof bookingStates)[number];
export const bookingMoves = ["arrange", "confirm", "hold", "miss", "cancel"] as const;
export type BookingMove = (typeof bookingMoves)[number];
export const cancelReasons = ["family_no", "moved", "not_needed", "no_interpreter", "mistake"] as const;
export type CancelReason = (typeof cancelReasons)[number];

export interface Booking {
  readonly id: string;
  readonly trajectoryId: string;
  readonly occasion: Occasion;
  readonly onDay: Day;
  readonly atTime: string | null;
  readonly language: string;
  readonly dialect: string | null;
  readonly way: Way;
  readonly agency: string | null;
  readonly cost: Cost;
  readonly state: BookingState;
  readonly reason: CancelReason | null;
  readonly arrangedBy: { readonly membershipId: string; readonly name: string; readonly organisation: string };
  readonly version: number;
}

/** In which something still has to happen. */
export const openStates: readonly BookingState[] = ["asked", "arranged", "confirmed"];
/** An interpreter is asked for some days before. */
export const arrangeDaysBefore = 5;
/** The night looks this far ahead for a conversation without one. */
export const lookAheadDays = 14;
