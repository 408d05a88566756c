/** What the other concepts of the studies may ask of the statistics. */
export { standardisedDifference } from "../rules/describe.ts";
