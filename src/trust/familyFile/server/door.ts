/** What other concepts may ask of a family's own file. */
export { listFilesOf } from "./familyFile.store.ts";
