import assert from "node:assert/strict";
import { test } from "node:test";
import type { AnalysisRow, Arm, Estimate, Estimated } from "../analysis.ts";
import { estimateAncova } from "./ancova.ts";
import { differenceOfArms } from "./describe.ts";
import { estimateDifferenceInDifferences } from "./differenceInDifferences.ts";
import { holm } from "./holm.ts";
import { minimumDetectableEffect } from "./minimumDetectableEffect.ts";
import { nonResponse } from "./nonResponse.ts";

const question = { scale: "brs-6", wave: "T1", covariates: ["age"] };
const person = (at: number, arm: Arm, [first, then]: readonly (number | null)[], age: number | null = 30 + at): AnalysisRow => ({
  participant: `W-${at}`,
  arm,
  site: "practice",
  covariates: { age },
  scores: { "brs-6": { T0: first ?? null, T1: then ?? null } },
});
const near = (one: number | null | undefined, other: number) =>
  assert.ok(Math.abs((one ?? Number.NaN) - other) < 1e-12, `${one} for ${other}`);
function estimate(found: Estimated): Estimate {
  if (found.outcome === "no-estimate") throw new Error(found.because);
  return found;
}

/** The changes are 1, 2, 3 with the programme and 0, 1, 2 without: worked out by hand. */
const six = [
  person(1, "intervention", [2, 3]),
  person(2, "intervention", [2, 4]),
  person(3, "intervention", [1, 4]),
  person(4, "control", [3, 3]),
  person(5, "control", [1, 2]),
  person(6, "control", [2, 4]),
];

test("the arms changed one point apart, with a standard error of the root of two thirds", () => {
  const found = estimate(estimateDifferenceInDifferences(six, { ...question, covariates: [] }));
  near(found.estimate, 1);
  near(found.standardError, Math.sqrt(2 / 3));
  assert.equal(found.df, 4);
  near(found.high - found.low, 2 * 2.7764451051977934 * Math.sqrt(2 / 3));
  assert.deepEqual(found.numbers, { in: { intervention: 3, control: 3 }, out: {} });
});

test("an ANCOVA by hand: the same line in both arms, one and a half apart", () => {
  const rows = [0, 1, 2, 3].flatMap((at) => [
    person(at, "intervention", [at, 0.5 * at + 1.5 + (at % 2 ? 0.1 : -0.1)]),
    person(10 + at, "control", [at, 0.5 * at + (at % 2 ? 0.1 : -0.1)]),
  ]);
  const found = estimate(estimateAncova(rows, { ...question, covariates: [] }));
  near(found.estimate, 1.5);
  assert.equal(found.df, 5);
});

test("who has no score at the wave, none at T0 or no age is out, each counted once", () => {
  const rows = [
    ...six,
    person(7, "control", [null, null]),
    person(8, "control", [null, 3]),
    person(9, "intervention", [2, null]),
    person(10, "intervention", [2, 3], null),
  ];
  assert.deepEqual(estimateAncova(rows, question).numbers, {
    in: { intervention: 3, control: 3 },
    out: { "no-score-at-wave": 2, "no-score-at-T0": 1, "no-covariate": 1 },
  });
});

const none: readonly (readonly [string, readonly AnalysisRow[], string])[] = [
  ["nobody at all", [], "arm-empty"],
  ["nobody in the control arm", six.slice(0, 3), "arm-empty"],
  ["one in each arm", [six[0], six[3]].flatMap((row) => row ?? []), "too-few"],
  ["everybody answers the same at both waves", six.map((row) => ({ ...row, scores: { "brs-6": { T0: 3, T1: 3 } } })), "no-variation"],
];
for (const [sentence, rows, because] of none)
  test(`${sentence}: no estimate, and it is said why`, () => {
    for (const found of [estimateAncova(rows, question), estimateDifferenceInDifferences(rows, { ...question, covariates: [] })]) {
      assert.equal(found.outcome === "no-estimate" && found.because, because);
    }
  });

test("everybody had the same score at T0: it says nothing and is left out, by name", () => {
  const rows = six.map((row, at) => ({ ...row, scores: { "brs-6": { T0: 3, T1: [3, 4, 5, 2, 2, 4][at] ?? null } } }));
  assert.deepEqual(estimate(estimateAncova(rows, { ...question, covariates: [] })).dropped, ["T0"]);
});

const corrected: readonly (readonly [string, (number | null)[], (number | null)[]])[] = [
  ["each is held against what is left", [0.01, 0.04, 0.03], [0.03, 0.06, 0.06]],
  ["never above one", [0.6, 0.7, 0.8], [1, 1, 1]],
  ["a scale without an estimate doesn't count", [0.02, null, 0.03], [0.04, null, 0.04]],
];
for (const [sentence, ps, right] of corrected)
  test(`Holm: ${sentence}`, () =>
    assert.deepEqual(
      holm(ps).map((p) => p && Math.round(p * 1e9) / 1e9),
      right,
    ));

test("at T0 the arms lie a quarter of a standard deviation apart", () => {
  const rows = [1, 2, 3].flatMap((score) => [person(score, "intervention", [score, null]), person(score, "control", [score - 0.25, null])]);
  near(differenceOfArms(rows, { scale: "brs-6", wave: "T0" }), 0.25);
  assert.equal(differenceOfArms([], { covariate: "age" }), null);
});

test("with 150 in each arm 0.32 standard deviations are seen, with 100 0.40 (Cohen's tables)", () => {
  const design = { correlation: 0, by: "t-test" } as const;
  assert.equal(minimumDetectableEffect({ ...design, intervention: 150, control: 150 }).toFixed(3), "0.325");
  assert.equal(minimumDetectableEffect({ ...design, intervention: 100, control: 100 }).toFixed(3), "0.398");
});

test("who left had scored a point higher at T0", () => {
  const rows = [1, 2, 3].flatMap((score) => [person(score, "intervention", [score, score]), person(9, "control", [score + 1, null])]);
  const found = nonResponse(rows, { scale: "brs-6", wave: "T1", beside: [{ scale: "brs-6", wave: "T0" }] });
  assert.deepEqual(found.left, { intervention: 0, control: 3 });
  near(found.differences[0]?.all, 1);
  assert.equal(found.differences[0]?.byArm.control, null);
});
