/** What the other concepts of the studies may ask of their questionnaires. */
export { listInstruments } from "./readInstruments.ts";
export { scoreScale } from "../rules/scoreScale.ts";
export { suppliedInstruments } from "../suppliedInstruments.ts";
export { contradicting } from "../rules/contradicting.ts";
