import type { Day } from "../../kit/day.ts";
import type { Refusal } from "../../kit/refusal.ts";

/** The words of training and peer review [domain 4.6; 001 7.2]. */
export const sessionKinds = ["module", "peer_review"] as const;
export type SessionKind = (typeof sessionKinds)[number];

export const seatStates = ["signed_up", "attended", "absent", "signed_off"] as const;
export type SeatState = (typeof seatStates)[number];

/** A training that someone finished. */
export interface Training {
  readonly professionalId: string;
  readonly module: string;
  readonly doneOn: Day;
}

/** A module that someone misses, or that will not be good any more by the day that was asked about. */
export interface MissingModule {
  readonly code: string;
  readonly name: string;
  readonly why: "never" | "expired";
  /** Last day on which it was good. */
  readonly until: Day | null;
}

/** Whether someone may be planned for flexible maternity care. */
export type Standing = { readonly code: "trained" } | { readonly code: "not-yet"; readonly missing: readonly MissingModule[] };

/** Someone who works there. */
export interface Colleague {
  readonly professionalId: string;
  readonly name: string;
  readonly role: string;
  readonly since: Day;
}

export interface Session {
  readonly id: string;
  readonly kind: SessionKind;
  /** Code of the module; null for a peer review. */
  readonly module: string | null;
  readonly onDay: Day;
  readonly begins: string;
  readonly ends: string;
  readonly place: string;
  readonly trainer: string;
  readonly withExpert: boolean;
  readonly openToPartners: boolean;
  readonly seats: number;
  readonly taken: number;
  readonly cancelled: boolean;
  /** What the asker has to do with it. */
  readonly mine: SeatState | null;
  readonly organisationId: string;
  readonly version: number;
}

export interface Seat {
  readonly id: string;
  readonly sessionId: string;
  readonly professionalId: string;
  readonly name: string;
  readonly organisation: string;
  readonly state: SeatState;
  readonly version: number;
}

export type TrainingRefusal = Refusal<
  | "session-not-found"
  | "not-your-role"
  | "no-programme"
  | "full"
  | "over"
  | "already"
  | "not-open-to-you"
  | "seat-not-found"
  | "not-yet-held"
  | "fewer-than-taken"
  | "day-to-come"
  | "not-a-colleague"
  | "unknown-module"
  | "changed-meanwhile"
>;
