import assert from "node:assert/strict";
import { test } from "node:test";
import { type AtBirth, bigTwo } from "./bigTwo.ts";

const unknown: AtBirth = { gestationalDays: null, weightGrams: null, smallForAge: null };
const cases: readonly (readonly [string, Partial<AtBirth>, boolean | null, boolean | null])[] = [
  ["at 37+0 a child is not preterm", { gestationalDays: 259 }, false, null],
  ["at 36+6 it is", { gestationalDays: 258 }, true, null],
  ["2500 grams is not low", { weightGrams: 2500 }, null, false],
  ["2499 grams is", { weightGrams: 2499 }, null, true],
  ["2800 grams can be small for its age all the same", { gestationalDays: 287, weightGrams: 2800, smallForAge: true }, false, true],
  ["a low weight counts, also when fit for its age", { gestationalDays: 238, weightGrams: 2100, smallForAge: false }, true, true],
  ["both are no", { gestationalDays: 280, weightGrams: 3400, smallForAge: false }, false, false],
  ["the judgement by the growth table alone tells enough", { smallForAge: false }, null, false],
  ["what was not recorded is unknown, never no", {}, null, null],
];

for (const [sentence, known, preterm, small] of cases)
  test(sentence, () => assert.deepEqual(bigTwo({ ...unknown, ...known }), { preterm, small }));
