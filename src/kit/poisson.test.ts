import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { atMost, limitsOfCount, limitsOfMean } from "./poisson.ts";

// Garwood (1936): the limits that stand in the tables of handbooks of epidemiology, here to four places by summing in fifty digits.
const garwood = [
  [0, 0, 3.6889],
  [1, 0.0253, 5.5716],
  [2, 0.2422, 7.2247],
  [3, 0.6187, 8.7673],
  [4, 1.0899, 10.2416],
  [5, 1.6235, 11.6683],
  [10, 4.7954, 18.3904],
  [15, 8.3954, 24.7402],
  [20, 12.2165, 30.8884],
  [30, 20.2409, 42.8269],
  [50, 37.111, 65.9188],
  [100, 81.364, 121.6268],
] as const;
for (const [count, lower, upper] of garwood)
  test(`who counts ${count} can have expected ${lower} to ${upper}`, () => {
    const limits = limitsOfMean(count);
    assert.ok(Math.abs(limits.lower - lower) < 1e-4 && Math.abs(limits.upper - upper) < 1e-4, JSON.stringify(limits));
  });

// Worked out by hand from the chances of a Poisson table.
const expected = [
  ["nobody is expected: one is more than expected", 0, 0, 0],
  ["one expected: none to three", 1, 0, 3],
  ["three expected: none to seven", 3, 0, 7],
  ["four expected: one to eight", 4, 1, 8],
  ["five expected: one to ten", 5, 1, 10],
  ["ten expected: four to seventeen", 10, 4, 17],
  ["a hundred expected: 81 to 120", 100, 81, 120],
] as const;
for (const [sentence, mean, lower, upper] of expected) test(sentence, () => assert.deepEqual(limitsOfCount(mean), { lower, upper }));

test("chances of a table", () => {
  assert.ok(Math.abs(atMost(0, 1) - 0.367879) < 1e-6);
  assert.ok(Math.abs(atMost(2, 2.5) - 0.543813) < 1e-6);
  assert.ok(Math.abs(atMost(12, 10) - 0.791556) < 1e-6);
  assert.ok(Math.abs(atMost(250_000, 250_000) - 0.500532) < 1e-5);
});

test("both ways of asking say the same: a number lies outside what is expected when the expectation lies outside its limits", () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), fc.double({ min: 0.1, max: 300, noNaN: true }), (count, mean) => {
      const range = limitsOfCount(mean);
      const { lower, upper } = limitsOfMean(count);
      const near = Math.min(Math.abs(mean - lower), Math.abs(mean - upper)) < 1e-9;
      assert.ok(near || count < range.lower === mean > upper, `below: ${count} of ${mean}`);
      assert.ok(near || count > range.upper === mean < lower, `above: ${count} of ${mean}`);
    }),
  ));
