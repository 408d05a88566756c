import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { findWordNotForHome } from "./home.ts";

const { factors } = JSON.parse(readFileSync(new URL("../../registry/data/factors.json", import.meta.url), "utf8")) as {
  factors: { label: string }[];
};

test("no label of the start set of factors passes", () => {
  assert.ok(factors.length > 20);
  for (const { label } of factors) assert.notEqual(findWordNotForHome(`Hier staat: ${label.toUpperCase()}.`), null, label);
});

const cases = [
  ["an organisation that says it in its name", "MDO zwangeren in een kwetsbare situatie", "kwetsba"],
  ["the category", "U valt in categorie c", "categorie"],
  ["the word inside another word", "uw kwetsbaarheid", "kwetsba"],
  ["English", "You are in a vulnerable position", "vulnerab"],
  ["a code list's own label, when it is given along", "Geen vaste oppas", "geen vaste oppas"],
  ["'gesproken' is not 'roken'", "Wij hebben met u gesproken over uw woonplaats", null],
  ["'onschuldig' is not 'schuld'", "een onschuldig woord", null],
  ["what a letter may say", "Woonplaats, verzekeraar, de plaatsen zijn op", null],
] as const;

for (const [sentence, text, expected] of cases)
  test(sentence, () => assert.equal(findWordNotForHome(text, ["Geen vaste oppas"]), expected));

test("a region's own word is found where a word begins: there is no smoking in what was agreed", () => {
  assert.equal(findWordNotForHome("Wat wij hebben afgesproken", ["Roken"]), null);
  assert.equal(findWordNotForHome("Stoppen met roken", ["Roken"]), "roken");
});
