/** What other concepts may ask of the plan. */
export { findCaseLead } from "./caseLead.store.ts";
