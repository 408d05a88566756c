import { z } from "zod";
import type { Values } from "../../../../design/Errors.ts";
import { manyOf, optionalText, requiredText, tick, ticked } from "../../../../platform/http/fields.ts";
import { languageNames } from "../../../../registry/family.texts.ts";
import { categories } from "../../../assessment/assessment.ts";
import { offerPeriods, offerStatuses, topics } from "../directory.ts";
import type { OfferFormData } from "../server/changeOffer.ts";

const number = (least: number, most: number) =>
  z
    .string()
    .optional()
    .transform((typed) => typed?.trim() ?? "")
    .pipe(z.string().regex(/^\d{0,4}$/, "Vul een heel getal in"))
    .transform((typed) => (typed === "" ? null : Number(typed)))
    .pipe(z.number().min(least, `Ten minste ${least}`).max(most, `Hooguit ${most}`).nullable());

const email = optionalText(200).pipe(z.union([z.null(), z.email("Vul een e-mailadres in, zoals naam@voorbeeld.nl")]));
const url = optionalText(300).pipe(z.union([z.null(), z.string().regex(/^https?:\/\/\S+$/, "Begin met https://")]));
const chosen = z
  .union([z.literal(""), z.uuid("Kies uit de lijst")])
  .optional()
  .transform((id) => (id === undefined || id === "" ? null : id));

/** The fields of an offer as they are typed. */
export const offerBody = z.object({
  version: z.coerce.number().int().default(0),
  name: requiredText("Vul de naam in", 120).pipe(z.string().min(2, "Vul de naam in")),
  organisation: chosen,
  description: requiredText("Vul in wat het is", 2000),
  audience: optionalText(300),
  topics: manyOf(topics),
  status: z.enum(offerStatuses, "Kies de stand"),
  periods: manyOf(offerPeriods),
  pregnancyFromWeek: number(1, 42),
  pregnancyBeforeWeek: number(1, 43),
  childBeforeMonths: number(1, 48),
  minimumAge: number(10, 99),
  maximumAge: number(10, 99),
  firstChildOnly: tick,
  categories: manyOf(categories),
  municipalities: ticked,
  languages: ticked.transform((codes) => codes.filter((code) => languageNames.has(code))),
  interpretationServices: optionalText(300),
  eligibilityDescription: optionalText(500),
  contact: chosen,
  contactName: optionalText(120),
  contactPhone: optionalText(40),
  contactEmail: email,
  url,
  locationName: optionalText(120),
  locationAddress: optionalText(200),
  applicationProcess: optionalText(500),
  waitWeeks: number(0, 104),
  capacityAvailable: number(0, 9999),
  capacityMaximum: number(0, 9999),
  feesDescription: optionalText(300),
});
export type OfferBody = z.output<typeof offerBody>;

/** What stands in the fields before anything is typed. */
export function offerValues({ offer, organisations }: OfferFormData): Values {
  if (offer === null) return { status: "active", languages: ["nl"], organisation: organisations[0]?.id ?? "" };
  const text = (value: string | number | null) => (value === null ? "" : String(value));
  return {
    name: offer.name,
    organisation: text(offer.organisationId),
    description: offer.description,
    audience: text(offer.audience),
    topics: offer.topics,
    status: offer.status,
    periods: offer.periods,
    pregnancyFromWeek: text(offer.pregnancyFromWeek),
    pregnancyBeforeWeek: text(offer.pregnancyBeforeWeek),
    childBeforeMonths: text(offer.childBeforeMonths),
    minimumAge: text(offer.minimumAge),
    maximumAge: text(offer.maximumAge),
    ...(offer.firstChildOnly ? { firstChildOnly: "ja" } : {}),
    categories: offer.categories,
    municipalities: offer.municipalities,
    languages: offer.languages,
    interpretationServices: text(offer.interpretationServices),
    eligibilityDescription: text(offer.eligibilityDescription),
    contact: text(offer.contactMembershipId),
    contactName: offer.contactMembershipId === null ? text(offer.contact.name) : "",
    contactPhone: offer.contactMembershipId === null ? text(offer.contact.phone) : "",
    contactEmail: offer.contactMembershipId === null ? text(offer.contact.email) : "",
    url: text(offer.url),
    locationName: text(offer.location.name),
    locationAddress: text(offer.location.address),
    applicationProcess: text(offer.applicationProcess),
    waitWeeks: text(offer.waitWeeks),
    capacityAvailable: text(offer.capacity.available),
    capacityMaximum: text(offer.capacity.maximum),
    feesDescription: text(offer.feesDescription),
  };
}
