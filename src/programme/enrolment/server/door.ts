/** What later concepts (indication, delivery, ledger, study) may ask of enrolment. */
export { listDecisions, listPlacesOfLine } from "./enrolment.store.ts";
export { findRequest } from "./request.store.ts";
export { fitsSettings, type WaitingFacts } from "../rules/fitsSettings.ts";
export { listWaitingGroups, listWaitingLines, type WaitingLine } from "./waiting.store.ts";
export { testInsurer } from "../rules/insurer.ts";
export { ceilingsJob } from "./fullTask.ts";
