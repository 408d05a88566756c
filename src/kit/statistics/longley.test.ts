import assert from "node:assert/strict";
import { test } from "node:test";
import { coefficientOf, leastSquares } from "./leastSquares.ts";

// NIST Statistical Reference Datasets, Longley (1967): employment, and six columns that nearly are sums of each other.
const rows = [
  [60323, 83, 234289, 2356, 1590, 107608, 1947],
  [61122, 88.5, 259426, 2325, 1456, 108632, 1948],
  [60171, 88.2, 258054, 3682, 1616, 109773, 1949],
  [61187, 89.5, 284599, 3351, 1650, 110929, 1950],
  [63221, 96.2, 328975, 2099, 3099, 112075, 1951],
  [63639, 98.1, 346999, 1932, 3594, 113270, 1952],
  [64989, 99, 365385, 1870, 3547, 115094, 1953],
  [63761, 100, 363112, 3578, 3350, 116219, 1954],
  [66019, 101.2, 397469, 2904, 3048, 117388, 1955],
  [67857, 104.6, 419180, 2822, 2857, 118734, 1956],
  [68169, 108.4, 442769, 2936, 2798, 120445, 1957],
  [66513, 110.8, 444546, 4681, 2637, 121950, 1958],
  [68655, 112.6, 482704, 3813, 2552, 123366, 1959],
  [69564, 114.2, 502601, 3931, 2514, 125368, 1960],
  [69331, 115.7, 518173, 4806, 2572, 127852, 1961],
  [70551, 116.9, 554894, 4007, 2827, 130081, 1962],
] as const;
const names = ["intercept", "deflator", "product", "unemployed", "army", "population", "year"];
// The values that NIST certifies, to fifteen digits: coefficient and standard error.
const certified = [
  ["intercept", -3482258.63459582, 890420.383607373],
  ["deflator", 15.0618722713733, 84.9149257747669],
  ["product", -0.035819179292591, 0.0334910077722432],
  ["unemployed", -2.02022980381683, 0.488399681651699],
  ["army", -1.03322686717359, 0.214274163161675],
  ["population", -0.0511041056535807, 0.22607320006937],
  ["year", 1829.15146461355, 455.478499142212],
] as const;

const columns = names.map((name, at) => ({ name, values: rows.map((row) => (at === 0 ? 1 : (row[at] ?? 0))) }));
const fit = leastSquares(
  rows.map(([employed]) => employed),
  columns,
);
for (const [name, value, error] of certified)
  test(`Longley: ${name} has the coefficient and standard error that NIST certifies`, () => {
    assert.ok(fit);
    const found = coefficientOf(fit, name);
    assert.ok(found);
    assert.ok(digits(found.value, value) > 13, `${found.value} for ${value}`);
    assert.ok(digits(found.standardError, error) > 11, `${found.standardError} for ${error}`);
  });

test("Longley: the spread of the residuals", () => {
  assert.ok(fit);
  assert.equal(fit.df, 9);
  assert.ok(digits(Math.sqrt(fit.residualSquares / fit.df), 304.854073561965) > 13);
});

test("a column that is the sum of two before it is dropped, and the others stay as without it", () => {
  const sum = { name: "sum", values: rows.map((row) => row[3] + row[4]) };
  const before = leastSquares([1, 5, 2, 8, 3, 9, 4, 7, 2, 6, 1, 8, 3, 5, 2, 9], columns.slice(0, 5));
  const after = leastSquares([1, 5, 2, 8, 3, 9, 4, 7, 2, 6, 1, 8, 3, 5, 2, 9], [...columns.slice(0, 5), sum]);
  assert.deepEqual(after?.dropped, ["sum"]);
  assert.deepEqual(after.coefficients, before?.coefficients);
});

test("a column that never differs says nothing beside the intercept", () => {
  const fitted = leastSquares(
    [1, 2, 4],
    [columns[0], { name: "same", values: [7, 7, 7] }].map((one) => one ?? { name: "", values: [] }),
  );
  assert.deepEqual(fitted?.dropped, ["same"]);
});

test("nobody gives no line", () => assert.equal(leastSquares([], columns), null));

/** How many digits are right: NIST's log relative error. */
const digits = (found: number, right: number): number => -Math.log10(Math.abs(found - right) / Math.abs(right) || 1e-16);
