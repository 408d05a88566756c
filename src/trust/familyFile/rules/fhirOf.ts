import type { KeptConsent, KeptRow, WholeFile } from "../familyFile.ts";

/** A resource of FHIR R4, as plain data. */
export interface Resource {
  readonly resourceType: string;
  readonly [element: string]: unknown;
}
export interface Bundle extends Resource {
  readonly entry: readonly { readonly resource: Resource }[];
}

/** What of the file has its place in FHIR R4; the rest is in our own words beside it. */
export function fhirOf(file: WholeFile): Bundle {
  const of = (table: string) => file.rows.filter((row) => row.table === table);
  const members = of("family_member");
  const self = members.find((row) => text(row, "kind") === file.about) ?? members[0];
  const resources: Resource[] = [
    ...(self ? [patient(self, of("family_address"), of("family_contact"))] : []),
    ...members.filter((row) => row !== self).map(relatedPerson),
    ...of("trajectory").map(episode),
    ...file.consents.map(consent),
    ...of("referral_candidate").map(serviceRequest),
  ];
  return {
    resourceType: "Bundle",
    type: "collection",
    timestamp: `${file.today}T00:00:00Z`,
    entry: resources.map((resource) => ({ resource })),
  };
}

const text = ({ content }: KeptRow, name: string): string | undefined => {
  const value = content[name];
  return typeof value === "string" && value !== "" ? value : undefined;
};
const flag = ({ content }: KeptRow, name: string): boolean => content[name] === true;
const known = <Value>(name: string, value: Value | undefined) => (value === undefined ? {} : { [name]: value });
const nameOf = (row: KeptRow) => ({
  family: [text(row, "prefix"), text(row, "family_name")].filter(Boolean).join(" "),
  ...known("given", text(row, "given_name") === undefined ? undefined : [text(row, "given_name") ?? ""]),
});
const subject = { reference: "Patient/zelf" };

const patient = (row: KeptRow, addresses: readonly KeptRow[], contacts: readonly KeptRow[]): Resource => ({
  resourceType: "Patient",
  id: "zelf",
  name: [nameOf(row)],
  ...known("birthDate", text(row, "birth_date")),
  address: addresses.map((one) => ({
    line: [[text(one, "street"), text(one, "house_number")].filter(Boolean).join(" ")],
    ...known("postalCode", text(one, "postcode")),
    ...known("city", text(one, "place")),
    country: "NL",
    period: { ...known("start", text(one, "since")), ...known("end", text(one, "until")) },
  })),
  telecom: contacts.map((one) => ({
    system: text(one, "channel") === "email" ? "email" : text(one, "channel") === "sms" ? "sms" : "phone",
    ...known("value", text(one, "value")),
  })),
});

const relatedPerson = (row: KeptRow): Resource => ({
  resourceType: "RelatedPerson",
  patient: subject,
  name: [nameOf(row)],
  ...known("birthDate", text(row, "birth_date")),
  relationship: [
    {
      coding: [{ system: "http://terminology.hl7.org/CodeSystem/v3-RoleCode", code: text(row, "kind") === "child" ? "CHILD" : "FAMMEMB" }],
    },
  ],
});

const episode = (row: KeptRow): Resource => ({
  resourceType: "EpisodeOfCare",
  status: text(row, "state") === "ended" ? "finished" : "active",
  patient: subject,
  ...known("managingOrganization", row.organisation === null ? undefined : { display: row.organisation }),
  period: { start: row.recordedOn, ...known("end", text(row, "ended_on")) },
});

const consent = (one: KeptConsent): Resource => ({
  resourceType: "Consent",
  status: !one.given ? "rejected" : one.withdrawnOn === null ? "active" : "inactive",
  scope: { coding: [{ system: "http://terminology.hl7.org/CodeSystem/consentscope", code: "patient-privacy" }] },
  category: [{ coding: [{ system: "http://terminology.hl7.org/CodeSystem/v3-ActCode", code: "IDSCL" }], text: one.purpose }],
  patient: subject,
  dateTime: one.givenOn,
  policyRule: { text: "AVG art. 6 en 9" },
  provision: {
    type: one.given ? "permit" : "deny",
    period: { start: one.givenOn, ...known("end", one.withdrawnOn ?? one.until ?? undefined) },
    actor: [{ role: { text: "ontvanger" }, reference: { display: one.recipient } }],
    class: one.parts.map((part) => ({ system: "urn:wieg:part", code: part })),
  },
});

const referralStatus: Readonly<Record<string, string>> = {
  completed: "completed",
  stopped: "revoked",
  declined: "revoked",
  withdrawn: "revoked",
  taken: "revoked",
};
const serviceRequest = (row: KeptRow): Resource => ({
  resourceType: "ServiceRequest",
  status: referralStatus[text(row, "state") ?? ""] ?? "active",
  intent: "order",
  priority: flag(row, "urgent") ? "urgent" : "routine",
  subject,
  authoredOn: text(row, "requested_on") ?? row.recordedOn,
  ...known("requester", row.organisation === null ? undefined : { display: row.organisation }),
});
