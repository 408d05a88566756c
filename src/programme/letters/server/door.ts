/** What the programme may ask of its letters. */
export { letterFor } from "../rules/letterFor.ts";
export { noLetter } from "../rules/noLetter.ts";
export { yesLetter } from "../rules/yesLetter.ts";
export { printLetter } from "./printLetter.ts";
