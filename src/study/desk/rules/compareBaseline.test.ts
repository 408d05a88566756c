import assert from "node:assert/strict";
import { test } from "node:test";
import type { BaselineRow } from "../desk.ts";
import { compareBaseline } from "./compareBaseline.ts";

/** Austin's measure, written out: enough for the rule that gathers what is compared. */
const difference = (one: readonly number[], other: readonly number[]) =>
  one.length === 0 || other.length === 0 ? null : one.length - other.length;
const row = (arm: "intervention" | "control", scores: BaselineRow["scores"], shares: BaselineRow["shares"] = {}): BaselineRow => ({
  arm,
  scores,
  shares,
});

test("of each measure who is known, who is missing, mean and spread, by arm", () => {
  const lines = compareBaseline(
    [
      row("intervention", { "brs-6": 3 }),
      row("intervention", { "brs-6": 5 }),
      row("intervention", { "brs-6": null }),
      row("control", { "brs-6": 2 }),
      row("control", {}),
    ],
    { scores: ["brs-6"], shares: [] },
    difference,
  );
  assert.deepEqual(lines, [
    {
      measure: "brs-6",
      kind: "score",
      arms: { intervention: { known: 2, missing: 1, mean: 4, sd: Math.SQRT2 }, control: { known: 1, missing: 1, mean: 2, sd: null } },
      difference: 1,
    },
  ]);
});

test("of a yes or no the share", () => {
  const [line] = compareBaseline(
    [row("intervention", {}, { late: true }), row("intervention", {}, { late: false }), row("control", {}, { late: null })],
    { scores: [], shares: ["late"] },
    difference,
  );
  assert.deepEqual(line?.arms, {
    intervention: { known: 2, missing: 0, mean: 0.5, sd: null },
    control: { known: 0, missing: 1, mean: null, sd: null },
  });
  assert.equal(line?.difference, null, "nobody known in an arm: no difference");
});
