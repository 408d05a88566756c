import type { Values } from "../../../../design/Errors.ts";
import type { Typed } from "../../../../platform/http/request.ts";
import { categories } from "../../../assessment/assessment.ts";
import { offerPeriods, topics, type FamilyNow } from "../directory.ts";
import type { DirectoryList, Question } from "../server/readDirectory.ts";

const word = (value: Typed[string] | undefined): string => (typeof value === "string" ? value.trim() : "");
const oneOf = <Value extends string>(values: readonly Value[], typed: string): Value | null => values.find((one) => one === typed) ?? null;

/** What an address asks of the directory; what it does not know counts as not asked. */
export function readQuestion(query: Typed): Question {
  const language = word(query["taal"]);
  return {
    words: word(query["zoek"]).slice(0, 100),
    topic: oneOf(topics, word(query["thema"])),
    language: /^[a-z]{2,3}$/.test(language) ? language : null,
    everything: word(query["alles"]) !== "",
    page: Math.min(Math.max(Math.trunc(Number(query["blad"])) || 1, 1), 1000),
  };
}

export const readAbout = (query: Typed): Pick<FamilyNow, "period" | "category"> & { municipality: string | null } => ({
  municipality: /^GM\d{4}$/.test(word(query["gemeente"])) ? word(query["gemeente"]) : null,
  period: oneOf(offerPeriods, word(query["periode"])),
  category: oneOf(categories, word(query["categorie"])),
});

/** What stands in the fields of the filter. */
export const valuesOf = ({ question, family }: Pick<DirectoryList, "question" | "family">): Values => ({
  zoek: question.words,
  thema: question.topic ?? "",
  taal: question.language ?? "",
  gemeente: family.municipality?.code ?? "",
  periode: family.period ?? "",
  categorie: family.category ?? "",
  ...(question.everything ? { alles: "ja" } : {}),
});

/** The same question on another page; of a family nothing but what was typed stands in the address. */
export function addressOf(base: string, list: Pick<DirectoryList, "question" | "family">, page: number, ofFamily = false): string {
  const { gemeente, periode, categorie, ...asked } = valuesOf(list);
  const all = ofFamily ? asked : { ...asked, gemeente, periode, categorie };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(all)) if (typeof value === "string" && value !== "") query.set(name, value);
  if (page > 1) query.set("blad", String(page));
  return query.size === 0 ? base : `${base}?${query}`;
}
