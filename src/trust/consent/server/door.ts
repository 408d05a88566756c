/** What other concepts may ask of consent. */
export { findAnswer, recordConsent, type NewConsent } from "./consent.store.ts";
