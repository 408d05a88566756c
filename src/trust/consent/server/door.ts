/** What other concepts may ask of consent. */
export { findAnswer, findAnswerFor, listAnswers, recordConsent, type Answer, type AnswerFor, type NewConsent } from "./consent.store.ts";
export { findMotherPages, listMotherAsks, type MotherAsk } from "./consentAsk.store.ts";
export { allowedNow, type Allowed } from "../rules/allowedNow.ts";
export { giversFor } from "../rules/whoDecides.ts";
