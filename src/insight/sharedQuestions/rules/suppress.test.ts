import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { closedQuarters, quarterName } from "./quarters.ts";
import { smallestShown } from "../../disclosure/blocks.ts";
import { suppressTheme } from "./suppress.ts";

const figures = (families: readonly number[]) => {
  const municipalities = families.map((_, nr) => `GM000${nr}`);
  const counts = families.map((count, nr) => ({ theme: "money", municipality: municipalities[nr] ?? "", families: count }));
  const shown = suppressTheme("money", counts, municipalities);
  return { cells: shown.slice(0, -1).map(({ families: count }) => count), total: shown.at(-1)?.families ?? null };
};

const cases: readonly (readonly [
  sentence: string,
  families: readonly number[],
  cells: readonly (number | null)[],
  total: number | null,
])[] = [
  ["ten families may be told", [10, 30], [10, 30], 40],
  ["nine may not, nor the total that would give them away", [9, 30], [null, 30], null],
  ["none is a small number too", [0, 30], [null, 30], null],
  ["two small ones would be told together as nine", [4, 5, 30], [null, null, 30], null],
  ["three small ones hide each other, when together they could be anything", [4, 5, 2, 30], [null, null, null, 30], 41],
  ["not when together they are too few", [1, 2, 30], [null, null, 30], null],
  ["nor when together they are so many that each must be nearly nine", [9, 8, 30], [null, null, 30], null],
  ["many small municipalities have a region together", [3, 4, 2, 5, 1], [null, null, null, null, null], 15],
  ["a region of fewer than ten has no figure", [3, 4, 2], [null, null, null], null],
  ["a theme that nobody asked about has none", [0, 0, 0], [null, null, null], null],
];
for (const [sentence, families, cells, total] of cases) test(sentence, () => assert.deepEqual(figures(families), { cells, total }));

/** What someone who subtracts learns of each hidden count: the least and the most that it can be. */
function learned({ cells, total }: ReturnType<typeof figures>): readonly (readonly [least: number, most: number])[] {
  const most = smallestShown - 1;
  const hidden = cells.filter((cell) => cell === null).length;
  if (total === null) return Array.from({ length: hidden }, () => [0, most] as const);
  const left = total - cells.reduce<number>((sum, cell) => sum + (cell ?? 0), 0);
  return Array.from({ length: hidden }, () => [Math.max(0, left - most * (hidden - 1)), Math.min(most, left)] as const);
}

test("in no region does subtraction tell anything of a hidden count", () =>
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.nat(9), fc.nat(60)), { minLength: 1, maxLength: 16 }), (families) => {
      const shown = figures(families);
      for (const [least, most] of learned(shown)) assert.deepEqual([least, most], [0, smallestShown - 1]);
      for (const cell of [...shown.cells, shown.total]) assert.ok(cell === null || cell >= smallestShown);
    }),
  ));

test("only quarters that are over, and none overlaps another", () => {
  assert.deepEqual(closedQuarters("2026-11-22", 3), [
    { from: "2026-07-01", until: "2026-09-30" },
    { from: "2026-04-01", until: "2026-06-30" },
    { from: "2026-01-01", until: "2026-03-31" },
  ]);
  assert.deepEqual(closedQuarters("2027-01-01", 1), [{ from: "2026-10-01", until: "2026-12-31" }]);
  assert.equal(quarterName("2026-07-01"), "juli tot en met september 2026");
});
