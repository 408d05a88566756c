import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { mostAndLeast, type Equation } from "../../disclosure/testing/attacker.ts";
import { figureCodes, figures, type FigureCode, type RawCell, type ToldBlock } from "../figures.ts";
import { publishYear } from "./publishYear.ts";

// Whoever lays all figures of a year side by side, of every page and export, and solves all equations that follow, learns no small number.
// Years hold other children, so that nothing follows from one year for another.

/** Divisions of the same children that are attacked together, each by its finest values: category tells route too, and the reasons tell uptake. */
const branches = {
  preterm: ["preterm", "term", "unknown"],
  birth_place: ["hospital", "birth_centre", "home", "elsewhere", "unknown"],
  category: ["a", "b", "c", "d", "unknown"],
  less_reason: ["full", "unknown", "less:co_payment", "less:own_help", "none:co_payment", "none:not_needed"],
} as const;
type Branch = keyof typeof branches;
const branchNames = Object.keys(branches) as Branch[];

/** The value that a finest value has in each figure of its branch. */
const valuesIn: Readonly<Record<Branch, Readonly<Partial<Record<FigureCode, (fine: string) => string>>>>> = {
  preterm: { preterm: (fine) => fine },
  birth_place: { birth_place: (fine) => fine },
  category: {
    category: (fine) => fine,
    route: (fine) => ({ a: "route_1", b: "route_2", c: "route_3", d: "route_3" })[fine] ?? "unknown",
  },
  less_reason: {
    uptake: (fine) => fine.split(":")[0] ?? "",
    less_reason: (fine) => fine.split(":")[1] ?? "no_less",
  },
};

/** Of each municipality, of each branch, how many children have each finest value; the branches have the same total. */
type Truth = readonly Readonly<Record<Branch, readonly number[]>>[];
const codeOf = (nr: number) => `GM000${nr}`;

function cellsOf(truth: Truth): readonly RawCell[] {
  return truth.flatMap((own, nr) => [
    { figure: "births", municipality: codeOf(nr), value: "all", children: own.preterm.reduce((sum, count) => sum + count, 0) },
    ...branchNames.flatMap((branch) =>
      Object.entries(valuesIn[branch]).flatMap(([figure, valueOf]) =>
        branches[branch].map((fine, at) => ({ figure, municipality: codeOf(nr), value: valueOf(fine), children: own[branch][at] ?? 0 })),
      ),
    ),
  ]);
}

const width = branchNames.reduce((sum, branch) => sum + branches[branch].length, 0);
const startOf = (branch: Branch) => branchNames.slice(0, branchNames.indexOf(branch)).reduce((sum, one) => sum + branches[one].length, 0);
const cellOf = (nr: number, branch: Branch, at: number) => nr * width + startOf(branch) + at;

/** The cells of a figure's values in a municipality; births are the children of any branch. */
function cellsWith(nr: number, figure: string, values: readonly string[]): readonly number[] {
  if (figure === "births") return branches.preterm.map((_, at) => cellOf(nr, "preterm", at));
  return branchNames.flatMap((branch) => {
    const valueOf = valuesIn[branch][figure as FigureCode];
    return valueOf ? branches[branch].flatMap((fine, at) => (values.includes(valueOf(fine)) ? [cellOf(nr, branch, at)] : [])) : [];
  });
}

function equationsOf(blocks: readonly ToldBlock[], places: number): readonly Equation[] {
  const attacked = new Set<string>(["births", ...branchNames.flatMap((branch) => Object.keys(valuesIn[branch]))]);
  const told = blocks
    .filter(({ figure }) => attacked.has(figure))
    .map(({ figure, codes, values, children }) => ({
      cells: codes.flatMap((code) => cellsWith(Number(code.slice(2)), figure, values)),
      sum: children,
    }));
  const sameTotals = Array.from({ length: places }, (_, nr) =>
    branchNames.slice(1).map((branch) => ({
      cells: branches[branch].map((_fine, at) => cellOf(nr, branch, at)),
      less: branches.preterm.map((_fine, at) => cellOf(nr, "preterm", at)),
      sum: 0,
    })),
  ).flat();
  return [...told, ...sameTotals];
}

/** A municipality: a total, and for each branch a division of it in which some values are rare. */
const place = fc.integer({ min: 4, max: 260 }).chain((total) =>
  fc.record(
    Object.fromEntries(
      branchNames.map((branch) => [
        branch,
        fc
          .array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 10, max: 60 })), {
            minLength: branches[branch].length,
            maxLength: branches[branch].length,
          })
          .map((weights) => divide(total, weights)),
      ]),
    ) as Record<Branch, fc.Arbitrary<readonly number[]>>,
  ),
);

function divide(total: number, weights: readonly number[]): readonly number[] {
  const all = weights.reduce((sum, one) => sum + one, 0);
  if (all === 0) return weights.map((_, at) => (at === 0 ? total : 0));
  const parts = weights.map((one) => Math.floor((one / all) * total));
  const left = total - parts.reduce((sum, one) => sum + one, 0);
  const largest = weights.indexOf(Math.max(...weights));
  return parts.map((one, at) => (at === largest ? one + left : one));
}

const places = fc.array(place, { minLength: 2, maxLength: 5 });
const codes = (truth: Truth) => truth.map((_, nr) => codeOf(nr));

test("of every count below ten, and of every zero, ten or more fits all that was told", () => {
  let told = 0;
  fc.assert(
    fc.property(places, (truth) => {
      const blocks = publishYear(2025, cellsOf(truth), codes(truth));
      told += blocks.length;
      const equations = equationsOf(blocks, truth.length);
      for (const [nr] of truth.entries())
        for (const figure of figureCodes)
          for (const value of figures[figure].values) {
            const cells = cellsWith(nr, figure, [value]);
            if (cells.length === 0 || countIn(truth, nr, cells) >= 10) continue;
            const { most } = mostAndLeast(equations, truth.length * width, cells);
            assert.ok(most >= 10, `${figure} ${value} in ${codeOf(nr)}: at most ${most}`);
          }
    }),
    { numRuns: 300 },
  );
  assert.ok(told > 500, "and a good deal is told");
});

const countIn = (truth: Truth, nr: number, cells: readonly number[]): number =>
  branchNames
    .flatMap((branch) => (truth[nr]?.[branch] ?? []).filter((_, at) => cells.includes(cellOf(nr, branch, at))))
    .reduce((sum, one) => sum + one, 0);

test("no number that is told is below ten, and what is told of a figure does not overlap", () =>
  fc.assert(
    fc.property(places, (truth) => {
      const blocks = publishYear(2025, cellsOf(truth), codes(truth));
      assert.ok(blocks.every(({ children }) => children >= 10));
      const once = blocks.flatMap(({ figure, codes: some, values }) =>
        some.flatMap((code) => values.map((value) => `${figure} ${code} ${value}`)),
      );
      assert.equal(new Set(once).size, once.length);
    }),
  ));

test("the attacker is a real one: small cells left out of a table with its margins are found out", () => {
  // Preterm and term of two municipalities; hidden: 3 and nothing else; told: the term children and the totals.
  const naive: readonly Equation[] = [
    { cells: [1], sum: 97 },
    { cells: [0, 1], sum: 100 },
    { cells: [2], sum: 12 },
  ];
  assert.deepEqual(mostAndLeast(naive, 4, 0), { least: 3, most: 3 });
});

test("and told that way, cell by cell from ten on with the births, the figures of one year give a small number away", () => {
  const truth: Truth = [
    { preterm: [3, 97, 0], birth_place: [60, 20, 20, 0, 0], category: [50, 30, 20, 0, 0], less_reason: [60, 20, 10, 10, 0, 0] },
    { preterm: [14, 86, 0], birth_place: [60, 20, 20, 0, 0], category: [40, 40, 12, 8, 0], less_reason: [60, 20, 10, 10, 0, 0] },
  ];
  const naive: readonly ToldBlock[] = cellsOf(truth)
    .filter(({ children }) => children >= 10)
    .map(({ figure, municipality, value, children }) => ({ year: 2025, figure, codes: [municipality], values: [value], children }));
  const preterm = (blocks: readonly ToldBlock[]) => mostAndLeast(equationsOf(blocks, 2), 2 * width, cellOf(0, "preterm", 0));
  assert.equal(preterm(naive).most, 3);
  assert.ok(preterm(publishYear(2025, cellsOf(truth), codes(truth))).most >= 10);
});

test("a figure that hides well by itself is broken by another one about the same children", () => {
  // Births by place tell the total, and the total tells the preterm children that were left out.
  const naive: readonly Equation[] = [
    { cells: [1], sum: 97 }, // term; preterm is left out, and so is the total
    { cells: [2], sum: 60 }, // born in the hospital
    { cells: [3], sum: 40 }, // born elsewhere
    { cells: [0, 1], less: [2, 3], sum: 0 },
  ];
  assert.deepEqual(mostAndLeast(naive, 4, 0), { least: 3, most: 3 });
});

test("route and category of other areas would tell a small municipality; here the fine one is told in areas of the coarse one", () => {
  // Route 3 of 1 and 2 together, of 3 by itself; category c and d of 1 and 3 together: the first is found by subtraction.
  const naive: readonly Equation[] = [
    { cells: [0, 1], sum: 18 },
    { cells: [2], sum: 20 },
    { cells: [0, 2], sum: 24 },
  ];
  assert.deepEqual(mostAndLeast(naive, 3, 0), { least: 4, most: 4 });
  const counts = [4, 14, 20].map((third, nr) => ({
    preterm: [20, 180, 20],
    birth_place: [100, 40, 40, 20, 20],
    category: [100, 120 - third - 20, third, 0, 100].map((one, at) => (nr === 2 && at === 3 ? 0 : one)),
    less_reason: [100, 60, 20, 20, 10, 10],
  }));
  const blocks = publishYear(2025, cellsOf(counts), codes(counts));
  const areas = (figure: string) => new Set(blocks.filter((one) => one.figure === figure).map((one) => one.codes.join()));
  for (const area of areas("category"))
    assert.ok(
      [...areas("route")].some((one) => area.split(",").some((code) => one.includes(code))),
      "no area of its own",
    );
});
