import assert from "node:assert/strict";
import { test } from "node:test";
import { suppliedLists } from "../server/caseloadLists.ts";
import { indexInsurers, readInsurer } from "./insurer.ts";

const index = indexInsurers(suppliedLists.insurers);
const cases: readonly (readonly [sentence: string, text: string, label: string | null, group: string, code?: string])[] = [
  ["small letters and a space behind it", "cz ", "CZ", "CZ"],
  ["by its UZOVI code", "9664", "CZ", "CZ"],
  ["label and code", "CZ (9664)", "CZ", "CZ"],
  ["without the hyphen", "Nationale Nederlanden", "Nationale-Nederlanden", "CZ"],
  ["without the accent", "Unive", "Univé", "VGZ"],
  ["small letters", "zorgzaam", "Zorgzaam", "VGZ"],
  ["with CZ or VGZ", "IZZ", "IZZ", "either"],
  ["of another concern", "Zilveren Kruis", "Zilveren Kruis", "other"],
  ["with points", "ASR", "a.s.r.", "other"],
  [
    "a policy that isn't listed: not VGZ by its first word, and not otherwise insured",
    "VGZ Ruime Keuze",
    null,
    "unknown",
    "insurer-unlisted",
  ],
  ["a code that isn't listed", "0403", null, "unknown", "insurer-unlisted"],
  ["label and code that contradict each other", "VGZ 9664", null, "unknown", "insurer-unlisted"],
  ["empty", "", null, "unknown"],
  ["unknown, in a word", "onbekend", null, "unknown"],
];

for (const [sentence, text, label, group, code] of cases)
  test(`insurer: ${sentence}`, () => {
    const { value, remarked } = readInsurer(index, text);
    assert.deepEqual([value.label, value.group, remarked[0]?.code], [label, group, code]);
  });

test("what isn't listed is kept as written", () => assert.equal(readInsurer(index, " VGZ  Ruime Keuze").value.written, "VGZ Ruime Keuze"));
