import type { FundedHours } from "../../funding/funding.ts";
import type { BookedHours } from "../ledger.ts";

/** What has to be booked so that the ledger says what the rules say now: lines to take back, and new ones. */
export interface Bookings {
  readonly counters: readonly string[];
  readonly lines: readonly FundedHours[];
}

/** Hours that stand as they should are left alone: the same visit sent again books nothing. */
export function planBookings(booked: readonly BookedHours[], wanted: readonly FundedHours[], assistantId: string): Bookings {
  const left = [...wanted];
  const counters: string[] = [];
  for (const line of booked) {
    const index = left.findIndex((one) => line.assistantId === assistantId && isSame(line, one));
    if (index < 0) counters.push(line.id);
    else left.splice(index, 1);
  }
  return { counters, lines: left };
}

const isSame = (one: Omit<FundedHours, "shares">, other: FundedHours): boolean =>
  (
    ["day", "minutes", "source", "reason", "coPaymentBy", "pillar", "programmeId", "versionId", "rateCents", "cents", "insurer"] as const
  ).every((field) => one[field] === other[field]) &&
  // Where no place pays, the family's move changes nothing.
  (other.programmeId === null || one.municipality === other.municipality);
