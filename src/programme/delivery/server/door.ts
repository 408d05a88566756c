/** What others (the phone, the ledger, pillar 2, figures) may ask of visits. Each works in the transaction of whoever asks. */
export { minutesOfVisit } from "../rules/checkTimes.ts";
export { sumVisits } from "../rules/sumVisits.ts";
export { mayPlan } from "../rules/whoPlans.ts";
export { whyCodes } from "../rules/whyCodes.ts";
export { contentLists } from "./contents.ts";
export { endVisit, type EndingInput } from "./moveVisit.ts";
export { planVisits, replanVisit, type NewPlans, type Planned, type PlanLimits, type SeenVisit } from "./planVisit.ts";
export { correctVisit, recordVisit, type NewRecord, type RecordedInput } from "./recordVisit.ts";
export { findNow, findVisit, listAssistants, listVisitsOfAssistant, listVisitsOfLine } from "./visit.store.ts";
