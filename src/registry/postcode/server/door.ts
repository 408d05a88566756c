/** What other concepts may ask of the postcode table. */
export { findMunicipality } from "./postcode.store.ts";
