import assert from "node:assert/strict";
import { before, test } from "node:test";
import { ensurePoppler, readPdf, squeeze } from "../../../platform/pdf/testing/poppler.ts";
import { findWordNotForHome, linesOf } from "../../../trust/home/home.ts";
import type { PlanContent } from "../familyPlan.ts";
import type { PlanLetter, PlanLetterInput } from "./planLetter.ts";
import { planLetterTexts } from "./planLetter.texts.ts";
import { planLetterText } from "./planLetterText.ts";
import { printPlanLetter } from "./printPlanLetter.ts";

before(ensurePoppler);

const content: PlanContent = {
  questions: [{ id: "q", wording: "Wie helpt ons met de post?" }],
  goals: [{ id: "g", wording: "Overzicht over onze rekeningen", questionId: "q", evaluateOn: "2026-05-08" }],
  agreements: [
    {
      id: "b",
      wording: "Bellen met de bank",
      questionId: null,
      goalId: "g",
      evaluateOn: "2026-04-01",
      responsible: { kind: "family", personId: "s" },
      who: null,
    },
    {
      id: "a",
      wording: "Samen de post openen",
      questionId: null,
      goalId: "g",
      evaluateOn: "2026-03-27",
      responsible: { kind: "network", name: "Karin" },
      who: null,
    },
  ],
};
const input = (change: Partial<PlanLetterInput> = {}): PlanLetterInput => ({
  language: "nl",
  date: "2026-03-13",
  content,
  who: new Map([
    ["a", "Karin"],
    ["b", "Sanne"],
  ]),
  agreed: { number: 2, on: "2026-03-12" },
  contact: { name: "Nadia Knoop", organisation: "Gemeente Heerlen", telephone: "045 123 45 67" },
  factors: ["Weinig mensen om op terug te vallen"],
  ...change,
});
function written(change: Partial<PlanLetterInput> = {}): PlanLetter {
  const letter = planLetterText(input(change));
  assert.ok(!("code" in letter), JSON.stringify(letter));
  return letter;
}
const linesOfLetter = ({ title, opening, sections }: PlanLetter) => [title, ...opening, ...linesOf(sections)];

test("it says to the family what it wants, who does what by when, and whom to call", () => {
  assert.deepEqual(linesOfLetter(written()).slice(0, 16), [
    "Uw plan",
    "Hier staat wat u wilt bereiken, en wie u daarbij helpt. Het is uw plan: u kunt het altijd veranderen.",
    "Dit is versie 2. U zei op 12 maart 2026 dat u het ermee eens bent.",
    "Waar u steun bij wilt",
    "Wie helpt ons met de post?",
    "Wat u wilt bereiken",
    "Overzicht over onze rekeningen",
    "Wat wij samen hebben afgesproken",
    "Wat spreken we af?",
    "Wie doet dit?",
    "Wanneer?",
    "Samen de post openen",
    "Karin",
    "27 maart 2026",
    "Bellen met de bank",
    "Sanne",
  ]);
  assert.ok(linesOfLetter(written()).includes("Bel Nadia Knoop, Gemeente Heerlen: 045 123 45 67."));
});

test("what the family has not said yes to is a proposal, and says so", () => {
  assert.ok(
    linesOfLetter(written({ agreed: null }))
      .join(" ")
      .includes("Dit is een voorstel."),
  );
  assert.ok(
    linesOfLetter(written({ agreed: null, language: "en" }))
      .join(" ")
      .includes("This is a proposal."),
  );
});

test("none of its own words says what a home may not read", () => {
  for (const language of ["nl", "en"] as const) assert.equal(findWordNotForHome(linesOfLetter(written({ language })).join("\n")), null);
  assert.deepEqual(Object.keys(planLetterTexts), ["nl", "en"]);
});

for (const [sentence, wording, word] of [
  ["a factor in a goal keeps it from the paper", "Onze schulden aflossen", "schuld"],
  ["so does a category", "Niet meer kwetsbaar zijn", "kwetsba"],
  ["and a factor of the region's own list", "Weinig mensen om op terug te vallen", "weinig mensen om op terug te vallen"],
] as const)
  test(sentence, () => {
    const goals = [{ id: "g", wording, questionId: null, evaluateOn: "2026-05-08" }];
    const refused = planLetterText(input({ content: { ...content, goals }, factors: ["Weinig mensen om op terug te vallen"] }));
    assert.deepEqual("code" in refused && [refused.code, refused.facts["word"]], ["letter-says-too-much", word]);
  });

for (const [name, change] of [
  ["as the family agreed", {}],
  ["as a proposal, in English", { agreed: null, language: "en" }],
] as const)
  test(`printed, tagged and read back: ${name}`, async () => {
    const letter = written(change);
    const { info, xmp, structure, words } = readPdf(await printPlanLetter(letter));
    assert.equal(squeeze(words), squeeze(linesOfLetter(letter).join("\n")));
    assert.match(xmp, /<pdfuaid:part>1</);
    assert.match(info, /Tagged:\s+yes/);
    assert.equal(structure.match(/^ *H2 /gmu)?.length, letter.sections.length);
    assert.equal(structure.match(/^ *TH /gmu)?.length, 3);
  });
