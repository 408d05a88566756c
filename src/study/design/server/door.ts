/** What other parts of the study may ask of its design. */
export { pilotConsents } from "../pilotConsents.ts";
export { pilotStudies } from "../pilotStudies.ts";
export { decideArm } from "../rules/decideArm.ts";
export { mayPropose, type Proposable } from "../rules/mayPropose.ts";
export { openToday, planLists } from "../rules/planLists.ts";
