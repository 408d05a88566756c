/** What other parts of the study may ask of its lists and answers. */
export { listAnswers, listAsks } from "./ask.store.ts";
export { readFormCode, sayFormCode } from "../rules/formCode.ts";
