/** What other concepts may ask of the registry. */
export { insertFamily, type NewFamily, type NewMember } from "./newFamily.store.ts";
