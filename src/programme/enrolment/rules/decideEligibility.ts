import type { CriterionCode } from "../../letters/letter.ts";
import type { Criterion } from "../enrolment.ts";

/** What the criteria come to. Open: somebody has to answer first. */
export type Eligibility =
  | { readonly outcome: "eligible" }
  | { readonly outcome: "not_eligible"; readonly notMet: readonly CriterionCode[] }
  | { readonly outcome: "open"; readonly unknown: readonly CriterionCode[] };

/** Any criterion that is not met: not eligible. None of those but an unknown one: a to-do first [domain 4.1]. */
export function decideEligibility(criteria: readonly Criterion[]): Eligibility {
  const notMet = criteria.filter(({ outcome }) => outcome === "not_met").map(({ code }) => code);
  if (notMet.length > 0) return { outcome: "not_eligible", notMet };
  const unknown = criteria.filter(({ outcome }) => outcome === "unknown").map(({ code }) => code);
  return unknown.length > 0 ? { outcome: "open", unknown } : { outcome: "eligible" };
}
