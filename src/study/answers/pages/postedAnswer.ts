import type { FillIn } from "../server/fillIn.ts";

/** One chosen value; anything else is none. */
export const chosen = (value: unknown): string => (typeof value === "string" ? value : "");

/** When this page was shown, as the form says; a moment that is none counts as now. */
export function shownAt(posted: Readonly<Record<string, unknown>>, { list }: FillIn): string {
  const said = chosen(posted["getoond"]);
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d:\d\d$/.test(said) ? said : list.shownAt;
}
