import { z } from "zod";
import { isMonth } from "../rules/months.ts";
import type { Chosen } from "../server/readSteering.ts";

type Typed = Readonly<Record<string, unknown>>;

/** The code of a programme, as it stands in an address. */
export const programmeCode = /^[a-z0-9-]{1,60}$/;

/** The programme in an address or a form that is shown again; null where none is named, or what is named is no code. */
export function programmeOf(query: Typed): string | null {
  const typed = query["programma"];
  return typeof typed === "string" && programmeCode.test(typed) ? typed : null;
}

export function chosenOf(query: Typed): Chosen {
  const month = query["maand"];
  return { programmeCode: programmeOf(query), month: typeof month === "string" && isMonth(month) ? month : null };
}

export const versionField = z.coerce.number().int().positive();
