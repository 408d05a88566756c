import type { Day } from "../../kit/day.ts";

/** The words of shared questions for help: figures, never a family. Source: [003 "mogelijkheid om collectief aanbod te creëren"; domain 5.4]. */

/** What one theme counts in one municipality: families, each once. Raw: it never leaves the job that counts. */
export interface RawCount {
  readonly theme: string;
  readonly municipality: string;
  readonly families: number;
}

/** A published figure. `null`: fewer than ten, or hidden so that no other can be had by subtraction: nobody is told which. */
export interface Figure {
  readonly theme: string;
  /** CBS code; null for the whole region. */
  readonly municipality: string | null;
  readonly families: number | null;
}

/** A quarter of a year, by its first day. Quarters do not overlap: no two published periods can be subtracted. */
export interface Quarter {
  readonly from: Day;
  readonly until: Day;
}
