import assert from "node:assert/strict";
import { before, test } from "node:test";
import { ensurePoppler, readPdf, squeeze } from "../../../platform/pdf/testing/poppler.ts";
import { findWordNotForHome, linesOf } from "../../home/home.ts";
import { aConsentForm } from "../testing/aConsentForm.ts";
import { shareableParts } from "../consent.ts";
import { type ConsentForm, type ConsentFormInput, formPurposes } from "./consentForm.ts";
import { consentFormText } from "./consentFormText.ts";
import { printConsentForm } from "./printConsentForm.ts";

before(ensurePoppler);

function written(input: ConsentFormInput): ConsentForm {
  const outcome = consentFormText(input);
  assert.ok(!("code" in outcome), JSON.stringify(outcome));
  return outcome;
}

function linesOfForm({ title, about, opening, sections, signing }: ConsentForm): string[] {
  return [title, about, ...opening, ...linesOf(sections), signing.heading, signing.text, ...signing.header, ...signing.rows.flat()];
}

test("no purpose and no part says what a home may not read", () => {
  const questions = formPurposes.map((purpose) => ({ purpose, recipients: ["JGZ Zuid-Limburg"], parts: shareableParts, until: null }));
  assert.equal(findWordNotForHome(linesOfForm(written(aConsentForm({ questions }))).join("\n")), null);
});

test("each question has its own yes and no, its recipients, parts and end", () => {
  const form = written(aConsentForm());
  const [, , , conference] = form.sections.map((section) => linesOf([section]));
  assert.deepEqual(conference, [
    "4. Uw vraag bespreken in een overleg",
    "Hulpverleners bespreken samen uw vraag. U mag erbij zijn, of zeggen hoe zij uw mening horen. Zij krijgen een korte tekst die u eerst goedkeurt. Alleen rond het overleg kunnen zij uw gegevens zien.",
    "Met wie? Knooppunt Heerlen.",
    "Wat mogen zij weten?",
    "naam, geboortedatum, adres en telefoonnummer",
    "het gezinsplan: doelen en afspraken",
    "Tot wanneer? Tot en met 30 juni 2026, of tot u uw toestemming intrekt.",
    "Ja, dat mag",
    "Nee",
  ]);
});

test("it says that no costs nothing, and how to withdraw", () => {
  const text = linesOfForm(written(aConsentForm())).join("\n");
  for (const said of [
    "Zegt u nee? Dan krijgt u gewoon zorg en hulp.",
    "altijd intrekken",
    "045 - 123 45 67",
    "Dan houdt u de hulp die u heeft.",
  ])
    assert.ok(text.includes(said), said);
});

test("the partner's form speaks of his data alone", () => {
  const form = written(aConsentForm({ about: { name: "Bilal Yılmaz", bornOn: "1990-02-03", is: "partner" } }));
  const text = linesOfForm(form).join("\n");
  assert.ok(text.includes("Bilal Yılmaz") && !text.includes("Amira"));
  assert.deepEqual(
    form.signing.rows.map(([name]) => name),
    ["Bilal Yılmaz", "Noor Janssen"],
  );
});

test("a conference whose name says too much, and a form without questions, are refused", () => {
  const questions = [{ purpose: "case_conference", recipients: ["MDO kwetsbare zwangeren"], parts: ["plan"], until: null }] as const;
  assert.deepEqual(consentFormText(aConsentForm({ questions })), {
    code: "form-says-too-much",
    facts: { field: "recipient", word: "kwetsba" },
  });
  assert.deepEqual(consentFormText(aConsentForm({ questions: [] })), { code: "form-without-questions", facts: {} });
});

const printed: readonly (readonly [string, Partial<ConsentFormInput>])[] = [
  ["a woman", {}],
  [
    "a girl of 15 with her parents and an interpreter",
    {
      about: { name: "Lena Peters", bornOn: "2010-09-01", is: "pregnant_woman" },
      parents: [{ name: "Ria Peters" }, { name: "Bas Peters" }],
      interpretedInto: "Tigrinya",
    },
  ],
  ["one question only", { questions: aConsentForm().questions.slice(0, 1) }],
];
for (const [name, part] of printed)
  test(`printed, tagged and read back: ${name}`, async () => {
    const form = written(aConsentForm(part));
    const { info, xmp, structure, words } = readPdf(await printConsentForm(form));
    assert.equal(squeeze(words), squeeze(linesOfForm(form).join("\n")));
    assert.match(xmp, /<pdfuaid:part>1</);
    assert.match(info, /Tagged:\s+yes/);
    assert.match(structure, /^ {2}H1 "Toestemming: wat mag, en met wie\?"/m);
    assert.equal(structure.match(/^ *H2 /gmu)?.length, form.sections.length + 1);
    assert.equal(structure.match(/^ *TH /gmu)?.length, 4);
  });
