import assert from "node:assert/strict";
import { test } from "node:test";
import type { Eligibility, FamilyNow } from "../directory.ts";
import { decideFit } from "./decideFit.ts";

const anything: Eligibility = {
  periods: [],
  pregnancyFromWeek: null,
  pregnancyBeforeWeek: null,
  childBeforeMonths: null,
  minimumAge: null,
  maximumAge: null,
  firstChildOnly: false,
  categories: [],
  municipalities: [],
  languages: ["nl"],
  interpretationServices: null,
  eligibilityDescription: null,
};
const voorzorg: Eligibility = {
  ...anything,
  periods: ["pregnancy"],
  pregnancyBeforeWeek: 28,
  maximumAge: 25,
  firstChildOnly: true,
  eligibilityDescription: "of zij hoogstens vmbo heeft, en of er meer problemen tegelijk zijn",
};
const heerlen = { code: "GM0917", name: "Heerlen" };
const family: FamilyNow = {
  municipality: heerlen,
  period: "pregnancy",
  pregnancyDays: 22 * 7,
  childMonths: null,
  motherAge: 23,
  firstChild: true,
  category: "c",
  language: "nl",
};
const unknown: FamilyNow = {
  municipality: null,
  period: null,
  pregnancyDays: null,
  childMonths: null,
  motherAge: null,
  firstChild: null,
  category: null,
  language: null,
};

const cases: readonly [sentence: string, offer: Partial<Eligibility>, family: Partial<FamilyNow>, outcome: string, words: RegExp][] = [
  ["what asks nothing is for everyone", {}, {}, "fits", /^Past: het is voor iedereen in de regio\.$/],
  [
    "a first child at 22 weeks may have VoorZorg; the rest is asked",
    voorzorg,
    {},
    "ask",
    /^Past misschien: het is er tijdens de zwangerschap, zij is 22\+0 zwanger, de moeder is 23 jaar en het is haar eerste kind\. Ga na: of zij hoogstens vmbo heeft/,
  ],
  [
    "at 28 weeks VoorZorg no longer begins",
    voorzorg,
    { pregnancyDays: 196 },
    "not",
    /^Past niet: het begint vóór 28 weken en zij is 28\+0 zwanger\.$/,
  ],
  ["a day earlier it does", voorzorg, { pregnancyDays: 195 }, "ask", /27\+6/],
  ["a mother of 26 is too old for VoorZorg", voorzorg, { motherAge: 26 }, "not", /moeders tot en met 25 jaar/],
  ["a second child does not fit VoorZorg", voorzorg, { firstChild: false }, "not", /eerste kind/],
  [
    "a no names everything that stands in the way",
    voorzorg,
    { motherAge: 30, firstChild: false },
    "not",
    /25 jaar en het is voor een eerste kind\.$/,
  ],
  ["too early", { pregnancyFromWeek: 12 }, { pregnancyDays: 70 }, "not", /vanaf 12 weken en zij is 10\+0 zwanger/],
  ["from the first day on", { pregnancyFromWeek: 12 }, { pregnancyDays: 84 }, "fits", /zij is 12\+0 zwanger/],
  ["another municipality", { municipalities: ["GM0935"] }, {}, "not", /niet voor Heerlen/],
  ["the own municipality", { municipalities: ["GM0917"] }, {}, "fits", /woont in Heerlen/],
  ["an address that is not known is asked for", { municipalities: ["GM0917"] }, { municipality: null }, "ask", /in welke gemeente/],
  [
    "after the birth the maternity period counts",
    { periods: ["postpartum", "infancy"] },
    {},
    "not",
    /alleen in de kraamtijd en na de kraamtijd/,
  ],
  ["a child that is too old", { childBeforeMonths: 6 }, { period: "infancy", childMonths: 6 }, "not", /6 maanden of ouder/],
  ["a child that is just young enough", { childBeforeMonths: 6 }, { period: "infancy", childMonths: 5 }, "fits", /jonger dan 6 maanden/],
  ["no child yet: nothing is said of its age", { childBeforeMonths: 6 }, {}, "fits", /iedereen/],
  ["for a category", { categories: ["c", "d"] }, {}, "fits", /categorie c geldt/],
  ["for another category", { categories: ["d"] }, {}, "not", /categorie d/],
  [
    "who may not see the category is told to ask, not what it is",
    { categories: ["c", "d"] },
    { category: null },
    "ask",
    /of categorie c en d geldt/,
  ],
  ["a language that is spoken", { languages: ["nl", "ar"] }, { language: "ar" }, "fits", /het kan in het Arabisch/],
  ["with an interpreter", { interpretationServices: "Tolkentelefoon" }, { language: "ar" }, "fits", /tolk Arabisch/],
  ["another language is never a no", {}, { language: "ar" }, "ask", /of het kan voor wie Arabisch spreekt/],
  ["who knows nothing of the family excludes nothing", voorzorg, unknown, "ask", /in welke periode/],
];

for (const [sentence, offer, change, outcome, words] of cases)
  test(sentence, () => {
    const fit = decideFit({ ...anything, ...offer }, { ...family, ...change });
    assert.equal(fit.outcome, outcome);
    assert.match(fit.sentence, words);
  });
