/** What other concepts may ask of a programme's configuration. */
export { findProgramme, findVersion, listPlaces } from "./programme.store.ts";
