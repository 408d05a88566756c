import assert from "node:assert/strict";
import { test } from "node:test";
import { suppliedLists } from "../server/caseloadLists.ts";
import { readEmail, readPhones } from "./contact.ts";
import { indexLanguages, readLanguage } from "./language.ts";
import { indexMaternityCare, readMaternityCare } from "./maternityCare.ts";
import { readParity } from "./parity.ts";
import { readRemark } from "./remark.ts";

const care = indexMaternityCare(suppliedLists.maternityCare);
const languages = indexLanguages(suppliedLists.languages);

const phones: readonly (readonly [text: string, expected: readonly string[]])[] = [
  ["06-12345678", ["+31612345678"]],
  ["045 5741234", ["+31455741234"]],
  ["+31 6 12345678", ["+31612345678"]],
  ["+31 (0)6 12345678", ["+31612345678"]],
  ["0031612345678", ["+31612345678"]],
  ["+49 241 123456", ["+49241123456"]],
  ["0612345678 / 045-5741234", ["+31612345678", "+31455741234"]],
  ["612345678", ["+31612345678", "phone-zero-lost"]],
  ["06-1234", ["phone-unreadable"]],
  ["0612345678 (moeder)", ["phone-unreadable"]],
  ["geen", []],
  ["", []],
];
for (const [text, expected] of phones)
  test(`telephone: ${text}`, () => {
    const { value, remarked } = readPhones(text);
    assert.deepEqual([...value, ...remarked.map(({ code }) => code)], expected);
  });

const emails: readonly (readonly [text: string, expected: string | null, code?: string])[] = [
  ["client3@example.org", "client3@example.org"],
  [" client3@example.org ", "client3@example.org"],
  ["geen", null],
  ["geen e-mail", null],
  ["client3@example", null, "email-unreadable"],
  ["a@b.nl; c@d.nl", null, "email-unreadable"],
];
for (const [text, expected, code] of emails)
  test(`e-mail: ${text}`, () => {
    const { value, remarked } = readEmail(text);
    assert.deepEqual([value, remarked[0]?.code], [expected, code]);
  });

const organisations: readonly (readonly [text: string, state: string, organisation: string | null, listed: boolean])[] = [
  ["Geboortezorg Limburg", "registered", "Geboortezorg Limburg", true],
  ["geboortezorg limburg ", "registered", "Geboortezorg Limburg", true],
  ["GBZ Limburg", "registered", "Geboortezorg Limburg", true],
  ["Kraamzorg De Eerste Dag", "registered", "Kraamzorg De Eerste Dag", false],
  ["nog niet aangemeld", "not-registered", null, false],
  ["geen", "not-registered", null, false],
  ["", "unknown", null, false],
  ["onbekend", "unknown", null, false],
];
for (const [text, state, organisation, listed] of organisations)
  test(`maternity care: ${text}`, () => assert.deepEqual(readMaternityCare(care, text), { state, organisation, listed }));

const parities: readonly (readonly [text: string, gravida: number | null, para: number | null, code?: string])[] = [
  ["G2P1", 2, 1],
  ["g1 p0", 1, 0],
  ["G3P1A1", 3, 1],
  ["1", null, 1],
  ["0", null, 0],
  ["", null, null],
  ["G1P3", null, null, "parity-unreadable"],
  ["tweede kind", null, null, "parity-unreadable"],
];
for (const [text, gravida, para, code] of parities)
  test(`parity: ${text}`, () => {
    const { value, remarked } = readParity(text);
    assert.deepEqual([value.gravida, value.para, remarked[0]?.code], [gravida, para, code]);
  });

const spoken: readonly (readonly [text: string, code: string | null])[] = [
  ["Nederlands", "nl"],
  ["pools", "pl"],
  ["Tigrinya", "ti"],
  ["Oekraïens", "uk"],
  ["Arabisch / Engels", "ar"],
  ["pl", "pl"],
  ["Klingon", null],
  ["", null],
];
for (const [text, code] of spoken) test(`language: ${text}`, () => assert.equal(readLanguage(languages, text).value.code, code));

const remarks: readonly (readonly [sentence: string, text: string, onContact: boolean])[] = [
  ["her partner may not pick up", 'Belt liever \'s avonds; partner "mag niet" opnemen', true],
  ["no letters to the house", "geen post naar huis sturen", true],
  ["her husband does not know", "man weet van niets, niet bellen", true],
  ["debts", "schulden besproken,\nverwijzing wil ze niet", false],
  ["an earlier letter", "Vorige zwangerschap: zie brief", false],
];
for (const [sentence, text, onContact] of remarks)
  test(`remark: ${sentence}`, () => assert.equal(readRemark(text).value.onContact, onContact));

test("a remark of 5,000 characters is kept whole, a longer one is asked", () => {
  assert.deepEqual(readRemark("é".repeat(5_000)).remarked, []);
  assert.equal(readRemark("é".repeat(5_001)).remarked[0]?.code, "text-too-long");
});
