import type { Day } from "../../kit/day.ts";
import type { Part } from "../access/rules/policy.ts";

/** What a family can be asked to allow [access.md 1]. */
export const purposes = [
  "sharing",
  "prenatal_home_visit",
  "triangle_consultation",
  "case_conference",
  "programme",
  "study_1",
  "study_2",
  "study_register_link",
  "study_quotes",
  "study_interview",
  "digital_contact",
] as const;
export type Purpose = (typeof purposes)[number];

/** What a professional asks on the page of consents; the study asks in its own way, later. */
export const askedPurposes = [
  "sharing",
  "prenatal_home_visit",
  "triangle_consultation",
  "case_conference",
  "programme",
  "digital_contact",
] as const satisfies readonly Purpose[];
export type AskedPurpose = (typeof askedPurposes)[number];

/** The parts that a consent can open [access.md 1]; the finer ones follow from them. */
export const shareableParts = [
  "identity",
  "signals",
  "assessment",
  "exploration",
  "plan",
  "referrals",
  "maternity_care",
  "programme",
] as const satisfies readonly Part[];
export type ShareablePart = (typeof shareableParts)[number];

/** Who gave the answer [BW 7:447, 7:450]. */
export const givers = ["self", "self_with_parents", "self_without_parents", "parents"] as const;
export type Giver = (typeof givers)[number];

/** How it was given: to a professional, on paper, or by herself in her own pages. */
export type Way = "spoken" | "signed" | "portal";

/** One answer of the family: allowed or refused, for what, to whom, which parts. */
export interface Consent {
  readonly id: string;
  readonly aboutPerson: string;
  readonly purpose: Purpose;
  readonly organisationId: string | null;
  readonly role: string | null;
  readonly parts: readonly Part[];
  readonly medicalToo: boolean;
  readonly given: boolean;
  readonly givenOn: Day;
  readonly until: Day | null;
  readonly withdrawnOn: Day | null;
  /** A newer answer took its place: the family did not withdraw anything. */
  readonly replaced: boolean;
  readonly version: number;
}

/** A person of the family, as far as consent needs to know her. */
export interface ConsentPerson {
  readonly id: string;
  readonly kind: "mother" | "partner" | "child" | "other";
  readonly name: string;
  readonly birthDate: Day | null;
}

/** A question that waits for the mother's own answer, in her own pages; and how it ended. */
export const askStates = ["open", "given", "refused", "withdrawn", "overtaken", "closed"] as const;
export type AskState = (typeof askStates)[number];

export type ConsentRefusal =
  | "consent-in-future"
  | "consent-ends-too-early"
  | "consent-not-theirs-to-give"
  | "consent-needs-reason"
  | "consent-needs-recipient"
  | "consent-needs-parts"
  | "consent-not-narrower"
  | "consent-person-unknown"
  | "consent-no-pages"
  | "consent-with-parents"
  | "consent-waits-for-study"
  | "consent-changed-meanwhile";
