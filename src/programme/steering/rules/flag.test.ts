import assert from "node:assert/strict";
import { test } from "node:test";
import type { Flag } from "../steering.ts";
import { flagOf } from "./flag.ts";

const cases: readonly (readonly [sentence: string, actual: number, expected: number, lately: readonly [number, number], flag: Flag])[] = [
  ["ten expected and four came: chance explains it", 4, 10, [2, 3], "as_expected"],
  ["ten expected and three came: behind", 3, 10, [2, 3], "behind"],
  ["ten expected and seventeen came: chance explains it", 17, 10, [5, 3], "as_expected"],
  ["ten expected and eighteen came: ahead", 18, 10, [5, 3], "ahead"],
  ["well in all, but nobody in the last months while six were expected: stagnating", 18, 20, [0, 6], "stagnating"],
  ["ahead in all, and nobody comes any more: that is what to act on", 40, 20, [0, 6], "stagnating"],
  ["behind in all and nobody comes: behind says most", 3, 20, [0, 6], "behind"],
  ["nobody in the last months while three were expected: that can be chance", 6, 9, [0, 3], "as_expected"],
  ["a small municipality that expects one: nobody came, which can be chance", 0, 1, [0, 1], "as_expected"],
  ["a small municipality that expects one: four came", 4, 1, [1, 1], "ahead"],
  ["nothing was expected yet: nothing to say", 5, 0, [2, 0], "unknown"],
];
for (const [sentence, actual, expected, [came, awaited], flag] of cases)
  test(sentence, () => assert.equal(flagOf({ actual, expected, lately: { actual: came, expected: awaited } }), flag));
