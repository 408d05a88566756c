import { addDays, type Day } from "../../../kit/day.ts";

/** Days, where nobody named one: proposals that the form shows and that anyone may change. */
export const planTerms = {
  /** An agreement that a visit left without a day. */
  agreementDays: 14,
  /** A goal: about two months, so that the family sees whether it helps. */
  goalDays: 56,
  /** The family is told of a change, and asked whether it agrees. */
  discussDays: 14,
  /** What someone reports on an agreement is looked at with the family. */
  reportedDays: 7,
  /** A case that scales up is discussed, as on category c [domain 3.3]. */
  sittingDays: 21,
} as const;

/** The day that was agreed, where it still lies ahead; else the usual one. */
export const dayFor = (named: Day | null, today: Day, usualDays: number): Day =>
  named !== null && named >= today ? named : addDays(today, usualDays);
