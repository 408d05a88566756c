import type { FillIn } from "../server/fillIn.ts";

/** One chosen value; anything else is none. */
export const chosen = (value: unknown): string => (typeof value === "string" ? value : "");

/** When this page was shown, as the form says; a moment that is none counts as now. */
export function shownAt(posted: Readonly<Record<string, unknown>>, { list }: FillIn): string {
  const said = chosen(posted["getoond"]);
  return /^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d:\d\d$/.test(said) && isMoment(said) ? said : list.shownAt;
}

function isMoment(said: string): boolean {
  try {
    Temporal.Instant.from(said);
    return true;
  } catch {
    return false;
  }
}

/** Items that another device answered meanwhile, as the address of the next page says. */
export const changedItems = (query: unknown): readonly string[] => chosen((query as { readonly ook?: unknown }).ook).split(",");

/** What was chosen on a page that could not be kept, to travel along with the page that says so. Nothing longer than an answer is. */
export const travelling = (posted: unknown): readonly (readonly [name: string, value: string])[] =>
  Object.entries((posted ?? {}) as Readonly<Record<string, unknown>>)
    .filter(([name]) => /^[a-z0-9-]{1,60}$/.test(name))
    .map(([name, value]) => [name, chosen(value)] as const)
    .filter(([, value]) => value !== "" && value.length <= 60)
    .slice(0, 60);
