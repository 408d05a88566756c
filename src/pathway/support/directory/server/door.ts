/** What other concepts may ask of the directory. */
export { findOffer, listOpenOffers } from "./offer.store.ts";
export { findFittingOffers } from "./findFittingOffers.ts";
export { findFamilyNow } from "./findFamilyNow.ts";
