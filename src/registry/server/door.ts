/** What other concepts may ask of the registry. */
export { mayBeSame } from "../rules/samePerson.ts";
export { birthDateProblem, type BirthDateProblem } from "../rules/personBirthDate.ts";
export { readSearch } from "../rules/readSearch.ts";
export { findFamilyOfLine } from "./family.store.ts";
export { findKeptSearch, keepSearch, searchFamilies } from "./search.store.ts";
export { insertFamily, type NewFamily } from "./newFamily.store.ts";
export type { MemberFields } from "./changeFamily.store.ts";
