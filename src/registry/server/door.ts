/** What other concepts may ask of the registry. */
export { findFamilyOfLine } from "./family.store.ts";
export { insertFamily, type NewFamily, type NewMember } from "./newFamily.store.ts";
