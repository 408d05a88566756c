/** What other parts of the study may ask of its design. */
export { pilotStudies } from "../pilotStudies.ts";
export { openToday, planLists } from "../rules/planLists.ts";
