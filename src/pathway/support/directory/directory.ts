/** The words of the service directory: what other concepts may import. Named after Open Referral HSDS 3. Source: [003; 004; domain 3.6]. */
import type { Day } from "../../../kit/day.ts";
import type { Category } from "../../assessment/assessment.ts";

/** Periods in which an offer can be used; `ended` is none of them. */
export const offerPeriods = ["preconception", "pregnancy", "postpartum", "infancy"] as const;
export type OfferPeriod = (typeof offerPeriods)[number];

/** What an offer is about: HSDS taxonomy_term. */
export const topics = ["pregnancy", "parenting", "money", "home", "mind", "network", "wish_for_children", "childcare", "language"] as const;
export type Topic = (typeof topics)[number];

/** HSDS service.status, word for word. */
export const offerStatuses = ["active", "temporarily closed", "inactive", "defunct"] as const;
export type OfferStatus = (typeof offerStatuses)[number];

/** For whom an offer is: what can be compared with what is known of a family. HSDS eligibility. */
export interface Eligibility {
  readonly periods: readonly OfferPeriod[];
  /** Weeks of pregnancy at the start: from, and before. */
  readonly pregnancyFromWeek: number | null;
  readonly pregnancyBeforeWeek: number | null;
  readonly childBeforeMonths: number | null;
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
  readonly firstChildOnly: boolean;
  /** Empty: whatever the category. */
  readonly categories: readonly Category[];
  /** CBS codes; empty: the whole region. HSDS service_area. */
  readonly municipalities: readonly string[];
  /** Languages it is given in, BCP 47. */
  readonly languages: readonly string[];
  readonly interpretationServices: string | null;
  /** What a person has to ask: it can't be read from what is known. HSDS eligibility_description. */
  readonly eligibilityDescription: string | null;
}

/** One offer of support. FHIR HealthcareService, HSDS service. */
export interface SupportOffer extends Eligibility {
  readonly id: string;
  /** Code in the set that comes with Wieg; null for what a region added. */
  readonly code: string | null;
  readonly name: string;
  readonly description: string;
  readonly audience: string | null;
  readonly status: OfferStatus;
  readonly topics: readonly Topic[];
  readonly organisationId: string | null;
  /** Name of the organisation; as long as none is linked, what kind of organisation gives it. */
  readonly organisation: string;
  readonly url: string | null;
  readonly contact: { readonly name: string | null; readonly phone: string | null; readonly email: string | null };
  readonly contactMembershipId: string | null;
  readonly location: { readonly name: string | null; readonly address: string | null };
  readonly feesDescription: string | null;
  readonly applicationProcess: string | null;
  readonly waitWeeks: number | null;
  readonly capacity: { readonly available: number | null; readonly maximum: number | null; readonly updatedOn: Day | null };
  readonly assured: { readonly on: Day; readonly by: string; readonly email: string | null } | null;
  /** Someone said that it is not right (any more), and nobody looked since. */
  readonly reportedOn: Day | null;
  readonly version: number;
}

/** What is known of a family today, as far as the asker may see it. Null: not known. */
export interface FamilyNow {
  readonly municipality: { readonly code: string; readonly name: string } | null;
  readonly period: OfferPeriod | null;
  readonly pregnancyDays: number | null;
  readonly childMonths: number | null;
  readonly motherAge: number | null;
  readonly firstChild: boolean | null;
  readonly category: Category | null;
  readonly language: string | null;
}

/** Whether an offer fits, and why, in one sentence. */
export interface Fit {
  readonly outcome: "fits" | "ask" | "not";
  readonly sentence: string;
}

export type OfferRefusal =
  | "offer-not-found"
  | "offer-changed-meanwhile"
  | "offer-weeks-turned"
  | "offer-capacity-turned"
  | "offer-reported-already";
