/**
 * Exact limits of a number that comes by chance (Poisson), by summing the chances themselves. Good from none to millions: the terms are summed
 * from the largest on until they no longer count.
 */
export interface Limits {
  readonly lower: number;
  readonly upper: number;
}

/** What is left out on each side of a two-sided 95%. */
const tail = 0.025;

/** How likely it is that at most `count` come when `mean` are expected. */
export function atMost(count: number, mean: number): number {
  if (count < 0) return 0;
  if (mean <= 0) return 1;
  return count < mean ? sumDown(count, mean) : 1 - sumUp(count + 1, mean);
}

/** The limits of the mean that `count` can come from: Garwood's exact 95% interval. */
export function limitsOfMean(count: number): Limits {
  return {
    lower: count === 0 ? 0 : whereTrue((mean) => 1 - atMost(count - 1, mean) >= tail, 0, count),
    upper: whereTrue((mean) => atMost(count, mean) <= tail, count, count + 10 + 6 * Math.sqrt(count + 1)),
  };
}

/** The numbers that may come when `mean` are expected: at most `left` (2.5%, so in 95 of 100 cases) lie below, and as much above. */
export function limitsOfCount(mean: number, left = tail): Limits {
  const beside = 1.96 * Math.sqrt(mean);
  return {
    lower: firstCount((count) => atMost(count, mean) > left, Math.round(mean - beside)),
    upper: firstCount((count) => 1 - atMost(count, mean) <= left, Math.round(mean + beside)),
  };
}

/** The chance of exactly `count`. */
const chanceOf = (count: number, mean: number): number => Math.exp(count * Math.log(mean) - mean - logFactorial(count));

function sumDown(count: number, mean: number): number {
  let sum = 0;
  for (let at = count, term = chanceOf(count, mean); at >= 0 && term > sum * 1e-17; term *= at / mean, at -= 1) sum += term;
  return sum;
}

function sumUp(count: number, mean: number): number {
  let sum = 0;
  for (let at = count, term = chanceOf(count, mean); term > sum * 1e-17 && term > 0; at += 1, term *= mean / at) sum += term;
  return sum;
}

/** Stirling's series, after multiplying small numbers up to where it is exact to the last digit. */
function logFactorial(count: number): number {
  let product = 1;
  let at = count;
  while (at < 20) product *= ++at;
  const rest = 1 / (12 * at) - 1 / (360 * at ** 3) + 1 / (1260 * at ** 5);
  return (at + 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + rest - Math.log(product);
}

/** The least value for which it is true, between one where it is not and one where it is. */
function whereTrue(isTrue: (value: number) => boolean, from: number, to: number): number {
  let [no, yes] = [from, to];
  for (let round = 0; round < 80; round += 1) {
    const middle = (no + yes) / 2;
    if (isTrue(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

/** The least whole number for which it is true; it is true for all that are larger. `near` only saves steps. */
function firstCount(isTrue: (count: number) => boolean, near: number): number {
  let at = Math.max(0, near);
  if (isTrue(at)) while (at > 0 && isTrue(at - 1)) at -= 1;
  else while (!isTrue(at)) at += 1;
  return at;
}
