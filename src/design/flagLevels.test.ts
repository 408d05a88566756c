import assert from "node:assert/strict";
import { test } from "node:test";
import { type Flag, flagLevels } from "./flagLevels.ts";

const cases: readonly Readonly<{ why: string; flags: readonly Flag[]; levels: readonly number[] }>[] = [
  { why: "no labels, no levels", flags: [], levels: [] },
  {
    why: "far apart they hang equally low",
    flags: [
      { x: 0, width: 50 },
      { x: 100, width: 50 },
    ],
    levels: [0, 0],
  },
  {
    why: "a label that would run into the next pole hangs higher",
    flags: [
      { x: 0, width: 120 },
      { x: 100, width: 50 },
    ],
    levels: [1, 0],
  },
  {
    why: "each hangs above all poles within its width",
    flags: [
      { x: 0, width: 300 },
      { x: 100, width: 150 },
      { x: 200, width: 10 },
    ],
    levels: [2, 1, 0],
  },
  {
    why: "two at the same place stand above each other",
    flags: [
      { x: 40, width: 30 },
      { x: 40, width: 30 },
    ],
    levels: [1, 0],
  },
  {
    why: "their order in the list does not matter",
    flags: [
      { x: 100, width: 50 },
      { x: 0, width: 120 },
    ],
    levels: [0, 1],
  },
];

for (const { why, flags, levels } of cases) test(why, () => assert.deepEqual(flagLevels(flags), levels));
