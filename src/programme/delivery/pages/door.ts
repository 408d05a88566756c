/** What pages of other concepts use of visits: the same form, the same words. */
export { AfterLossNote } from "./PlanPage.tsx";
export { planErrors } from "./planErrors.ts";
export { plannedInput, seriesOf } from "./plannedOf.ts";
export { planFields, timesOf } from "./visitFields.ts";
export { visitHref } from "./visitHref.ts";
export { VisitTimes } from "./VisitTimes.tsx";
