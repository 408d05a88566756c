/** What the home of the research desk shows of its participants. */
export { readDeskHome, type DeskHome } from "./readFlow.ts";
