/** Days in which the lead talks with the family about what the conference decided: as with any change of the plan. */
export const outcomeTerms = {
  /** A day for an agreement where nobody named one. */
  agreementDays: 14,
  discussDays: 14,
} as const;
