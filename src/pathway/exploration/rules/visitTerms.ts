import { addDays, daysBetween, type Day } from "../../../kit/day.ts";
import { addWorkingDays } from "../../../kit/workingDays.ts";
import type { VisitKind } from "../homeVisit.ts";

/** Terms of the visit that the route does not set. No source gives them: our own choice, to be set by a region. */
export const visitTerms = {
  /** An answer to the request, days after it. */
  answerDays: 7,
  /** The same when it is urgent, in working days. */
  urgentAnswerWorkingDays: 1,
  /** The report, days after the visit. */
  reportDays: 3,
  /** What was answered is read by who asked, days after it. */
  readDays: 7,
} as const;

/** The route's own terms [domain 3.3], passed in by who knows them. */
export interface RouteVisitTerms {
  readonly holdHomeVisitDays: number;
  readonly holdHomeVisitBeforeWeek: number;
  readonly pregnancyDays: number;
}

export const answerBy = (requestedOn: Day, urgent: boolean): Day =>
  urgent ? addWorkingDays(requestedOn, visitTerms.urgentAnswerWorkingDays) : addDays(requestedOn, visitTerms.answerDays);

/** Last day for the visit: within the route's days, and before week 34 unless that week is already here [domain 3.3]. */
export function visitBefore(facts: { kind: VisitKind; requestedOn: Day; dueDate: Day | null }, terms: RouteVisitTerms): Day {
  const byRequest = addDays(facts.requestedOn, terms.holdHomeVisitDays);
  if (facts.kind === "postnatal" || facts.dueDate === null) return byRequest;
  const byPregnancy = addDays(facts.dueDate, terms.holdHomeVisitBeforeWeek * 7 - terms.pregnancyDays - 1);
  return byPregnancy > facts.requestedOn && byPregnancy < byRequest ? byPregnancy : byRequest;
}

/** How far along, in four weeks at a time: enough to plan a visit, too little to know who it is. */
export function weekBand(line: { dueDate: Day | null; bornOn: Day | null }, today: Day, pregnancyDays: number): number | null {
  const weeks =
    line.bornOn !== null
      ? Math.trunc(daysBetween(line.bornOn, today) / 7)
      : line.dueDate !== null
        ? Math.trunc((pregnancyDays - daysBetween(today, line.dueDate)) / 7)
        : null;
  return weeks === null || weeks < 0 ? null : weeks - (weeks % 4);
}

/** Period of the line at the request; the maternity period is day 1 to 10 [004]. */
export const periodAt = (bornOn: Day | null, today: Day): "pregnancy" | "postpartum" | "infancy" =>
  bornOn === null || bornOn > today ? "pregnancy" : daysBetween(bornOn, today) <= 10 ? "postpartum" : "infancy";
