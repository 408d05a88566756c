import { fullName } from "../../../registry/personName.ts";
import type { Member } from "../../../registry/family.ts";
import { isRole } from "../../../trust/access/route.ts";
import { roleNames } from "../../../trust/access/roles.texts.ts";
import type { HandoverSide, Heading, Signature } from "../handover.ts";
import { headingNames, momentNames } from "../handover.texts.ts";
import { itemsOf, type HandoverDocument } from "./handoverDocument.ts";

/** A FHIR R4 resource, as plain as JSON. */
export interface Resource {
  readonly resourceType: string;
  readonly id: string;
  readonly [element: string]: unknown;
}
export interface DocumentBundle extends Resource {
  readonly entry: readonly { readonly fullUrl: string; readonly resource: Resource }[];
}

/** Profiles of Nictiz for FHIR R4 (zib 2020), where there is one for what is said here. */
const profileOf = (name: string) => ({ meta: { profile: [`http://nictiz.nl/fhir/StructureDefinition/nl-core-${name}`] } });
const urn = (id: string): string => `urn:uuid:${id}`;
const refer = (id: string) => ({ reference: urn(id) });

/**
 * The handover as a FHIR R4 document: a Composition with a section for each heading, the people it names, the goals of the family and its
 * open agreements as a CarePlan. Ids are those of Wieg, so that the same handover gives the same document.
 * @param at moment of making, with its time zone
 */
export function toBundle(document: HandoverDocument, at: string): DocumentBundle {
  const { handover, family } = document;
  const people = peopleOf(document);
  const mother = family.members.find(({ kind }) => kind === "mother");
  const patient = mother ? patientOf(mother, document) : null;
  const subject = refer(mother?.id ?? family.id);
  const goals = itemsFor(document, "wants").map((text, place) => goalOf(childId(handover.id, 1, place), text, subject));
  const agreements = itemsFor(document, "agreements");
  const plan = agreements.length + goals.length === 0 ? null : carePlanOf(document, agreements, goals, subject);
  const composition = compositionOf(document, { subject, people, goals, plan, at });
  const resources = [
    composition,
    ...(patient === null ? [] : [patient]),
    ...family.members.flatMap((one) => relatedOf(one, subject)),
    ...people.resources,
    ...goals,
    ...(plan === null ? [] : [plan]),
  ];
  return {
    resourceType: "Bundle",
    id: handover.id,
    identifier: { system: "urn:ietf:rfc:3986", value: urn(handover.id) },
    type: "document",
    timestamp: at,
    entry: resources.map((resource) => ({ fullUrl: urn(resource.id), resource })),
  };
}

const itemsFor = ({ words }: HandoverDocument, heading: Heading): readonly string[] =>
  itemsOf(words.find((one) => one.heading === heading)?.words ?? "");

/** An id of its own for a part of the handover: the same each time. */
const childId = (id: string, group: number, place: number): string =>
  `${id.slice(0, 24)}${group.toString(16)}${place.toString(16).padStart(3, "0")}${id.slice(28)}`;

/**
 * A name as nl-core has it: the official one with its family name in parts, and the name by which someone is called apart (`usual`), which is
 * no official one (zib-NameInformation-3, nl-core-NameInformation.GivenName).
 */
const namesOf = (one: Member) => [
  { use: "official", text: fullName(one), family: [one.prefix, one.familyName].filter(Boolean).join(" "), ...inParts(one) },
  ...(one.givenName === null ? [] : [{ use: "usual", text: one.givenName, given: [one.givenName] }]),
];
const inParts = ({ prefix, familyName }: Member) => ({
  _family: { extension: [...(prefix === null ? [] : [part("humanname-own-prefix", prefix)]), part("humanname-own-name", familyName)] },
});
const part = (name: string, valueString: string) => ({ url: `http://hl7.org/fhir/StructureDefinition/${name}`, valueString });

function patientOf(mother: Member, { family }: HandoverDocument): Resource {
  const address = family.addresses.find(({ until }) => until === null);
  return {
    resourceType: "Patient",
    id: mother.id,
    ...profileOf("Patient"),
    name: namesOf(mother),
    gender: "female",
    ...(mother.birthDate === null ? {} : { birthDate: mother.birthDate }),
    ...(address
      ? {
          address: [
            {
              use: "home",
              ...(address.street === null ? {} : lineOf(address.street, address.houseNumber)),
              ...(address.place === null ? {} : { city: address.place }),
              ...(address.municipalityName === null ? {} : { district: address.municipalityName }),
              ...(address.postcode === null ? {} : { postalCode: address.postcode }),
              country: "NL",
            },
          ],
        }
      : {}),
    ...(family.language === null
      ? {}
      : { communication: [{ language: { coding: [{ system: "urn:ietf:bcp:47", code: family.language }] } }] }),
  };
}

/** Street and number as one line, and apart beside it, as nl-core-AddressInformation has them. */
function lineOf(street: string, houseNumber: string | null) {
  const [, number = "", addition = ""] = /^(\d*)\s*(.*)$/.exec(houseNumber ?? "") ?? [];
  const extension = [
    part("iso21090-ADXP-streetName", street),
    ...(number === "" ? [] : [part("iso21090-ADXP-houseNumber", number)]),
    ...(addition === "" ? [] : [part("iso21090-ADXP-buildingNumberSuffix", addition)]),
  ];
  return { line: [[street, houseNumber].filter(Boolean).join(" ")], _line: [{ extension }] };
}

const relations = { partner: "partner", child: "kind", other: "gezinslid" } as const;

/** The others of the family, as far as the reader may see them. */
function relatedOf(one: Member, patient: object): readonly Resource[] {
  if (one.kind === "mother") return [];
  return [
    {
      resourceType: "RelatedPerson",
      id: one.id,
      ...profileOf("ContactPerson"),
      active: one.until === null && one.diedOn === null,
      patient,
      relationship: [{ text: relations[one.kind] }],
      name: namesOf(one),
      ...(one.birthDate === null ? {} : { birthDate: one.birthDate }),
    },
  ];
}

interface People {
  readonly author: object;
  readonly custodian: object;
  readonly attesters: readonly { readonly party: object; readonly time: string }[];
  readonly resources: readonly Resource[];
}

/** Who hands over and who receives: the organisations, and the professionals who signed in the job in which they signed. */
function peopleOf({ handover: { status, from, to } }: HandoverDocument): People {
  const sides: readonly (readonly [HandoverSide | null, Signature | null])[] = [
    [from, "from" in status ? status.from : null],
    [to, "to" in status ? status.to : null],
  ];
  const signed = sides.flatMap(([side, signature]) => (side && signature ? [{ side, signature }] : []));
  const practitionerId = ({ membershipId }: Signature) => childId(membershipId, 2, 0);
  const resources = [
    ...sides.flatMap(([side]) => (side ? [organisationOf(side)] : [])),
    ...signed.flatMap(({ side, signature }) => [
      {
        resourceType: "Practitioner",
        id: practitionerId(signature),
        ...profileOf("HealthProfessional-Practitioner"),
        name: [{ use: "official", text: signature.name }],
      },
      {
        resourceType: "PractitionerRole",
        id: signature.membershipId,
        ...profileOf("HealthProfessional-PractitionerRole"),
        practitioner: refer(practitionerId(signature)),
        organization: refer(side.organisationId),
        code: [{ text: isRole(signature.role) ? roleNames[signature.role] : signature.role }],
      },
    ]),
  ];
  const sender = signed.find(({ side }) => side.organisationId === from.organisationId);
  return {
    author: refer(sender ? sender.signature.membershipId : from.organisationId),
    custodian: refer(from.organisationId),
    attesters: signed.map(({ signature }) => ({ party: refer(signature.membershipId), time: signature.on })),
    resources: [...new Map(resources.map((one) => [one.id, one])).values()],
  };
}

const organisationOf = ({ organisationId, organisation, phone }: HandoverSide): Resource => ({
  resourceType: "Organization",
  id: organisationId,
  ...profileOf("HealthcareProvider-Organization"),
  name: organisation,
  ...(phone === null ? {} : { telecom: [{ system: "phone", value: phone }] }),
});

const goalOf = (id: string, text: string, subject: object): Resource => ({
  resourceType: "Goal",
  id,
  ...profileOf("TreatmentObjective"),
  lifecycleStatus: "active",
  description: { text },
  subject,
});

/** nl-core has no profile of a CarePlan; agreements stand in it as activities. */
const carePlanOf = (
  { handover }: HandoverDocument,
  agreements: readonly string[],
  goals: readonly Resource[],
  subject: object,
): Resource => ({
  resourceType: "CarePlan",
  id: childId(handover.id, 3, 0),
  status: "active",
  intent: "plan",
  title: "Gezinsplan",
  subject,
  ...(goals.length === 0 ? {} : { goal: goals.map(({ id }) => refer(id)) }),
  ...(agreements.length === 0 ? {} : { activity: agreements.map((description) => ({ detail: { status: "in-progress", description } })) }),
});

interface Parts {
  readonly subject: object;
  readonly people: People;
  readonly goals: readonly Resource[];
  readonly plan: Resource | null;
  readonly at: string;
}

function compositionOf(document: HandoverDocument, { subject, people, goals, plan, at }: Parts): Resource {
  const { handover, words } = document;
  const entries: Partial<Record<Heading, readonly Resource[]>> = { wants: goals, agreements: plan === null ? [] : [plan] };
  const sections = words.flatMap(({ heading, words: told }) => {
    const items = itemsOf(told);
    const entry = (entries[heading] ?? []).map(({ id }) => refer(id));
    if (items.length === 0) return [];
    return [{ title: headingNames[heading], text: narrative(items), ...(entry.length === 0 ? {} : { entry }) }];
  });
  return {
    resourceType: "Composition",
    id: childId(handover.id, 4, 0),
    language: "nl",
    status: handover.status.state === "prepared" ? "preliminary" : "final",
    type: { coding: [{ system: "http://loinc.org", code: "18761-7", display: "Transfer summary note" }], text: "Warme overdracht" },
    subject,
    date: at,
    author: [people.author],
    title: momentNames[handover.moment],
    confidentiality: "R",
    ...(people.attesters.length === 0 ? {} : { attester: people.attesters.map((one) => ({ mode: "professional", ...one })) }),
    custodian: people.custodian,
    ...(sections.length === 0 ? {} : { section: sections }),
  };
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const narrative = (items: readonly string[]) => ({
  status: "generated",
  div: `<div xmlns="http://www.w3.org/1999/xhtml"><ul>${items.map((item) => `<li>${escaped(item)}</li>`).join("")}</ul></div>`,
});
