import { fold } from "../../../kit/foldText.ts";
import type { CaseloadLists, RecognisedMaternityCare } from "../caseload.ts";
import { saysNothing, tidy } from "./plainText.ts";

export type MaternityCareIndex = ReadonlyMap<string, string>;

export const indexMaternityCare = (organisations: CaseloadLists["maternityCare"]): MaternityCareIndex =>
  new Map(organisations.flatMap(({ name, spellings }) => [name, ...spellings].map((spelling) => [fold(spelling), name] as const)));

/** The organisation of maternity care; `nog niet aangemeld` is an answer, an empty cell is none. Another name is kept as written. */
export function readMaternityCare(index: MaternityCareIndex, text: string): RecognisedMaternityCare {
  const written = tidy(text);
  if (/^(?:(?:nog )?(?:niet|geen)(?: aangemeld| ingeschreven| kraamzorg)?|nee|wil geen kraamzorg)$/i.test(written))
    return { state: "not-registered", organisation: null, listed: false };
  if (saysNothing(text)) return { state: "unknown", organisation: null, listed: false };
  const listed = index.get(fold(written));
  return { state: "registered", organisation: listed ?? written, listed: listed !== undefined };
}
