/** What other concepts may ask of the line. */
export { bigTwo, type AtBirth, type BigTwo } from "../rules/bigTwo.ts";
export { childAge } from "../rules/childAge.ts";
export { maySendByItself } from "../rules/maySendByItself.ts";
export { periodOf, secondBirthday } from "../rules/period.ts";
export { gestationalDays, pregnancyWeek, weeksAndDays } from "../rules/pregnancyWeek.ts";
export { findLine } from "./line.store.ts";
export { closeWork, putWork, type NewWork, type WorkFor } from "./work.store.ts";
