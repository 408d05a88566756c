/** What is known of one child at birth; null: not recorded. */
export interface AtBirth {
  readonly gestationalDays: number | null;
  readonly weightGrams: number | null;
  readonly smallForAge: boolean | null;
}

/** The two indicators of the "Big 2" [domain 3.10]; null: unknown, never "no". */
export interface BigTwo {
  readonly preterm: boolean | null;
  readonly small: boolean | null;
}

/** 37+0: a child born earlier is preterm [Perined, WHO]. */
export const termFrom = 259; // days
/** A child of less has a low weight at birth [WHO]. */
export const lowWeightBelow = 2500; // grams

/** Preterm, and small for its age or of a low weight. */
export function bigTwo(child: AtBirth): BigTwo {
  const preterm = child.gestationalDays === null ? null : child.gestationalDays < termFrom;
  const low = child.weightGrams === null ? null : child.weightGrams < lowWeightBelow;
  if (low === true || child.smallForAge === true) return { preterm, small: true };
  return { preterm, small: low === null || child.smallForAge === null ? (low ?? child.smallForAge) : false };
}
