import type { Flag } from "../steering.ts";
import { limitsOfCount } from "../../../kit/poisson.ts";

/** What the rule looks at, of one municipality or all, and one pillar. */
export interface Course {
  /** From the first month with an expectation up to and with the chosen one. */
  readonly actual: number;
  readonly expected: number;
  /** The same of the last months (`stagnationMonths` of the programme). */
  readonly lately: { readonly actual: number; readonly expected: number };
}

/**
 * The rule that stands on the page [001 ch. 6: achterblijft, stagneert, hoger dan verwacht]:
 * behind when fewer came in all than chance explains; ahead when more; stagnating when in all it is well, but in the last months fewer came than
 * chance explains. Chance explains what lies within the exact 95% limits of Poisson.
 */
export function flagOf({ actual, expected, lately }: Course): Flag {
  if (expected <= 0) return "unknown";
  const inAll = limitsOfCount(expected);
  if (actual < inAll.lower) return "behind";
  if (lately.expected > 0 && lately.actual < limitsOfCount(lately.expected).lower) return "stagnating";
  return actual > inAll.upper ? "ahead" : "as_expected";
}
