import type { Day } from "../../kit/day.ts";

/** The words of the first two years: what other concepts may import. Source: [004; domain 3.10]. */
export const contactOutcomes = ["held", "no_show", "declined"] as const;
/** `no_show`: nobody came, so it stays to be done. */
export type ContactOutcome = (typeof contactOutcomes)[number];

export const youthRoles = ["youth_nurse", "youth_doctor"] as const;
export type YouthRole = (typeof youthRoles)[number];

/** One contact moment of the youth health service, as the region's list has it. */
export interface ContactMoment {
  readonly code: string;
  readonly label: string;
  readonly ageMonths: number;
  readonly ageDays: number;
  readonly opensDaysBefore: number;
  readonly closesDaysAfter: number;
  /** Counted from the day the child was due, when it was born before 37+0. */
  readonly corrected: boolean;
  readonly doneBy: YouthRole;
  readonly active: boolean;
}

/** A child of the line, as far as planning needs it. */
export interface ContactChild {
  readonly childId: string;
  readonly bornOn: Day;
  /** The second birthday: the line ends there. */
  readonly twoOn: Day;
  readonly gestationalDays: number | null;
  readonly diedOn: Day | null;
}

/** What was recorded of a contact moment. */
export interface ContactRecord {
  readonly id: string;
  readonly childId: string;
  readonly momentCode: string;
  readonly outcome: ContactOutcome;
  readonly onDay: Day;
  readonly noticed: string | null;
  readonly signalled: boolean;
  readonly by: string;
  readonly organisationId: string;
  readonly version: number;
}

/** Where a contact moment stands. */
export const contactStates = ["planned", "missed", "held", "declined"] as const;
export type ContactState = (typeof contactStates)[number];
export const contactMoves = ["hold", "miss", "decline", "takeBack"] as const;
export type ContactMove = (typeof contactMoves)[number];

/** One contact moment of one child, with its day. */
export interface PlannedContact {
  readonly moment: ContactMoment;
  readonly childId: string;
  readonly dueOn: Day;
  readonly opensOn: Day;
  readonly closesOn: Day;
  /** later: has not opened; now: may be held; late: its last day has passed; before: the service did not follow this child yet; done. */
  readonly when: "later" | "now" | "late" | "before" | "done";
  readonly state: ContactState;
  /** How often nobody came. */
  readonly missed: number;
  /** The newest record that stands. */
  readonly record: ContactRecord | null;
}

export type ContactRefusal =
  | "contact-not-found"
  | "contact-day-wrong"
  | "contact-done-already"
  | "contact-not-yours"
  | "contact-line-ended"
  | "contact-changed-meanwhile"
  | "contact-factor-unknown";
