/** What other concepts may ask of the directory. */
export { findOffer } from "./offer.store.ts";
export { findFamilyNow } from "./findFamilyNow.ts";
export { listContactsFor, type FixedContact } from "./contact.store.ts";
