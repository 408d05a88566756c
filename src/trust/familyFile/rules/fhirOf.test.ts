import assert from "node:assert/strict";
import { test } from "node:test";
import type { KeptRow, WholeFile } from "../familyFile.ts";
import { dataOf } from "./dataOf.ts";
import { fhirOf } from "./fhirOf.ts";

const row = (table: string, content: KeptRow["content"]): KeptRow => ({
  table,
  part: "identity",
  recordedOn: "2027-01-05",
  professional: "Anna Verzonnen",
  organisation: "Praktijk De Maas",
  content,
});
const file: WholeFile = {
  language: "nl",
  today: "2027-03-12",
  organisation: "Praktijk De Maas",
  about: "mother",
  rows: [
    row("family_member", { kind: "mother", given_name: "Sanne", family_name: "Frijns", birth_date: "1996-05-04" }),
    row("family_member", { kind: "child", given_name: "Liv", family_name: "Frijns", birth_date: "2027-02-01" }),
    row("family_address", { street: "Akerstraat", house_number: "12", postcode: "6411AA", place: "Heerlen", since: "2024-01-01" }),
    row("trajectory", { state: "open" }),
    row("referral_candidate", { state: "declined", urgent: true, requested_on: "2027-01-20" }),
  ],
  consents: [
    {
      purpose: "sharing",
      given: true,
      givenOn: "2027-01-06",
      until: null,
      withdrawnOn: "2027-02-02",
      parts: ["plan"],
      recipient: "JGZ Zuid",
      way: "spoken",
    },
  ],
  involved: [],
  looks: [
    {
      professional: "Bea",
      role: "youth_nurse",
      organisation: "JGZ Zuid",
      ground: "consent",
      first: new Date(0),
      last: new Date(0),
      times: 2,
      changed: 0,
    },
  ],
};

test("she, her child, her line, what she allowed and where she was referred stand in FHIR R4; every reference is to who is in the bundle", () => {
  const bundle = fhirOf(file);
  assert.deepEqual(
    bundle.entry.map(({ resource }) => resource.resourceType),
    ["Patient", "RelatedPerson", "EpisodeOfCare", "Consent", "ServiceRequest"],
  );
  const told = JSON.stringify(bundle);
  const ids = new Set(bundle.entry.map(({ resource }) => `${resource.resourceType}/${String(resource["id"])}`));
  for (const [, reference = ""] of told.matchAll(/"reference":"([^"]+)"/g)) assert.ok(ids.has(reference), reference);
});

test("a consent that was withdrawn is inactive from that day; a referral that was declined is revoked", () => {
  const [, , , consent, request] = fhirOf(file).entry.map(({ resource }) => resource);
  assert.equal(consent?.["status"], "inactive");
  assert.match(JSON.stringify(consent), /"end":"2027-02-02"/);
  assert.equal(request?.["status"], "revoked");
});

test("the data begin with an index that says what is in it, and hold every record", () => {
  const data = dataOf(file);
  assert.deepEqual(data.inhoud, [{ onderdeel: "Wie u bent en waar u woont", aantal: 5 }]);
  assert.equal(data.gegevens.length, 5);
  assert.equal(data.wieKeek.length, 1);
});
