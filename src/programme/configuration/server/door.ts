/** What other concepts may ask of a programme's configuration. */
export { programmeFor, type ProgrammeChoice } from "../rules/programmeFor.ts";
export {
  chooseProgramme,
  findProgrammeFor,
  findVersion,
  getProgramme,
  listPlaces,
  listProgrammes,
  programmesForLine,
} from "./programme.store.ts";
