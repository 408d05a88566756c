import { z } from "zod";
import type { Typed } from "../../../platform/http/request.ts";
import { standings, whyCodes } from "../desk.ts";
import type { ListChoice } from "../server/readLists.ts";
import { listsAddress } from "./addresses.ts";

const query = z.object({
  stand: z.enum(standings).catch("due"),
  studie: z
    .string()
    .regex(/^[a-z0-9_]{1,40}$/)
    .nullable()
    .catch(null),
  meting: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,40}$/)
    .nullable()
    .catch(null),
  groep: z.enum(["intervention", "control"]).nullable().catch(null),
  organisatie: z.uuid().nullable().catch(null),
  waarom: z.enum(whyCodes).nullable().catch(null),
  volgorde: z.enum(["end", "end-last", "code", "site"]).nullable().catch(null),
  pagina: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** What the address asks for; what is not there or no choice counts as "all". */
export function choiceOf(typed: Typed): ListChoice {
  const { stand, studie, meting, groep, organisatie, waarom, volgorde, pagina } = query.parse(typed);
  return {
    standing: stand,
    study: studie,
    wave: meting,
    arm: groep,
    site: organisatie,
    why: waarom,
    order: volgorde ?? (stand === "missing" || stand === "stopped" || stand === "answered" ? "end-last" : "end"),
    page: pagina,
  };
}

export const valuesOf = ({ standing, study, wave, arm, site, why, order }: ListChoice): Readonly<Record<string, string>> => ({
  stand: standing,
  studie: study ?? "",
  meting: wave ?? "",
  groep: arm ?? "",
  organisatie: site ?? "",
  waarom: why ?? "",
  volgorde: order,
});

export function listsHref(choice: ListChoice, address: string = listsAddress): string {
  const asked = new URLSearchParams(Object.entries(valuesOf(choice)).filter(([, value]) => value !== ""));
  if (choice.page > 1) asked.set("pagina", String(choice.page));
  return `${address}?${asked.toString()}`;
}
