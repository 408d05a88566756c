/** What others (the phone, the ledger, pillar 2, figures) may ask of visits. Each works in the transaction of whoever asks. */
export { minutesOfVisit } from "../rules/checkTimes.ts";
export { planVisit, replanVisit, type NewPlan, type PlanLimits } from "./planVisit.ts";
export { correctVisit, recordVisit, type NewRecord, type RecordedInput } from "./recordVisit.ts";
export { findVisit, listVisitsOfAssistant, listVisitsOfLine } from "./visit.store.ts";
