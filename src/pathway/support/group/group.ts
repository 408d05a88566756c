import type { Day } from "../../../kit/day.ts";

/** The words of a group: what other concepts may import. Source: [000 Centering; domain 3.6]. */
export const groupStates = ["open", "finished", "cancelled"] as const;
export type GroupState = (typeof groupStates)[number];

export const placeStates = ["placed", "waiting", "asked", "signed_off", "finished"] as const;
/** asked: a place is kept for it, until it answers. */
export type PlaceState = (typeof placeStates)[number];
export const openPlaceStates: readonly PlaceState[] = ["placed", "waiting", "asked"];

export const placeMoves = ["ask", "accept", "decline", "signOff", "finish"] as const;
export type PlaceMove = (typeof placeMoves)[number];

export const signOffReasons = ["family", "moved", "other_help", "no_answer", "other"] as const;
export type SignOffReason = (typeof signOffReasons)[number];
/** The database says these when a group ends. */
export type EndReason = SignOffReason | "group_cancelled" | "group_over";

export const presences = ["present", "absent", "told"] as const;
/** told: absent, and said so. */
export type Presence = (typeof presences)[number];

export interface SupportGroup {
  readonly id: string;
  readonly name: string;
  readonly offer: { readonly id: string; readonly name: string };
  readonly organisation: { readonly id: string; readonly name: string };
  readonly leader: { readonly membershipId: string; readonly name: string } | null;
  readonly location: string | null;
  readonly language: string;
  readonly places: number;
  /** Places that are held: by who takes part, and by who was asked. */
  readonly taken: number;
  readonly state: GroupState;
  readonly nextOn: Day | null;
  readonly version: number;
}

export interface GroupSession {
  readonly id: string;
  readonly onDay: Day;
  readonly begins: string;
  readonly ends: string;
  readonly cancelled: boolean;
  readonly version: number;
}

/** A family in a group, as far as the asker may see who it is. */
export interface GroupPlace {
  readonly id: string;
  readonly trajectoryId: string;
  readonly groupId: string;
  readonly group: string;
  readonly organisationId: string;
  readonly state: PlaceState;
  readonly joinedOn: Day;
  readonly answerBy: Day | null;
  readonly endedOn: Day | null;
  readonly reason: EndReason | null;
  /** Null where the family does not allow (any more) that the asker knows who it is. */
  readonly familyName: string | null;
  readonly referred: boolean;
  readonly version: number;
}

export type GroupRefusal =
  | "group-not-found"
  | "group-full"
  | "group-over"
  | "group-in-already"
  | "group-no-consent"
  | "group-not-in-state"
  | "group-not-yours"
  | "group-too-few-places"
  | "group-day-wrong"
  | "group-line-ended"
  | "group-offer-unknown"
  | "group-changed-meanwhile";
