import betainc from "@stdlib/math-base-special-betainc";
import gammaln from "@stdlib/math-base-special-gammaln";
import normalCdf from "@stdlib/stats-base-dists-normal-cdf";
import quantile from "@stdlib/stats-base-dists-t-quantile";

/** The t beside which half of `outside` lies on each side: 1.96 for many degrees of freedom and 0.05. */
export const limitOfT = (df: number, outside = 0.05): number => quantile(1 - outside / 2, df);

/** How likely a t at least this far from nought is when nothing differs, on both sides (Abramowitz & Stegun 26.7.1). */
export const twoSidedP = (t: number, df: number): number => betainc(df / (df + t * t), df / 2, 0.5);

/**
 * How likely it is that a t with non-centrality `shift` is at most `t`: Lenth's series (Applied Statistics 1989, algorithm AS 243). For t and shifts
 * of ordinary size (to about 30), which is what a power calculation needs.
 */
export function nonCentralT(t: number, df: number, shift: number): number {
  if (t < 0) return 1 - nonCentralT(-t, df, -shift);
  const x = (t * t) / (t * t + df);
  const half = (shift * shift) / 2;
  let even = Math.exp(-half);
  let odd = (shift / Math.SQRT2) * Math.exp(-half - gammaln(1.5));
  let left = 1 - even;
  let sum = 0;
  for (let at = 0; at < 2000; at += 1) {
    sum += even * betainc(x, at + 0.5, df / 2) + odd * betainc(x, at + 1, df / 2);
    if (left < 1e-15 && at > half) break;
    even *= half / (at + 1);
    odd *= half / (at + 1.5);
    left -= even;
  }
  return normalCdf(-shift, 0, 1) + sum / 2;
}

/** Hedges' J: takes away the upward bias of a standardised difference of few people, exactly by the gamma function (Hedges 1981). */
export const smallSampleFactor = (df: number): number => Math.exp(gammaln(df / 2) - Math.log(df / 2) / 2 - gammaln((df - 1) / 2));
