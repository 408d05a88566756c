import type { Cents } from "../../../kit/money.ts";

/**
 * An amount in whole cents by parts, always adding up to the amount: each gets its whole cents, and the cents that are left go to the
 * largest remainders; where these are equal, to who comes first in the order of the agreement.
 */
export function shareOut(cents: Cents, parts: readonly number[]): readonly Cents[] {
  const whole = parts.reduce((sum, part) => sum + part, 0);
  const shares = parts.map((part) => Math.floor((cents * part) / whole));
  const remainders = parts.map((part, index) => ({ index, rest: (cents * part) % whole }));
  const left = cents - shares.reduce((sum, share) => sum + share, 0);
  for (const { index } of remainders.sort((one, other) => other.rest - one.rest || one.index - other.index).slice(0, left))
    shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}
