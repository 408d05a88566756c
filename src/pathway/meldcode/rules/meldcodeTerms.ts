/** The Meldcode gives no terms but one: acute danger is acted on at once. These are reminders of one's own. */
export const meldcodeTerms = {
  /** Days until the reminder of a next step, when the author sets no day. Our own choice. */
  nextStepDays: 7,
  /** Working days within which the officer answers a question. Our own choice. */
  officerAnswersWithinWorkingDays: 1,
} as const;
