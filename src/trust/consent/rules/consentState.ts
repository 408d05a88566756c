import type { Day } from "../../../kit/day.ts";
import type { Consent } from "../consent.ts";

export type ConsentState = "in_force" | "refused" | "withdrawn" | "replaced" | "expired" | "not_begun";
type Facts = Pick<Consent, "given" | "givenOn" | "until" | "withdrawnOn" | "replaced">;

/** What an answer is worth today. A withdrawal works at once, on the day itself. */
export function stateOf(consent: Facts, today: Day): ConsentState {
  if (consent.withdrawnOn !== null) return consent.replaced ? "replaced" : "withdrawn";
  if (!consent.given) return "refused";
  if (consent.givenOn > today) return "not_begun";
  return consent.until !== null && consent.until < today ? "expired" : "in_force";
}

export const isInForce = (consent: Facts, today: Day): boolean => stateOf(consent, today) === "in_force";

/** Whether two answers are about the same: for whom, for what and to whom. The newer one then takes the place of the older. */
export function isAboutTheSame(
  one: Consent,
  other: Pick<Consent, "aboutPerson" | "purpose" | "organisationId" | "role" | "given">,
): boolean {
  if (one.aboutPerson !== other.aboutPerson || one.purpose !== other.purpose) return false;
  if (!other.given && other.organisationId === null && other.role === null) return true; // a no to all of it
  if (!one.given)
    return one.organisationId === null && one.role === null ? true : one.organisationId === other.organisationId && one.role === other.role;
  return one.organisationId === other.organisationId && one.role === other.role;
}
