import { addDays, type Day } from "../../../../kit/day.ts";
import { addWorkingDays } from "../../../../kit/workingDays.ts";

/** Terms of a referral: own choice, to be confirmed by the region; domain 3.6 names that there is a term, not which. */
export const referralTerms = {
  /** Working days to answer, and with urgency (category d: help the same day). */
  answerWorkingDays: 5,
  urgentWorkingDays: 1,
  /** Days from acceptance until it starts, and from the start until who helps says how it goes. */
  startDays: 14,
  reportDays: 56,
  /** Days to look at what the other side did. */
  readDays: 3,
  /** Longest wait that can be promised. */
  longestWaitDays: 730,
  /** Days that a one-time link works. */
  linkDays: 7,
} as const;

export const answerBy = (today: Day, urgent: boolean): Day =>
  addWorkingDays(today, urgent ? referralTerms.urgentWorkingDays : referralTerms.answerWorkingDays);

/** A day that can be promised to who waits. */
export const isExpectedDay = (day: Day, today: Day): boolean => day > today && day <= addDays(today, referralTerms.longestWaitDays);
