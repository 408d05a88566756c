import type { Day } from "../../kit/day.ts";
import type { Presence } from "./sitting.ts";

/** The words of a case that waits for a sitting. Source: [domain 3.3, 3.7]. */
export type ConsentState = "given" | "refused" | "not_asked";

export interface WaitingCase {
  readonly id: string;
  readonly trajectoryId: string;
  /** The family's name; null for who may not see it. */
  readonly family: string | null;
  readonly since: Day;
  readonly dueOn: Day;
  readonly question: string | null;
  /** What the table may know of it, in words that the family agreed to. */
  readonly summary: string | null;
  readonly summaryAgreedOn: Day | null;
  readonly presence: Presence | null;
  readonly familyWords: string | null;
  readonly organisation: string;
  readonly phone: string | null;
  /** Without consent the case is not brought in. */
  readonly consent: ConsentState;
  readonly state: "waiting" | "removed";
  readonly removedOn: Day | null;
  readonly removedBecause: "route_changed" | "discussed" | "family_refused" | "other" | null;
  readonly removedReason: string | null;
  /** The day of the sitting on whose agenda it stands; null while it waits for one. */
  readonly agendaOn: Day | null;
  readonly version: number;
}

export type ConferenceRefusal =
  | "changed-meanwhile"
  | "not-waiting"
  | "not-visible"
  | "waiting-already"
  | "summary-not-agreed"
  | "words-missing";
