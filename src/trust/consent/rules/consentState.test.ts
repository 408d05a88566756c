import assert from "node:assert/strict";
import { test } from "node:test";
import type { Consent } from "../consent.ts";
import { isAboutTheSame, stateOf, type ConsentState } from "./consentState.ts";

const today = "2026-11-09";
const yes: Consent = {
  id: "1",
  aboutPerson: "sanne",
  purpose: "sharing",
  organisationId: "jgz",
  role: null,
  parts: ["plan"],
  medicalToo: false,
  given: true,
  givenOn: "2026-10-01",
  until: null,
  withdrawnOn: null,
  replaced: false,
  version: 1,
};

const cases: readonly (readonly [string, Partial<Consent>, ConsentState])[] = [
  ["given and not withdrawn: it holds", {}, "in_force"],
  ["given today: it holds at once", { givenOn: today }, "in_force"],
  ["its last day is today: it still holds", { until: today }, "in_force"],
  ["its last day was yesterday", { until: "2026-11-08" }, "expired"],
  ["withdrawn today: it holds no more", { withdrawnOn: today }, "withdrawn"],
  ["withdrawn before it would have ended", { withdrawnOn: "2026-10-10", until: "2026-10-20" }, "withdrawn"],
  ["a newer answer took its place", { withdrawnOn: today, replaced: true }, "replaced"],
  ["the family said no", { given: false }, "refused"],
  ["given on a day that has not come", { givenOn: "2026-11-10" }, "not_begun"],
];
for (const [sentence, part, expected] of cases) test(sentence, () => assert.equal(stateOf({ ...yes, ...part }, today), expected));

const same: readonly (readonly [string, Partial<Consent>, Partial<Consent>, boolean])[] = [
  ["a new yes to the same organisation takes the place of the old", {}, {}, true],
  ["a yes to another organisation leaves the old one", {}, { organisationId: "kraamzorg" }, false],
  ["a yes for another purpose leaves the old one", {}, { purpose: "programme" }, false],
  ["what the partner says leaves hers", {}, { aboutPerson: "bilal" }, false],
  ["a no to the whole purpose ends each yes to it", {}, { given: false, organisationId: null }, true],
  ["a no to one organisation leaves the others", {}, { given: false, organisationId: "kraamzorg" }, false],
  [
    "a yes to one organisation takes the place of an earlier no to all",
    { given: false, organisationId: null },
    { organisationId: "kraamzorg" },
    true,
  ],
  ["a yes to a role is not a yes to an organisation", {}, { organisationId: null, role: "youth_nurse" }, false],
];
for (const [sentence, older, newer, expected] of same)
  test(sentence, () => assert.equal(isAboutTheSame({ ...yes, ...older }, { ...yes, ...newer }), expected));
