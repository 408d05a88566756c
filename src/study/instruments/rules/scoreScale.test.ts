import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Answers, Scale, Score } from "../instrument.ts";
import { suppliedInstruments } from "../suppliedInstruments.ts";
import { scoreScale } from "./scoreScale.ts";

const scaleOf = (form: string): Scale => {
  const found = suppliedInstruments.find(({ scale }) => scale.form === form);
  if (!found) throw new Error(`No instrument ${form}`);
  return found.scale;
};
/** Answers in the order of the items; a stroke is an item that was left open. */
const answers = (scale: Scale, typed: string): Answers =>
  Object.fromEntries(typed.split(" ").map((one, at) => [scale.items[at] ?? "", one === "-" ? null : Number(one)]));

const cases: readonly (readonly [why: string, form: string, typed: string, expected: Partial<Score>])[] = [
  ["all neutral is in the middle", "brs-6", "3 3 3 3 3 3", { outcome: "score", value: 3, band: "normaal", contradicts: false }],
  ["as resilient as can be: the reversed items are disagreed with", "brs-6", "5 1 5 1 5 1", { outcome: "score", value: 5, band: "hoog" }],
  ["as little as can be", "brs-6", "1 5 1 5 1 5", { outcome: "score", value: 1, band: "laag" }],
  [
    "agrees with everything: in the middle, and contradicts herself",
    "brs-6",
    "5 5 5 5 5 5",
    { outcome: "score", value: 3, contradicts: true },
  ],
  ["a mean between two bands is told with two decimals: 4.33 is high", "brs-6", "5 2 4 1 5 3", { outcome: "score", band: "hoog" }],
  ["one item open: no score", "brs-6", "5 - 5 1 5 1", { outcome: "no-score", missing: ["brs-2"] }],
  ["nothing answered: no score", "brs-6", "- - - - - -", { outcome: "no-score" }],
  ["an answer that the form does not have is not counted", "brs-6", "5 6 5 1 5 1", { outcome: "out-of-range", item: "brs-2" }],
  ["half an answer is none", "brs-6", "5 1.5 5 1 5 1", { outcome: "out-of-range", item: "brs-2" }],
  ["as much control as can be", "mastery-7x5", "5 5 5 5 5 1 1", { outcome: "score", value: 35, band: "voldoende regie" }],
  ["as little control as can be", "mastery-7x5", "1 1 1 1 1 5 5", { outcome: "score", value: 7, band: "te weinig regie" }],
  ["19 is too little", "mastery-7x5", "2 2 3 3 3 3 3", { outcome: "score", value: 19, band: "te weinig regie" }],
  ["20 is enough", "mastery-7x5", "3 2 3 3 3 3 3", { outcome: "score", value: 20, band: "voldoende regie" }],
  [
    "the original form goes to 28 and has no bands of the other",
    "mastery-7x4",
    "4 4 4 4 4 1 1",
    { outcome: "score", value: 28, band: null },
  ],
  ["five is no answer of the original form", "mastery-7x4", "5 4 4 4 4 1 1", { outcome: "out-of-range", item: "mastery-1" }],
  ["one question is its own score", "stress-4-weeks", "4", { outcome: "score", value: 4, band: null }],
  ["our own items may miss one", "care-own-items", "4 4 - 5", { outcome: "score", missing: ["own-confident"] }],
  ["and not two", "care-own-items", "4 - - 5", { outcome: "no-score" }],
];
for (const [why, form, typed, expected] of cases)
  test(`${form}: ${why}`, () => {
    const scale = scaleOf(form);
    const score = scoreScale(scale, answers(scale, typed));
    assert.deepEqual({ ...score, ...expected }, score);
  });

test("a score always lies between the least and the most that its form can give, and in a band where there are any", () => {
  for (const { scale } of suppliedInstruments) {
    const times = scale.method === "sum" ? scale.items.length : 1;
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: scale.least, max: scale.most }), { minLength: scale.items.length, maxLength: scale.items.length }),
        (given) => {
          const score = scoreScale(scale, Object.fromEntries(scale.items.map((item, at) => [item, given[at]])));
          assert.ok(score.outcome === "score" && score.value >= scale.least * times && score.value <= scale.most * times);
          assert.equal(score.band === null, scale.bands.length === 0);
        },
      ),
    );
  }
});

test("who answers the other way round on every item gets the mirrored score", () => {
  const scale = scaleOf("mastery-7x5");
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 7, maxLength: 7 }), (given) => {
      const of = (turn: (one: number) => number) =>
        scoreScale(scale, Object.fromEntries(scale.items.map((item, at) => [item, turn(given[at] ?? 1)])));
      const [one, other] = [of((answer) => answer), of((answer) => 6 - answer)];
      assert.ok(one.outcome === "score" && other.outcome === "score");
      assert.equal(one.value + other.value, 42);
    }),
  );
});
