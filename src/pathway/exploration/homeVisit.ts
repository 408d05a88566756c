/** The words of the home visit: what other concepts may import. Source: [001 ch. 4 step 3; domain 3.4]. */
import type { Day } from "../../kit/day.ts";

export const visitKinds = ["prenatal", "postnatal"] as const;
export type VisitKind = (typeof visitKinds)[number];

/** What both sides may know of a visit, also before it is accepted: nothing here says who the family is. */
interface VisitBase {
  readonly id: string;
  readonly trajectoryId: string;
  readonly kind: VisitKind;
  readonly asked: Side;
  readonly asking: Side;
  /** Job of the professional who asked, and her name. */
  readonly askedBy: { readonly membershipId: string; readonly name: string };
  readonly requestedOn: Day;
  readonly answerBy: Day;
  readonly visitBefore: Day;
  readonly urgent: boolean;
  readonly municipality: string | null;
  readonly language: string | null;
  readonly interpreterNeeded: boolean;
  readonly interpreterBookedOn: Day | null;
  readonly period: "pregnancy" | "postpartum" | "infancy";
  readonly weeksFrom: number | null;
  readonly missed: number;
  readonly version: number;
}

export interface Side {
  readonly organisationId: string;
  readonly organisation: string;
  readonly phone: string | null;
}

export interface Nurse {
  readonly membershipId: string;
  readonly name: string;
}

/** A state holds only what is true in that state. */
export type VisitStatus =
  | { readonly state: "requested" }
  | { readonly state: "accepted"; readonly acceptedOn: Day; readonly nurse: Nurse }
  | { readonly state: "scheduled"; readonly nurse: Nurse; readonly on: Day; readonly at: string | null; readonly place: VisitPlace }
  | { readonly state: "no_show"; readonly nurse: Nurse; readonly on: Day }
  | { readonly state: "held"; readonly nurse: Nurse; readonly heldOn: Day; readonly present: readonly Present[] }
  | {
      readonly state: "reported";
      readonly nurse: Nurse;
      readonly heldOn: Day;
      readonly present: readonly Present[];
      readonly reportedOn: Day;
    }
  | { readonly state: "declined"; readonly endedOn: Day; readonly reason: DeclineReason; readonly note: string | null }
  | {
      readonly state: "cancelled";
      readonly endedOn: Day;
      readonly reason: CancelReason;
      readonly note: string | null;
      readonly by: "asked" | "asking";
      readonly nurse: Nurse | null;
      readonly heldOn: Day | null;
    };

export type HomeVisit = VisitBase & { readonly status: VisitStatus };
export type VisitState = VisitStatus["state"];

export const visitMoves = ["accept", "decline", "schedule", "missed", "hold", "report", "cancel"] as const;
export type VisitMove = (typeof visitMoves)[number];

export const visitPlaces = ["home", "elsewhere"] as const;
export type VisitPlace = (typeof visitPlaces)[number];

export const presents = ["mother", "partner", "own_network", "interpreter", "colleague"] as const;
export type Present = (typeof presents)[number];

export const declineReasons = ["no_room", "other_area", "already_involved", "other"] as const;
export type DeclineReason = (typeof declineReasons)[number];

export const cancelReasons = ["family_no", "not_needed", "moved", "loss", "consent_gone", "other"] as const;
export type CancelReason = (typeof cancelReasons)[number];

/** States in which something still has to happen. */
export const openVisitStates: readonly VisitState[] = ["requested", "accepted", "scheduled", "no_show", "held"];

/** Why something is not possible: a value, never an exception. The sentence for people is in the texts. */
export type VisitRefusal =
  | "visit-not-your-organisation"
  | "visit-not-in-state"
  | "visit-no-consent"
  | "visit-consent-too-narrow"
  | "visit-already-open"
  | "visit-line-ended"
  | "visit-not-prenatal"
  | "visit-not-postnatal"
  | "visit-nobody-asked"
  | "visit-day-wrong"
  | "visit-changed-meanwhile"
  | "visit-not-found"
  | "visit-report-empty"
  | "visit-factor-unknown"
  | "visit-reason-needed";
