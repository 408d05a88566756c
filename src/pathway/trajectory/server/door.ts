/** What other concepts may ask of the line. */
export { findLine } from "./line.store.ts";
export { closeWork, putWork, type NewWork, type WorkFor } from "./work.store.ts";
