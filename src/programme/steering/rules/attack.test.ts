import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { mostAndLeast, type Equation } from "../../../insight/disclosure/testing/attacker.ts";
import type { PublishedBlock } from "../steering.ts";
import { addMonths } from "./months.ts";
import { blocksFor, publicFigures, type PublicFigures } from "./publish.ts";

// Whoever keeps every page that was ever published, and solves all equations that follow, learns no small number.

/** Places given: by municipality, by month. */
type History = readonly (readonly number[])[];
const first = "2026-01";
const codeOf = (nr: number) => `GM000${nr}`;

/** Publishes each month in order, as the use case does, and gives the pages as they are read. */
function publishAll(history: History): readonly PublicFigures[] {
  const codes = history.map((_, nr) => codeOf(nr));
  const told: PublishedBlock[] = [];
  const toldUntil = new Map<string, number>();
  return (history[0] ?? []).map((_, at) => {
    const month = addMonths(first, at);
    const pending = history.map((own, nr) => ({
      pillar: 1 as const,
      municipality: codeOf(nr),
      families: own.slice((toldUntil.get(codeOf(nr)) ?? -1) + 1, at + 1).reduce((sum, count) => sum + count, 0),
    }));
    for (const { codes: some, count, pillar } of blocksFor(pending, month)) {
      told.push({ pillar, codes: some, untilMonth: month, families: count });
      for (const code of some) toldUntil.set(code, at);
    }
    return publicFigures(told, codes, month);
  });
}

/** All that the pages say, as sums over municipality and month: of a municipality, and of all that was told by who knows what was counted. */
function equationsOf(pages: readonly PublicFigures[], history: History): readonly Equation[] {
  const months = history[0]?.length ?? 0;
  const cell = (nr: number, at: number) => nr * months + at;
  // The blocks themselves are more than the page tells (it sums them): the attacker gets them all.
  const equations: Equation[] = [];
  const counted = new Map<number, number>();
  for (const [at, page] of pages.entries()) {
    const before = at === 0 ? null : pages[at - 1];
    const rise = (nr: number, of: PublicFigures | null | undefined) =>
      of?.lines.find(({ code, pillar }) => code === codeOf(nr) && pillar === 1)?.families ?? 0;
    const own = history.flatMap((_, nr) => (rise(nr, page) > rise(nr, before) ? [nr] : []));
    const together = (page.sums[0]?.together ?? 0) - (before?.sums[0]?.together ?? 0);
    const pooled = together > 0 ? history.flatMap((_, nr) => (own.includes(nr) ? [] : [nr])) : [];
    const span = (nr: number) => Array.from({ length: at - (counted.get(nr) ?? -1) }, (_, ago) => cell(nr, at - ago));
    for (const nr of own) equations.push({ cells: span(nr), sum: rise(nr, page) - rise(nr, before) });
    if (pooled.length > 0) equations.push({ cells: pooled.flatMap(span), sum: together });
    for (const nr of [...own, ...pooled]) counted.set(nr, at);
  }
  return equations;
}

const histories = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 7 }))
  .chain(([places, months]) =>
    fc.array(fc.array(fc.oneof(fc.nat(3), fc.nat(14)), { minLength: months, maxLength: months }), { minLength: places, maxLength: places }),
  );

test("no count from one to nine can be narrowed to a range within one to nine", () =>
  fc.assert(
    fc.property(histories, (history) => {
      const equations = equationsOf(publishAll(history), history);
      history.flat().forEach((count, at) => {
        if (count < 1 || count > 9) return;
        const { least, most } = mostAndLeast(equations, history.flat().length, at);
        assert.ok(least < 1 || most > 9, `${count} lies between ${least} and ${most}`);
        assert.notEqual(least, most);
      });
    }),
    { numRuns: 300 },
  ));

test("nor the count of a municipality over several months, from any two pages", () =>
  fc.assert(
    fc.property(histories, (history) => {
      const pages = publishAll(history);
      for (const [nr] of history.entries())
        for (const page of pages)
          for (const earlier of pages) {
            const told = (of: PublicFigures) => of.lines.find(({ code, pillar }) => code === codeOf(nr) && pillar === 1)?.families ?? 0;
            const difference = Math.abs(told(page) - told(earlier));
            assert.ok(difference === 0 || difference >= 10);
          }
      for (const page of pages)
        for (const earlier of pages) {
          const difference = Math.abs((page.sums[0]?.all ?? 0) - (earlier.sums[0]?.all ?? 0));
          assert.ok(difference === 0 || difference >= 10);
        }
    }),
  ));

test("the attacker is a real one: small cells hidden month by month, with a total, are found out", () => {
  // Hidden: 3 in the first month, 4 in the second; told: 12, 30 and totals of both months and both places.
  const history: History = [
    [3, 30],
    [12, 4],
  ];
  const naive: readonly Equation[] = [
    { cells: [1], sum: 30 },
    { cells: [2], sum: 12 },
    { cells: [0, 1, 2, 3], sum: 49 },
    { cells: [0, 2], sum: 15 },
  ];
  assert.deepEqual(mostAndLeast(naive, 4, 0), { least: 3, most: 3 });
  assert.deepEqual(mostAndLeast(naive, 4, 3), { least: 4, most: 4 });
  assert.equal(history.flat().length, 4);
});

test("two months' pages subtracted do find a small number when the page hides it only once", () => {
  const naive: readonly Equation[] = [
    { cells: [0], sum: 12 },
    { cells: [0, 1], sum: 15 },
  ];
  assert.deepEqual(mostAndLeast(naive, 2, 1), { least: 3, most: 3 });
});
