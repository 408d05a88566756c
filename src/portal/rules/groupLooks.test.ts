import assert from "node:assert/strict";
import { test } from "node:test";
import { groupLooks } from "./groupLooks.ts";

const at = (moment: string) => new Date(`2026-11-${moment}:00Z`);
const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);
const cases: readonly (readonly [string, readonly (readonly [string, string])[], readonly string[]])[] = [
  ["nobody looked", [], []],
  [
    "one who looks five minutes long stands there once",
    [
      ["22T10:05", "Anne looked"],
      ["22T10:03", "Anne looked"],
      ["22T10:00", "Anne looked"],
    ],
    ["22T10:05 Anne looked 3"],
  ],
  [
    "who looked in between is not lost",
    [
      ["22T10:05", "Anne looked"],
      ["22T10:03", "Bo looked"],
      ["22T10:00", "Anne looked"],
    ],
    ["22T10:05 Anne looked 1", "22T10:03 Bo looked 1", "22T10:00 Anne looked 1"],
  ],
  [
    "the day after is a line of its own",
    [
      ["22T10:05", "Anne looked"],
      ["21T10:03", "Anne looked"],
    ],
    ["22T10:05 Anne looked 1", "21T10:03 Anne looked 1"],
  ],
];

for (const [sentence, looks, expected] of cases)
  test(sentence, () =>
    assert.deepEqual(
      groupLooks(
        looks.map(([moment, words]) => ({ at: at(moment), words })),
        dayOf,
      ).map((one) => `${one.at.toISOString().slice(8, 16)} ${one.words} ${one.times}`),
      expected,
    ),
  );
