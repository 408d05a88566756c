import { refuse, type Refusal } from "../../../kit/refusal.ts";
import type { ContactMoment } from "../youthContact.ts";

export type MomentRefusal = "moment-unknown" | "moment-code-taken" | "moment-past-two" | "moment-before-birth" | "moment-changed-meanwhile";

/** Who keeps the list: who administers a youth health service, or the region. The database says so too. */
export const mayKeepMoments = ({ role, organisationKind }: { readonly role: string; readonly organisationKind: string }): boolean =>
  role === "platform_admin" || (role === "organisation_admin" && organisationKind === "youth_health");

/** A month as a line of this list counts it; its windows are days. */
const daysOfMonth = 30;

/** Can the list hold this? Nothing is planned before the birth, or once the line ended at the second birthday. */
export function decideMoment(
  act: "add" | "change",
  moment: Pick<ContactMoment, "code" | "ageMonths" | "ageDays" | "opensDaysBefore">,
  known: readonly Pick<ContactMoment, "code">[],
): Refusal<MomentRefusal> | "go" {
  const there = known.some(({ code }) => code === moment.code);
  if (act === "add" && there) return refuse("moment-code-taken");
  if (act === "change" && !there) return refuse("moment-unknown");
  if (moment.ageMonths * daysOfMonth + moment.ageDays > 24 * daysOfMonth) return refuse("moment-past-two");
  return moment.ageMonths * daysOfMonth + moment.ageDays < moment.opensDaysBefore ? refuse("moment-before-birth") : "go";
}
