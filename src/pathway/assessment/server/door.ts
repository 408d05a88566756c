/** What other concepts may ask of the assessment. */
export { routeTerms } from "../rules/routeTerms.ts";
export { openConfirmation, type Proposed } from "./openConfirmation.ts";
export { findCategory } from "./readRoute.ts";
export { stepDeclined, stepDone, stepReopened } from "./settleStep.ts";
