import assert from "node:assert/strict";
import { test } from "node:test";
import { pinProblem } from "./pinStrength.ts";

for (const [pin, good, why] of [
  ["12345", false, "too short"],
  ["000000", false, "one digit"],
  ["121212", false, "two digits"],
  ["123456", false, "counting up"],
  ["987654", false, "counting down"],
  ["890123", false, "counting on past nine"],
  ["482482", false, "twice the same"],
  ["481920", true, "a pin"],
  ["7301946258", true, "a long pin"],
] as const)
  test(`${pin}: ${why}`, () => assert.equal(pinProblem(pin) === null, good));
