import { topicNames } from "../directory.texts.ts";
import type { SupportOffer } from "../directory.ts";

type Hsds = Readonly<Record<string, unknown>>;

/** A list of HSDS services, each whole in itself, with what is asked of a page of them. */
export interface HsdsFile {
  readonly total_items: number;
  readonly contents: readonly Hsds[];
}

/** The directory in Open Referral HSDS 3 (https://docs.openreferral.org): what another region or a public site can read. */
export function toHsds(offers: readonly SupportOffer[], municipalities: readonly { code: string; name: string }[]): HsdsFile {
  const names = new Map(municipalities.map(({ code, name }) => [code, name]));
  return { total_items: offers.length, contents: offers.map((offer) => serviceOf(offer, names)) };
}

function serviceOf(offer: SupportOffer, names: ReadonlyMap<string, string>): Hsds {
  const { id } = offer;
  return filled({
    id,
    organization_id: offer.organisationId,
    organization: filled({ id: offer.organisationId ?? partId(id, "0"), name: offer.organisation, description: offer.organisation }),
    name: offer.name,
    description: offer.description,
    url: offer.url,
    email: offer.contact.email,
    status: offer.status,
    interpretation_services: offer.interpretationServices,
    application_process: offer.applicationProcess,
    fees_description: offer.feesDescription,
    wait_time: offer.waitWeeks === null ? null : `P${offer.waitWeeks}W`,
    eligibility_description: eligibilityOf(offer),
    minimum_age: offer.minimumAge,
    maximum_age: offer.maximumAge,
    assured_date: offer.assured?.on ?? null,
    assurer_email: offer.assured?.email ?? null,
    contacts: offer.contact.name === null ? [] : [filled({ id: partId(id, "1"), name: offer.contact.name, email: offer.contact.email })],
    phones: offer.contact.phone === null ? [] : [{ id: partId(id, "2"), number: offer.contact.phone, type: "voice" }],
    languages: offer.languages.map((code, at) => ({ id: partId(id, "3", at), code })),
    service_areas: offer.municipalities.map((code, at) =>
      filled({ id: partId(id, "4", at), name: names.get(code) ?? code, extent: code, extent_type: "text" }),
    ),
    service_at_locations: locationsOf(offer),
    cost_options: offer.feesDescription === null ? [] : [{ id: partId(id, "6"), amount_description: offer.feesDescription }],
    capacities: capacityOf(offer),
    attributes: offer.topics.map((topic, at) => ({
      id: partId(id, "8", at),
      link_entity: "service",
      taxonomy_term: { id: partId(id, "9", at), code: topic, name: topicNames[topic], description: topicNames[topic] },
    })),
  });
}

/** What HSDS has no field for is said in words. */
function eligibilityOf(offer: SupportOffer): string | null {
  const { pregnancyFromWeek: from, pregnancyBeforeWeek: before, childBeforeMonths: months } = offer;
  const words = [
    offer.audience,
    from === null ? null : `Vanaf ${from} weken zwanger.`,
    before === null ? null : `Voor ${before} weken zwanger.`,
    months === null ? null : `Kind jonger dan ${months} maanden.`,
    offer.firstChildOnly ? "Eerste kind." : null,
    offer.eligibilityDescription === null ? null : `Na te gaan: ${offer.eligibilityDescription}.`,
  ].filter((one) => one !== null);
  return words.length === 0 ? null : words.join(" ");
}

function locationsOf({ id, location }: SupportOffer): readonly Hsds[] {
  if (location.name === null && location.address === null) return [];
  return [
    {
      id: partId(id, "5"),
      location: filled({ id: partId(id, "a"), location_type: "physical", name: location.name, description: location.address }),
    },
  ];
}

function capacityOf({ id, capacity }: SupportOffer): readonly Hsds[] {
  if (capacity.available === null || capacity.updatedOn === null) return [];
  return [
    filled({
      id: partId(id, "7"),
      unit: { id: partId(id, "b"), name: "plaatsen" },
      available: capacity.available,
      maximum: capacity.maximum,
      updated: `${capacity.updatedOn}T00:00:00.000Z`,
    }),
  ];
}

/** An id of its own for each part of a service, the same at each export: the service's with its last digits turned. */
function partId(service: string, part: string, at = 0): string {
  const turned = service.slice(0, 24) + part + at.toString(16).padStart(3, "0") + service.slice(28);
  return turned === service ? `${service.slice(0, 24)}f${turned.slice(25)}` : turned;
}

/** Without what is not known: HSDS knows no null. */
const filled = (record: Readonly<Record<string, unknown>>): Hsds =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)));
