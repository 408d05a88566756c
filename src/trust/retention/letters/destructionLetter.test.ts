import assert from "node:assert/strict";
import { before, test } from "node:test";
import { ensurePoppler, readPdf, squeeze } from "../../../platform/pdf/testing/poppler.ts";
import { findWordNotForHome, linesOf } from "../../home/home.ts";
import { keepReasons, recordKinds, type KeepReason, type RecordKind } from "../retention.ts";
import { destructionLetter, printDestructionLetter, type DestructionLetterInput } from "./destructionLetter.ts";

before(ensurePoppler);

const input = (change: Partial<DestructionLetterInput> = {}): DestructionLetterInput => ({
  language: "nl",
  date: "2027-03-12",
  askedOn: "2027-02-20",
  state: "granted",
  destroyed: ["medical_file", "social_support"],
  kept: { programme: "accounts" },
  contact: { name: "Anna Verzonnen", organisation: "Praktijk De Maas", telephone: "045 123 45 67" },
  ...change,
});
const linesOfLetter = (change: Partial<DestructionLetterInput> = {}) => {
  const letter = destructionLetter(input(change));
  return letter === null ? [] : [letter.title, ...letter.opening, ...linesOf(letter.sections)];
};

test("it says what goes, what stays and why, whose data stay, and where to turn", () => {
  const lines = linesOfLetter();
  assert.deepEqual(lines.slice(0, 3), [
    "Een deel van uw gegevens wordt gewist",
    "Op 20 februari 2027 vroeg u om uw gegevens in Wieg te wissen.",
    "Dat doen wij voor een deel. U bevestigt het nog één keer. Daarna kan niemand die gegevens terughalen.",
  ]);
  assert.ok(lines.includes("De rekeningen van de kraamzorg: rekeningen moeten van de belastingwet 7 jaar blijven."));
  assert.ok(lines.includes("Vragen? Bel Anna Verzonnen, Praktijk De Maas: 045 123 45 67."));
});

test("without a decision there is no letter", () => assert.deepEqual(linesOfLetter({ state: "asked" }), []));

test("none of its words, of any kind of record and reason, says what a home may not read", () => {
  for (const language of ["nl", "en"] as const)
    for (const state of ["granted", "refused", "carried_out"] as const)
      for (const why of keepReasons) {
        const kept = Object.fromEntries(recordKinds.map((kind) => [kind, why])) as Record<RecordKind, KeepReason>;
        const lines = linesOfLetter({ language, state, kept, destroyed: recordKinds });
        assert.equal(findWordNotForHome(lines.join("\n")), null, `${language} ${state} ${why}`);
      }
});

for (const change of [{}, { state: "carried_out" as const, language: "en" as const }])
  test(`printed, tagged and read back: ${JSON.stringify(change)}`, async () => {
    const letter = destructionLetter(input(change));
    assert.ok(letter);
    const { info, xmp, words } = readPdf(await printDestructionLetter(letter));
    assert.equal(squeeze(words), squeeze(linesOfLetter(change).join("\n")));
    assert.match(xmp, /<pdfuaid:part>1</);
    assert.match(info, /Tagged:\s+yes/);
  });
