/** The words of series, sittings and agendas: what others may import. Source: [002; 000 answer 5; domain 3.7]. */
import type { Day } from "../../kit/day.ts";

export const seriesKinds = ["mdo", "knooppunt"] as const;
export type SeriesKind = (typeof seriesKinds)[number];

export type SittingState = "planned" | "agenda_set" | "open" | "held" | "cancelled";
export const sittingMoves = ["set_agenda", "order", "move", "invite", "open", "decide", "close", "cancel"] as const;
export type SittingMove = (typeof sittingMoves)[number];

export type ItemState = "on_agenda" | "discussed" | "off";
export type ItemMove = "decide" | "take_off";
/** Why a case left the agenda. */
export type OffBecause = "consent" | "chair" | "case" | "sitting" | "not_reached";

/** How the family wants to be heard [000 answer 5: "samen met de zwangere"]. */
export const presences = ["comes", "words", "someone", "no"] as const;
export type Presence = (typeof presences)[number];

export interface Series {
  readonly id: string;
  readonly kind: SeriesKind;
  readonly name: string;
  readonly organisation: string;
  readonly chair: Person;
  readonly deputy: Person | null;
  readonly place: string | null;
  readonly link: string | null;
  readonly active: boolean;
  readonly areas: readonly { readonly code: string; readonly name: string }[];
  readonly members: readonly Team[];
  readonly version: number;
  /** Chairs it, or convenes it for her organisation. */
  readonly mine: boolean;
  readonly chairs: boolean;
}
export interface Person {
  readonly membershipId: string;
  readonly name: string;
  readonly organisation: string;
  /** She does not work there any more. */
  readonly left: boolean;
}
/** A role in an organisation, whoever has that job. */
export interface Team {
  readonly organisationId: string;
  readonly organisation: string;
  readonly role: string;
}

export interface Sitting {
  readonly id: string;
  readonly seriesId: string;
  readonly series: string;
  readonly organisation: string;
  readonly heldOn: Day;
  /** "13:30", in Dutch time. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string | null;
  readonly link: string | null;
  readonly state: SittingState;
  readonly sequence: number;
  /** What the table was told about a move or a cancellation. */
  readonly told: string | null;
  readonly changedAt: Date;
  readonly version: number;
  /** The asker chairs it. */
  readonly chairs: boolean;
}

export interface Participant extends Team {
  readonly id: string;
  readonly kind: "chair" | "standing" | "guest";
  readonly membershipId: string | null;
  readonly name: string | null;
  /** A guest for this case alone. */
  readonly itemId: string | null;
  readonly present: boolean;
}

/** A guest for one case who works outside Wieg, and reads it by a one-time link. */
export interface OutsideGuest {
  readonly id: string;
  readonly itemId: string;
  readonly name: string;
  readonly worksAs: string;
  readonly organisation: string;
  readonly present: boolean;
  readonly hasRead: boolean;
}
/** Where the chair reaches her, and the code to read out by telephone. */
export interface GuestLink {
  readonly guestId: string;
  readonly email: string;
  readonly phone: string | null;
  readonly code: string | null;
  readonly works: boolean;
}

/** A case on the agenda, as far as the asker may see it. */
export interface AgendaItem {
  readonly id: string;
  readonly trajectoryId: string;
  readonly sittingId: string;
  readonly caseId: string;
  readonly nr: number;
  readonly state: ItemState;
  readonly offBecause: OffBecause | null;
  readonly question: string | null;
  readonly summary: string | null;
  readonly summaryAgreedOn: Day | null;
  readonly presence: Presence | null;
  readonly familyWords: string | null;
  readonly dueOn: Day | null;
  readonly broughtBy: string;
  readonly phone: string | null;
  readonly decision: string | null;
  readonly decidedOn: Day | null;
  /** The family's name; null for who may not see it. */
  readonly family: string | null;
  /** Language in which an interpreter is needed. */
  readonly interpreter: string | null;
  readonly version: number;
}

/** A case that can be put on an agenda: the chair does not read whose it is. */
export interface ProposedCase {
  readonly caseId: string;
  readonly dueOn: Day;
  readonly since: Day;
  readonly question: string | null;
  readonly basis: "category" | "evaluation";
  readonly organisation: string;
  readonly phone: string | null;
}

export interface OutcomePart {
  readonly id: string;
  readonly itemId: string;
  readonly kind: "lead" | "join" | "agreement" | "referral";
  /** Who, what or where to, in words. */
  readonly words: string;
  readonly offerId: string | null;
  readonly subjectId: string | null;
  /** How it stands: of a lead the answer, of a referral whether it was asked. */
  readonly stand: "offered" | "accepted" | "declined" | "withdrawn" | "open" | "asked" | "not-wanted" | null;
}

/** Someone at the table: a team, or one professional. */
export interface Seat {
  readonly organisationId: string;
  readonly role: string;
  readonly membershipId: string | null;
}
export interface Agreed {
  readonly wording: string;
  readonly kind: "professional" | "family" | "network";
  readonly key: string;
  readonly evaluateOn: Day;
}
export interface Outcome {
  readonly decision: string;
  readonly joining: readonly Seat[];
  readonly lead: Seat | null;
  readonly agreements: readonly Agreed[];
  /** Offers of the directory to ask for help. */
  readonly offers: readonly string[];
}

export type SittingRefusal =
  | "not-visible"
  | "changed-meanwhile"
  | "not-in-state"
  | "series-ended"
  | "chair-gone"
  | "area-not-served"
  | "day-passed"
  | "not-today"
  | "case-gone"
  | "guest-known"
  | "not-at-table"
  | "no-lead"
  | "leads-no-case"
  | "settled-already"
  | "referral-refused";
