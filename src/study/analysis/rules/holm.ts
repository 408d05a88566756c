/**
 * Holm's step-down (Scandinavian Journal of Statistics 1979): p values that may be held against 0.05 although several scales were asked. In the order
 * given; needs no assumption on how the scales hang together. A scale without an estimate (null) counts for nothing.
 */
export function holm(ps: readonly (number | null)[]): (number | null)[] {
  const given = ps.flatMap((p, at) => (p === null ? [] : [{ p, at }])).sort((one, other) => one.p - other.p);
  const adjusted: (number | null)[] = ps.map(() => null);
  let least = 0;
  for (const [rank, { p, at }] of given.entries()) {
    least = Math.max(least, Math.min(1, p * (given.length - rank)));
    adjusted[at] = least;
  }
  return adjusted;
}
