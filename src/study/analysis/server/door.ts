/** What the other concepts of the studies may ask of the statistics. */
export { standardisedDifference } from "../rules/describe.ts";
/** May outcomes by arm be opened? Not before the plan is locked. */
export { planIsLocked } from "./analysis.store.ts";
