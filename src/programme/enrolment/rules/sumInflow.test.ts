import assert from "node:assert/strict";
import { test } from "node:test";
import { sumInflow, type InflowLine } from "./sumInflow.ts";

const line = (month: string, municipality: string, pillar: 1 | 2, entry: "direct" | "flow_on", families: number): InflowLine => ({
  month,
  municipality,
  pillar,
  entry,
  families,
});
const lines = [
  line("2026-10", "Heerlen", 1, "direct", 3),
  line("2026-11", "Heerlen", 2, "flow_on", 1),
  line("2026-11", "Brunssum", 1, "direct", 2),
  line("2026-11", "Brunssum", 2, "direct", 4),
];

test("by municipality, in the order of the alphabet, each way of entering apart", () =>
  assert.deepEqual(sumInflow(lines, "municipality"), [
    { of: "Brunssum", pillar1: 2, pillar2Direct: 4, pillar2FlowOn: 0, cumulative: 6 },
    { of: "Heerlen", pillar1: 3, pillar2Direct: 0, pillar2FlowOn: 1, cumulative: 10 },
  ]));
test("by month, with what there is so far", () =>
  assert.deepEqual(
    sumInflow(lines, "month").map(({ of, cumulative }) => [of, cumulative]),
    [
      ["2026-10", 3],
      ["2026-11", 10],
    ],
  ));
test("no families, no lines", () => assert.deepEqual(sumInflow([], "month"), []));
