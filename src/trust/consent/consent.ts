import type { Day } from "../../kit/day.ts";
import type { Part } from "../access/rules/policy.ts";

/** What a family can be asked to allow [access.md 1]. */
export const purposes = ["sharing", "prenatal_home_visit", "triangle_consultation", "case_conference", "programme", "study_1", "study_2", "study_register_link", "digital_contact"] as const;
export type Purpose = (typeof purposes)[number];

/** One answer of the family: allowed or refused, for what, to whom, which parts. */
export interface Consent {
  readonly id: string;
  readonly aboutPerson: string;
  readonly purpose: Purpose;
  readonly organisationId: string | null;
  readonly role: string | null;
  readonly parts: readonly Part[];
  readonly given: boolean;
  readonly givenOn: Day;
  readonly until: Day | null;
  readonly withdrawnOn: Day | null;
  readonly version: number;
}
