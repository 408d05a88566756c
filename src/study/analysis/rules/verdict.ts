import type { ReleasedDifference } from "../studyResult.ts";

/** What a comparison at one wave comes down to, in a word that everybody can be told. */
export type Verdict =
  /** Nothing was computed. */
  | "too-few"
  | "none"
  /** A difference that chance does not easily explain, to the better or to the worse. */
  | "better"
  | "worse"
  /** The two ways of reckoning do not say the same. */
  | "ways-differ"
  /** Chance may well explain what is seen. It does not mean that there is no difference. */
  | "not-shown";

interface Compared {
  readonly ancova: ReleasedDifference;
  readonly differenceInDifferences: ReleasedDifference;
  readonly holm: { readonly holds: boolean } | null;
}

/** The first estimate decides, corrected for the number of tests where the plan says so; the second has to agree. */
export function verdictOf({ ancova, differenceInDifferences: other, holm }: Compared, better: "higher" | "lower", alpha: number): Verdict {
  if (ancova.outcome !== "estimate") return ancova.outcome;
  const holds = holm?.holds ?? ancova.p < alpha;
  const otherHolds = other.outcome === "estimate" && other.p < alpha && Math.sign(other.estimate) === Math.sign(ancova.estimate);
  if (holds !== otherHolds) return "ways-differ";
  if (!holds) return "not-shown";
  return ancova.estimate > 0 === (better === "higher") ? "better" : "worse";
}
