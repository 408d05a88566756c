import assert from "node:assert/strict";
import { test } from "node:test";
import { aConsentForm } from "../testing/aConsentForm.ts";
import type { ConsentFormInput } from "./consentForm.ts";
import { whoSigns } from "./whoSigns.ts";

const on = "2026-03-12";
const parents = [{ name: "Ria Peters" }];
const born = (bornOn: string, is: "pregnant_woman" | "partner" | "child" = "pregnant_woman") => ({
  about: { name: "Sam", bornOn, is },
  date: on,
});

const cases: readonly (readonly [string, Partial<ConsentFormInput>, readonly string[] | string])[] = [
  ["a grown woman signs alone", born("1994-05-01"), ["self", "professional"]],
  ["her partner signs for his own data", born("1990-05-01", "partner"), ["self", "professional"]],
  ["on her 16th birthday she decides herself", born("2010-03-12"), ["self", "professional"]],
  ["the day before, her parents sign too", { ...born("2010-03-13"), parents }, ["self", "parent", "professional"]],
  ["at 15 without her parents, where that would harm her", { ...born("2010-09-01"), withoutParents: true }, ["self", "professional"]],
  ["at 15 and no parent named: that has to be asked first", born("2010-09-01"), "form-needs-parents"],
  [
    "a baby: the parents sign",
    { ...born("2026-01-01", "child"), parents: [...parents, { name: "Bas Peters" }] },
    ["parent", "parent", "professional"],
  ],
  ["a baby is never without its parents", { ...born("2026-01-01", "child"), withoutParents: true }, "form-needs-parents"],
  [
    "through an interpreter, who signs too",
    { ...born("1994-05-01"), interpretedInto: "Tigrinya" },
    ["self", "professional", "interpreter"],
  ],
  ["born on 29 February 2012: 14 years", { ...born("2012-02-29"), parents }, ["self", "parent", "professional"]],
];

for (const [sentence, part, expected] of cases)
  test(sentence, () => {
    const outcome = whoSigns(aConsentForm(part));
    assert.deepEqual("code" in outcome ? outcome.code : outcome.map((signer) => signer.as), expected);
  });
