import assert from "node:assert/strict";
import { test } from "node:test";
import type { Places } from "../../configuration/programme.ts";
import { pilotSettings } from "../../configuration/pilot.ts";
import type { AnswerNow, Criterion } from "../enrolment.ts";
import { entryOf, testCapacity } from "./capacity.ts";
import { testHomeVisit, testTriangle } from "./consents.ts";
import { testInsurer } from "./insurer.ts";
import { testMaternityCare, type MaternityCareFacts } from "./maternityCare.ts";
import { testNeed, type NeedFacts } from "./need.ts";
import { testResidence } from "./residence.ts";
import { testVulnerability } from "./vulnerability.ts";

const gzl = "3f0f9d0e-5a0e-4c39-9d39-0d9c4b1a7e01";
const settings = pilotSettings({ maternityCareOrganisationId: gzl });
const on = "2026-11-22";

const vulnerability = (pillar: 1 | 2, category: "a" | "b" | "c" | "d" | null, confirmedOn: string | null = null) =>
  testVulnerability(pillar, category === null ? null : { category, assessedOn: "2026-11-01", confirmedOn });
const insurer = (written: string | null) => testInsurer(settings.insurers.list, written, on);
const residence = (code: string | null) => testResidence(settings.area, code === null ? null : { code, name: null });
const nowhere: MaternityCareFacts = { organisationId: null, organisation: null, written: null, registeredOn: null };
const care = (facts: Partial<MaternityCareFacts>) => testMaternityCare(settings.maternityCare, { ...nowhere, ...facts });
const yes: AnswerNow = { given: true, inForce: true, givenOn: "2026-11-04", withdrawnOn: null, until: null };
const no: AnswerNow = { ...yes, given: false, inForce: false };
const withdrawn: AnswerNow = { ...yes, inForce: false, withdrawnOn: "2026-11-20" };
const expired: AnswerNow = { ...yes, inForce: false, until: "2026-11-10" };
const visit = (pillar: 1 | 2, answer: AnswerNow | null, more: { postnatalVisit?: boolean | null; pillar1Since?: string | null } = {}) =>
  testHomeVisit(pillar, { answer, postnatalVisit: null, pillar1Since: null, ...more });
const places = (taken: number): readonly Places[] => [
  { poolId: "1", pillar: 1, entry: "direct", places: 150, taken },
  { poolId: "2", pillar: 2, entry: "direct", places: 50, taken: 10 },
  { poolId: "3", pillar: 2, entry: "flow_on", places: 50, taken: 50 },
];
const agreed: NeedFacts = { need: "not_yet_self_reliant", agreedMinutes: 1440, familyAgreedOn: "2026-11-20", youthAgreedOn: "2026-11-21" };

const cases: readonly (readonly [sentence: string, Criterion, outcome: Criterion["outcome"], reason: Criterion["reason"]])[] = [
  ["nobody assessed this family yet", vulnerability(1, null), "unknown", "not-assessed"],
  ["self-reliant: the programme is not meant for her", vulnerability(1, "a"), "not_met", "category-not-c-or-d"],
  ["potentially vulnerable is not enough", vulnerability(2, "b", "2026-11-10"), "not_met", "category-not-c-or-d"],
  ["vulnerable, but midwife and youth nurse did not confirm it yet", vulnerability(1, "c"), "unknown", "category-not-confirmed"],
  ["vulnerable, confirmed by both after the visit", vulnerability(1, "c", "2026-11-22"), "met", "category-confirmed"],
  ["very vulnerable, confirmed by both", vulnerability(1, "d", "2026-11-22"), "met", "category-confirmed"],
  ["pillar 2 does not ask for the joint confirmation", vulnerability(2, "d"), "met", "category-fits"],

  ["insured with CZ", insurer("CZ"), "met", "insurer-of-group"],
  ["a label of VGZ, written in small letters and without accent", insurer("unive"), "met", "insurer-of-group"],
  ["a label of CZ with a hyphen", insurer("nationale nederlanden"), "met", "insurer-of-group"],
  ["the code of CZ alone", insurer("9664"), "met", "insurer-of-group"],
  ["label and code that say the same", insurer("CZ (9664)"), "met", "insurer-of-group"],
  ["label and code that contradict each other are not guessed", insurer("Menzis 9664"), "unknown", "insurer-not-in-list"],
  ["IZZ can be with either: it fits, who pays is asked", insurer("IZZ"), "met", "insurer-either"],
  ["insured elsewhere", insurer("Zilveren Kruis"), "not_met", "insurer-other"],
  ["a label nobody knows is to be checked, never insured elsewhere", insurer("VGZ Ruime Keuze"), "unknown", "insurer-not-in-list"],
  ["a code nobody knows is to be checked", insurer("1234"), "unknown", "insurer-not-in-list"],
  ["nobody asked for her insurer", insurer("  "), "unknown", "insurer-not-recorded"],

  ["lives in Heerlen", residence("GM0917"), "met", "inside-area"],
  ["lives in Sittard-Geleen", residence("GM1883"), "met", "inside-area"],
  ["lives in Maastricht", residence("GM0935"), "not_met", "outside-area"],
  ["lives outside the region", residence("GM0000"), "not_met", "outside-area"],
  ["nobody knows in which municipality", residence(null), "unknown", "municipality-unknown"],

  ["registered with Geboortezorg Limburg", care({ organisationId: gzl, registeredOn: "2026-11-02" }), "met", "maternity-care-registered"],
  [
    "registered with another",
    care({ organisationId: "another", organisation: "Kraamzorg De Eerste Dag" }),
    "not_met",
    "maternity-care-elsewhere",
  ],
  ["not registered yet: still possible", care({}), "unknown", "maternity-care-not-recorded"],
  ["a name that was not recognised", care({ written: "GBZ Limb." }), "unknown", "maternity-care-not-recognised"],

  ["agreed to the home visit", visit(1, yes), "met", "consent-given"],
  ["was not asked about the home visit", visit(1, null), "unknown", "consent-not-asked"],
  ["does not want the home visit", visit(1, no), "not_met", "consent-refused"],
  ["took the consent to the home visit back", visit(1, withdrawn), "not_met", "consent-withdrawn"],
  ["the consent ran out: ask again", visit(1, expired), "unknown", "consent-expired"],
  ["pillar 1 looks at the prenatal visit only", visit(1, null, { postnatalVisit: true }), "unknown", "consent-not-asked"],
  ["found after birth: agrees to the postnatal visit", visit(2, null, { postnatalVisit: true }), "met", "postnatal-visit-agreed"],
  ["found after birth: does not want the postnatal visit", visit(2, null, { postnatalVisit: false }), "not_met", "postnatal-visit-refused"],
  ["goes on from pillar 1, for which she agreed", visit(2, expired, { pillar1Since: "2026-06-01" }), "met", "agreed-at-pillar-1"],
  ["consents to the consultation of three", testTriangle(yes), "met", "consent-given"],
  ["does not want them to consult", testTriangle(no), "not_met", "consent-refused"],
  ["was not asked about the consultation", testTriangle(null), "unknown", "consent-not-asked"],

  ["twelve places left", testCapacity(1, "direct", places(138)), "met", "places-free"],
  ["the last place is still a place", testCapacity(1, "direct", places(149)), "met", "places-free"],
  ["all 150 taken", testCapacity(1, "direct", places(150)), "not_met", "ceiling-reached"],
  ["flow-on is full, though direct entry is not", testCapacity(2, "flow_on", places(0)), "not_met", "ceiling-reached"],
  ["direct entry has places, though flow-on is full", testCapacity(2, "direct", places(0)), "met", "places-free"],

  ["nobody wrote down what it is for", testNeed(null), "unknown", "need-not-recorded"],
  ["none of the three situations", testNeed({ ...agreed, need: "none" }), "not_met", "need-none"],
  ["the family did not agree yet", testNeed({ ...agreed, familyAgreedOn: null }), "unknown", "need-family-not-agreed"],
  ["the youth nurse did not agree yet", testNeed({ ...agreed, youthAgreedOn: null }), "unknown", "need-youth-not-agreed"],
  ["hours are still to be agreed", testNeed({ ...agreed, agreedMinutes: null }), "unknown", "need-hours-not-agreed"],
  ["more time for the basic care, agreed by all", testNeed(agreed), "met", "need-holds"],
];
for (const [sentence, criterion, outcome, reason] of cases)
  test(sentence, () => assert.deepEqual([criterion.outcome, criterion.reason], [outcome, reason]));

test("an insurer counts by the list that holds on the day", () => {
  const list = [
    { group: "CZ", label: "Zeker", code: null, from: null, until: "2025-12-31" },
    { group: "other", label: "Zeker", code: null, from: "2026-01-01", until: null },
  ] as const;
  assert.equal(testInsurer([...list], "zeker", "2025-12-31").outcome, "met");
  assert.equal(testInsurer([...list], "zeker", "2026-01-01").outcome, "not_met");
});

test("only who holds a place in pillar 1 goes on to pillar 2", () => {
  assert.equal(entryOf(2, true), "flow_on");
  assert.equal(entryOf(2, false), "direct");
  assert.equal(entryOf(1, true), "direct");
});
