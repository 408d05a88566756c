import type { Day } from "../../../../kit/day.ts";

/** Months after which an offer that nobody checked is asked for: own choice, a directory is trusted for half a year at most [003]. */
export const checkAfterMonths = 6;

/** Was this offer never checked, or too long ago? */
export const needsCheck = (assuredOn: Day | null, today: Day): boolean =>
  assuredOn === null || Temporal.PlainDate.from(assuredOn).add({ months: checkAfterMonths }).toString() <= today;
