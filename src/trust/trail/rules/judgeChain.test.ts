import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeSeal, type SealFacts, type Verdict } from "./judgeChain.ts";

const leaf = (letter: string) => letter.repeat(16);
const seal = (change: Partial<SealFacts>): SealFacts => ({
  id: 7,
  sealedEvents: 3,
  sealedLeaves: leaf("a") + leaf("b") + leaf("c"),
  foundLeaves: leaf("a") + leaf("b") + leaf("c"),
  previous: "p",
  before: "p",
  hash: "h",
  computed: "h",
  ...change,
});

const cases: readonly [string, SealFacts, Verdict][] = [
  ["a batch that nobody touched is whole", seal({}), { whole: true }],
  [
    "the second event was changed",
    seal({ foundLeaves: leaf("a") + leaf("x") + leaf("c"), computed: "x" }),
    { whole: false, seal: 7, what: "changed", index: 1 },
  ],
  [
    "the first event was removed",
    seal({ foundLeaves: leaf("b") + leaf("c"), computed: "x" }),
    { whole: false, seal: 7, what: "removed", index: 0 },
  ],
  [
    "the last event was removed",
    seal({ foundLeaves: leaf("a") + leaf("b"), computed: "x" }),
    { whole: false, seal: 7, what: "removed", index: 2 },
  ],
  [
    "an event was put between",
    seal({ foundLeaves: leaf("a") + leaf("x") + leaf("b") + leaf("c"), computed: "x" }),
    { whole: false, seal: 7, what: "added", index: 1 },
  ],
  ["the seal itself was rewritten", seal({ hash: "y" }), { whole: false, seal: 7, what: "seal", index: 0 }],
  ["the seal before was rewritten", seal({ before: "q" }), { whole: false, seal: 7, what: "seal", index: 0 }],
];

for (const [sentence, facts, expected] of cases) test(sentence, () => assert.deepEqual(judgeSeal(facts), expected));
