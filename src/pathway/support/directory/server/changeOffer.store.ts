import { sql } from "kysely";
import type { Db } from "../../../../platform/db/withActor.ts";
import type { Day } from "../../../../kit/day.ts";
import type { Eligibility, OfferStatus, Topic } from "../directory.ts";

/** An offer as it is typed. */
export interface OfferFields extends Eligibility {
  readonly name: string;
  readonly description: string;
  readonly audience: string | null;
  readonly status: OfferStatus;
  readonly topics: readonly Topic[];
  readonly organisationId: string;
  readonly url: string | null;
  readonly contactMembershipId: string | null;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly contactEmail: string | null;
  readonly locationName: string | null;
  readonly locationAddress: string | null;
  readonly feesDescription: string | null;
  readonly applicationProcess: string | null;
  readonly waitWeeks: number | null;
  readonly capacityAvailable: number | null;
  readonly capacityMaximum: number | null;
}

const columns = (fields: OfferFields, today: Day) => ({
  name: fields.name,
  description: fields.description,
  audience: fields.audience,
  status: fields.status,
  topics: [...fields.topics],
  organisation_id: fields.organisationId,
  url: fields.url,
  contact_membership_id: fields.contactMembershipId,
  contact_name: fields.contactName,
  contact_phone: fields.contactPhone,
  contact_email: fields.contactEmail,
  location_name: fields.locationName,
  location_address: fields.locationAddress,
  periods: [...fields.periods],
  pregnancy_from_week: fields.pregnancyFromWeek,
  pregnancy_before_week: fields.pregnancyBeforeWeek,
  child_before_months: fields.childBeforeMonths,
  minimum_age: fields.minimumAge,
  maximum_age: fields.maximumAge,
  first_child_only: fields.firstChildOnly,
  categories: [...fields.categories],
  municipalities: [...fields.municipalities],
  languages: [...fields.languages],
  interpretation_services: fields.interpretationServices,
  eligibility_description: fields.eligibilityDescription,
  fees_description: fields.feesDescription,
  application_process: fields.applicationProcess,
  wait_weeks: fields.waitWeeks,
  capacity_available: fields.capacityAvailable,
  capacity_maximum: fields.capacityMaximum,
  capacity_updated_on: fields.capacityMaximum === null && fields.capacityAvailable === null ? null : today,
});

/** Who fills it in has looked at it: it counts as checked. */
const checked = (membershipId: string, today: Day) => ({ assured_on: today, assured_by: membershipId, reported_on: null });

export async function insertOffer(db: Db, fields: OfferFields, by: string, today: Day): Promise<string> {
  const row = await db
    .insertInto("support_offer")
    .values({ ...columns(fields, today), ...checked(by, today) })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** False when someone else changed it meanwhile. */
export async function saveOffer(
  db: Db,
  seen: { id: string; version: number },
  fields: OfferFields,
  by: string,
  today: Day,
): Promise<boolean> {
  const result = await db
    .updateTable("support_offer")
    .set({
      ...columns(fields, today),
      ...checked(by, today),
      changed_at: sql`now()`,
      changed_by: sql`trust.my_professional()`,
      version: seen.version + 1,
    })
    .where("id", "=", seen.id)
    .where("version", "=", seen.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** All of it is right: checked today. */
export async function saveChecked(db: Db, seen: { id: string; version: number }, by: string, today: Day): Promise<boolean> {
  const result = await db
    .updateTable("support_offer")
    .set({ ...checked(by, today), version: seen.version + 1 })
    .where("id", "=", seen.id)
    .where("version", "=", seen.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** "done", or why it could not be reported. */
export async function reportOffer(db: Db, id: string): Promise<"done" | "offer-reported-already" | "offer-not-found"> {
  const { rows } = await sql<{
    code: "done" | "offer-reported-already" | "offer-not-found";
  }>`select trust.report_offer(${id}) as code`.execute(db);
  return rows[0]?.code ?? "offer-not-found";
}

/** Asks the keepers of offers that nobody checked since this day; how many it asked. */
export async function askOfferChecks(db: Db, olderThan: Day): Promise<number> {
  const { rows } = await sql<{ asked: number }>`select trust.ask_offer_checks(${olderThan}) as asked`.execute(db);
  return rows[0]?.asked ?? 0;
}
