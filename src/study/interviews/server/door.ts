/** What the answer of a study may ask of the interviews: themes by group, never words and never who. */
export { countThemes, type NamedTheme } from "./interviews.store.ts";
