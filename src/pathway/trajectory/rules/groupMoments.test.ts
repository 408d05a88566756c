import assert from "node:assert/strict";
import { test } from "node:test";
import { groupMoments } from "./groupMoments.ts";

const grouped = (days: readonly string[], within: number) =>
  groupMoments(
    days.map((on) => ({ on })),
    within,
    "2026-11-22",
  ).map((group) => group.map(({ on }) => on.slice(5)));

test("moments of one week are one group, a later one stands alone", () =>
  assert.deepEqual(grouped(["2026-11-03", "2026-11-01", "2026-11-20"], 7), [["11-01", "11-03"], ["11-20"]]));

test("a long row of close moments is several groups: each is as long as was said", () =>
  assert.deepEqual(grouped(["2026-11-01", "2026-11-05", "2026-11-09", "2026-11-13"], 7), [
    ["11-01", "11-05"],
    ["11-09", "11-13"],
  ]));

test("what has been and what lies ahead stay apart", () =>
  assert.deepEqual(grouped(["2026-11-22", "2026-11-23"], 7), [["11-22"], ["11-23"]]));

test("nothing is no group", () => assert.deepEqual(grouped([], 7), []));
