/** What others may ask of funding: who pays the hours of a visit, why, and how much. */
export { deriveHours, fundedHours } from "../rules/deriveHours.ts";
export { rateOn } from "../rules/rateOn.ts";
