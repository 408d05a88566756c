import assert from "node:assert/strict";
import { test } from "node:test";
import { isSafeMoment } from "./isSafeMoment.ts";

const cases = [
  ["Tuesday at ten, when she said mornings", ["weekday-morning"], { weekday: 2, hour: 10 }, true],
  ["Tuesday at twelve is no morning any more", ["weekday-morning"], { weekday: 2, hour: 12 }, false],
  ["Saturday is no weekday", ["weekday-morning", "weekday-afternoon"], { weekday: 6, hour: 10 }, false],
  ["Sunday at noon, when she said weekend", ["weekend"], { weekday: 7, hour: 12 }, true],
  ["one of two moments is enough", ["weekday-morning", "weekday-evening"], { weekday: 4, hour: 18 }, true],
  ["nobody is called in the night", ["always"], { weekday: 3, hour: 23 }, false],
  ["any time is daytime", ["always"], { weekday: 3, hour: 8 }, true],
  ["no moment named is no safe moment", [], { weekday: 3, hour: 10 }, false],
] as const;
for (const [sentence, named, at, expected] of cases) test(sentence, () => assert.equal(isSafeMoment(named, at), expected));
