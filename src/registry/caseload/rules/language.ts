import { fold } from "../../../kit/foldText.ts";
import type { CaseloadLists, Read } from "../caseload.ts";
import { saysNothing, tidy } from "./plainText.ts";

export type LanguageIndex = ReadonlyMap<string, string>;

export const indexLanguages = (languages: CaseloadLists["languages"]): LanguageIndex =>
  new Map(languages.flatMap(({ code, names }) => [code, ...names].map((name) => [fold(name), code] as const)));

/** The language the family speaks, as BCP 47 code; of two (`Pools/Duits`) the first, one that is not listed as written. */
export function readLanguage(index: LanguageIndex, text: string): Read<{ written: string | null; code: string | null }> {
  if (saysNothing(text)) return { value: { written: null, code: null }, remarked: [] };
  const written = tidy(text);
  const first = written.split(/\s*[/,;+(]\s*|\s+en\s+/i)[0] ?? written;
  const code = index.get(fold(written)) ?? index.get(fold(first)) ?? null;
  return { value: { written, code }, remarked: code === null ? [{ code: "language-unlisted" }] : [] };
}
