import assert from "node:assert/strict";
import { test } from "node:test";
import type { Instrument } from "../instrument.ts";
import { suppliedInstruments } from "../suppliedInstruments.ts";
import { readInstrument } from "./readInstrument.ts";

const brs = (): Instrument => {
  const found = suppliedInstruments.find(({ scale }) => scale.form === "brs-6");
  if (!found) throw new Error("The resilience scale is not there");
  return structuredClone(found);
};

test("every instrument that comes with Wieg is read as it is, and says honestly that its Dutch text has to be loaded", () => {
  for (const one of suppliedInstruments) {
    assert.deepEqual(readInstrument(JSON.stringify(one)), { code: "read", instrument: one });
    assert.equal(one.validated, one.questionnaire.language === "nl", one.scale.form);
  }
});

type Change = (one: Instrument) => unknown;
const cases: readonly (readonly [why: string, change: Change, code: string, at: string])[] = [
  ["a scale that counts an item that is not asked", ({ scale }) => scale.items.push("brs-7"), "item-unknown", "brs-7"],
  ["an item counted twice", ({ scale }) => scale.items.push("brs-1"), "item-twice", "brs-1"],
  ["an item reversed that does not count", ({ scale }) => scale.reversed.push("brs-9"), "reversed-unknown", "brs-9"],
  ["an item that has an option less", ({ questionnaire }) => questionnaire.item[2]?.answerOption.pop(), "options-differ", "brs-3"],
  [
    "a scale from 0 to 4 beside options from 1 to 5",
    ({ scale }) => Object.assign(scale, { least: 0, most: 4, bands: [] }),
    "options-differ",
    "brs-1",
  ],
  ["bands with a hole", ({ scale }) => scale.bands.splice(1, 1), "bands", "laag, hoog"],
  ["all may be missing", ({ scale }) => Object.assign(scale, { mayMiss: 6 }), "may-miss", "6"],
  ["six items as one answer", ({ scale }) => Object.assign(scale, { method: "single" }), "method", "single"],
  [
    "a question without its text",
    ({ questionnaire }) => Object.assign(questionnaire.item[0] ?? {}, { text: " " }),
    "form",
    "questionnaire.item.0.text",
  ],
  [
    "another kind of FHIR resource",
    ({ questionnaire }) => Object.assign(questionnaire, { resourceType: "Patient" }),
    "form",
    "questionnaire.resourceType",
  ],
];
for (const [why, change, code, at] of cases)
  test(`refused, with its place: ${why}`, () => {
    const one = brs();
    change(one);
    const read = readInstrument(JSON.stringify(one));
    assert.ok(
      read.code === "problems" && read.problems.some((problem) => problem.code === code && problem.at === at),
      JSON.stringify(read),
    );
  });

test("what is no JSON is told so, also with a mark in front", () => {
  assert.deepEqual(readInstrument("vraag;antwoord"), { code: "problems", problems: [{ code: "no-json", at: "" }] });
  assert.equal(readInstrument(`\uFEFF${JSON.stringify(brs())}`).code, "read");
});
