import type { Day } from "../../kit/day.ts";

/** The words of the assessment: what other concepts may import. Source: definition Rotterdam / Erasmus MC [001 annex 1; 002]. */
export const categories = ["a", "b", "c", "d"] as const;
export type Category = (typeof categories)[number];
export type Route = 1 | 2 | 3;

/** The three judgements that the category follows from [001 annex 1]. */
export interface Judgements {
  /** One or more risk factors play a part now. */
  readonly riskNow: boolean;
  /** At least one of them is urgent. */
  readonly urgentRisk: boolean;
  /** The protective factors are sufficient. */
  readonly protectiveSufficient: boolean;
}

/** What has to happen on a route, in its order [domain 3.3]. */
export const routeSteps = [
  "first_referral",
  "ask_home_visit",
  "hold_home_visit",
  "confirm_category",
  "conference",
  "case_lead",
  "reassess",
] as const;
export type RouteStep = (typeof routeSteps)[number];

/** How a step ended: it was done, or the family did not want it. */
export type StepOutcome = "done" | "declined";

/** The two sides that confirm a category together: obstetric care and the youth health service [domain 3.4]. */
export type Side = "obstetric" | "youth";

/** Which category holds for a line, as others may use it. */
export interface CategoryNow {
  readonly assessmentId: string;
  readonly category: Category;
  readonly route: Route;
  readonly assessedOn: Day;
  /** Since when it is this category without a break: terms run from here. */
  readonly since: Day;
  readonly assessedBy: { readonly organisationId: string; readonly organisation: string; readonly role: string };
  /** Both sides came to this category, who and when; null as long as they did not. Pillar 1 asks for it [001 3.3.1]. */
  readonly confirmedByBoth: {
    readonly on: Day;
    readonly by: readonly { readonly organisationId: string; readonly organisation: string; readonly role: string }[];
  } | null;
}

export type AssessmentRefusal =
  | "judgements-contradict"
  | "look-at-proposal"
  | "reason-needed"
  | "changed-meanwhile"
  | "not-visible"
  | "not-your-side"
  | "same-organisation"
  | "confirmed-already"
  | "not-open"
  | "step-not-open";
