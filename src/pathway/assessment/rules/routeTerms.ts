/** The terms of the routes, each once, with its source. A region may set its own. */
export const routeTerms = {
  /** Home visit asked for, days after the category was given [domain 3.3, configurable default]. */
  askHomeVisitDays: 7,
  /** Home visit held, days after it was asked for [domain 3.3]. */
  holdHomeVisitDays: 21,
  /** Home visit held before this week of the pregnancy, where the pregnancy allows [domain 3.3]. */
  holdHomeVisitBeforeWeek: 34,
  /** Category c: next sitting, days after the category was given [domain 3.3]. */
  conferenceDaysC: 21,
  /** Category d: next sitting, days after the category was given [domain 3.3]. */
  conferenceDaysD: 7,
  /** Category d: first referral, working days after the category was given; 0 is the same working day [domain 3.3]. */
  firstReferralWorkingDays: 0,
  /** Confirmation by both, days after the visit. No source gives a term: our own choice. */
  confirmDays: 7,
  /** Another case lead found on route 2, days after the category was given. No source gives a term: our own choice, as long as the visit. */
  caseLeadDays: 21,
  /** First weeks of the second and third trimester, for category a: at least one assessment in each [domain 3.3]. */
  trimesterStartsInWeek: [14, 28],
  /** Close of the maternity period, days after the birth [004: postpartum is day 0-10]. */
  maternityPeriodDays: 10,
  /** Length of a pregnancy in days, from the due date back. */
  pregnancyDays: 280,
} as const;
export type RouteTerms = {
  readonly [Key in keyof typeof routeTerms]: (typeof routeTerms)[Key] extends number ? number : readonly number[];
};
