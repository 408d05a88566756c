import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { ensurePoppler, readPdf, squeeze } from "../../platform/pdf/testing/poppler.ts";
import { findWordNotForHome, linesOf } from "../../trust/home/home.ts";
import { type Letter, type LetterFrame, type LetterRefusal, type NoReason, reasonsForPaper, type YesFacts } from "./letter.ts";
import { noLetter } from "./rules/noLetter.ts";
import { yesLetter } from "./rules/yesLetter.ts";
import { printLetter } from "./server/printLetter.ts";
import { aFrame } from "./testing/aFrame.ts";

const rate = { centsPerHour: 540, assumed: false };
const until = "2026-09-12";
const yesses: readonly (readonly [string, YesFacts])[] = [
  ["pillar 1, hours and rate known", { pillar: 1, hours: 49, year: 2025, rate }],
  ["pillar 1, half hours and an assumed rate", { pillar: 1, hours: 24.5, year: 2026, rate: { centsPerHour: 540, assumed: true } }],
  ["pillar 1, rate unknown", { pillar: 1, hours: 49, year: 2027, rate: null }],
  ["pillar 1, hours not indicated yet", { pillar: 1, hours: null, year: 2025, rate }],
  ["pillar 1, neither known", { pillar: 1, hours: null, year: 2027, rate: null }],
  ["pillar 1, a year without a co-payment", { pillar: 1, hours: 49, year: 2028, rate: { centsPerHour: 0, assumed: false } }],
  ["pillar 2, agreed", { pillar: 2, hours: 24, until }],
  ["pillar 2, before the birth", { pillar: 2, hours: null, until: null }],
];
const allReasons: readonly (readonly NoReason[])[] = everySubset(reasonsForPaper).filter((reasons) => reasons.length > 0);
const frames = [aFrame(), aFrame({ language: "en" })];
const letters: readonly Letter[] = frames.flatMap((frame) => [
  ...yesses.map(([, facts]) => written(yesLetter(frame, facts))),
  ...allReasons.flatMap((reasons) => ([1, 2] as const).map((pillar) => written(noLetter(frame, pillar, reasons)))),
]);

before(ensurePoppler);

test("no letter, over all combinations, holds a word that a home may not read", () => {
  assert.equal(letters.length, 2 * (8 + 2 * 63));
  for (const letter of letters) assert.equal(findWordNotForHome(linesOfLetter(letter).join("\n")), null);
});

test("nor the label of any factor of the start set", () => {
  const { factors } = JSON.parse(readFileSync(new URL("../../registry/data/factors.json", import.meta.url), "utf8")) as {
    factors: { label: string }[];
  };
  const labels = new RegExp(`(?<!\\p{L})(${factors.map(({ label }) => label).join("|")})`, "iu");
  for (const letter of letters) assert.doesNotMatch(linesOfLetter(letter).join("\n"), labels);
});

test("a no names exactly its reasons, what there is instead, and how to ask again within six weeks", () => {
  const letter = written(noLetter(aFrame(), 1, ["residence", "capacity"]));
  const [why, instead, disagree, question, complaint] = letter.sections.map((section) => linesOf([section]).join("\n"));
  assert.match(why ?? "", /Woonplaats\. .*Parkstad of Sittard-Geleen.*\nDe plaatsen zijn op\./s);
  assert.doesNotMatch(why ?? "", /Verzekeraar|Kraamzorg\.|Huisbezoek|Overleg/);
  assert.match(instead ?? "", /kraamzorg.*jeugdgezondheidszorg.*gemeente/s);
  assert.match(disagree ?? "", /binnen 6 weken, dus uiterlijk op 23 april 2026\. Bel 045 - 123 45 00/);
  assert.match(question ?? "", /Noor Janssen.*045 - 123 45 67/);
  assert.match(complaint ?? "", /klachtenfunctionaris.*045 - 123 45 01/);
});

test("that a visit or a consultation was not agreed is said without saying who said no", () => {
  const text = linesOfLetter(written(noLetter(aFrame(), 1, ["home_visit_consent", "triangle_consent"]))).join("\n");
  assert.doesNotMatch(text, /toestemming|geweigerd|u heeft nee|u wilde/i);
});

test("money is promised only where hours and rate are known", () => {
  const amounts = yesses.map(([name, facts]) => [
    name,
    linesOfLetter(written(yesLetter(aFrame(), facts)))
      .join("\n")
      .match(/€\s[\d.,]+\d/gu) ?? [],
  ]);
  assert.deepEqual(Object.fromEntries(amounts), {
    "pillar 1, hours and rate known": ["€\u00a05,40", "€\u00a0264,60", "€ 0,00"],
    "pillar 1, half hours and an assumed rate": ["€\u00a05,40", "€\u00a0132,30", "€ 0,00"],
    "pillar 1, rate unknown": [],
    "pillar 1, hours not indicated yet": ["€\u00a05,40"],
    "pillar 1, neither known": [],
    "pillar 1, a year without a co-payment": [],
    "pillar 2, agreed": [],
    "pillar 2, before the birth": [],
  });
});

test("an assumed rate is said to be one", () => {
  assert.match(linesOfLetter(written(yesLetter(aFrame(), yesses[1]?.[1] as YesFacts))).join("\n"), /aanname/);
});

const tooMuch = [
  [
    "a sender",
    { sender: { organisation: "Steunpunt kwetsbare gezinnen", returnAddress: "Postbus 1", window: "left" } },
    "sender.organisation",
    "kwetsba",
  ],
  ["a role", { contact: { ...aFrame().contact, role: "verslavingsarts" } }, "contact.role", "verslav"],
] as const satisfies readonly (readonly [string, Partial<LetterFrame>, string, string])[];
for (const [name, part, field, word] of tooMuch)
  test(`${name} whose name says too much: no letter`, () => {
    assert.deepEqual(noLetter(aFrame(part), 1, ["residence"]), { code: "letter-says-too-much", facts: { field, word } });
  });

for (const [at, [name, facts]] of yesses.entries())
  test(`printed, tagged and read back: yes, ${name}`, () => readsBack(written(yesLetter(frames[at % 2] ?? aFrame(), facts))));
for (const reasons of [...reasonsForPaper.map((reason) => [reason]), reasonsForPaper])
  test(`printed, tagged and read back: no, ${reasons.join(", ")}`, () => readsBack(written(noLetter(aFrame(), 1, reasons))));
test("printed, tagged and read back: no, in English, pillar 2", () =>
  readsBack(written(noLetter(aFrame({ language: "en" }), 2, ["capacity"]))));

for (const window of ["left", "right"] as const)
  test(`the address, and nothing else, stands in the window of a Dutch envelope (${window})`, async () => {
    const sender = { ...aFrame().sender, window };
    const addressee = { name: "Amira Yılmaz", lines: ["p/a De Vries", "Lindestraat 14", "6411 KL  Heerlen"] };
    const { boxes } = readPdf(await printLetter(written(noLetter(aFrame({ sender, addressee }), 1, ["residence"]))));
    const mm = (points: number) => (points / 72) * 25.4;
    // What any position of the paper in the envelope can show: 46 to 92 mm from the top, 100 mm wide from 20 mm off the side.
    const [from, to] = window === "left" ? [20, 120] : [100, 200];
    const inWindow = boxes.filter(
      ({ page, right, bottom }) => page === 1 && mm(bottom) > 46 && mm(bottom) < 93 && mm(right) > from && mm(right) < to,
    );
    const shown = inWindow.map(({ word }) => word);
    assert.equal(
      shown.join(" "),
      "Geboortezorg Limburg, Postbus 100, 6400 AC Heerlen Amira Yılmaz p/a De Vries Lindestraat 14 6411 KL Heerlen",
    );
  });

async function readsBack(letter: Letter): Promise<void> {
  const { info, structure, words, xmp } = readPdf(await printLetter(letter));
  assert.equal(squeeze(words), squeeze(linesOfLetter(letter).join("\n")));
  assert.match(info, /Pages:\s+[12]\n/);
  assert.ok(info.includes(letter.title) && info.includes("Geboortezorg Limburg"));
  assert.match(xmp, /<pdfuaid:part>1</);
  assert.ok(xmp.includes(letter.language));
  const tags = [...structure.matchAll(/^ *(H\d|L|Table|TH)\b/gmu)].map(([, tag]) => tag);
  assert.equal(tags.filter((tag) => tag === "H1").length, 1);
  assert.equal(tags.filter((tag) => tag === "H2").length, letter.sections.length);
  const blocks = letter.sections.flatMap((section) => section.blocks);
  assert.equal(tags.filter((tag) => tag === "L").length, blocks.filter((block) => block.kind === "list").length);
  assert.equal(tags.filter((tag) => tag === "Table").length, blocks.filter((block) => block.kind === "table").length);
}

function linesOfLetter(letter: Letter): string[] {
  const { sender, addressee, contact } = letter;
  const head = [
    sender.organisation,
    `${sender.organisation}, ${sender.returnAddress}`,
    addressee.name,
    ...addressee.lines,
    letter.dateInWords,
  ];
  const close = [letter.closing, contact.name, `${contact.role}, ${contact.organisation}`];
  return [...head, letter.title, letter.salutation, ...letter.opening, ...linesOf(letter.sections), ...close];
}

function written(outcome: Letter | LetterRefusal): Letter {
  assert.ok(!("code" in outcome), JSON.stringify(outcome));
  return outcome;
}

function everySubset<Item>(items: readonly Item[]): Item[][] {
  return items.reduce<Item[][]>((subsets, item) => [...subsets, ...subsets.map((subset) => [...subset, item])], [[]]);
}
