import type { SettingFault } from "./settingShape.ts";
import { sectionTexts } from "./settings/section.texts.ts";

/** How a setting is said: its name on the screen, and how its value is written. */
export interface SettingWords {
  readonly label: string;
  readonly hint?: string;
  /** `cents`: euros; `minutes`: "3 u 30"; `share`: hundredths that sum to 100%; `long`: more than a line. */
  readonly as?: "cents" | "minutes" | "share" | "municipality" | "organisation" | "long" | "year";
  readonly unit?: string;
  /** What codes are called. */
  readonly values?: Readonly<Record<string, string>>;
  /** In a list: the field by which one is known from another. */
  readonly key?: true;
}

/** The sections, in order of reading; a section that is not here comes after these by its own name. */
export const sectionTitles: Readonly<Record<string, string>> = {
  area: "Gebied",
  pillars: "Pijlers en plaatsen",
  insurers: "Verzekeraars",
  maternityCare: "Kraamzorg",
  windows: "Termijnen en uren",
  coPayment: "Eigen bijdrage",
  letters: "Brieven",
  indication: "Indicatie",
  training: "Scholing",
  contents: "Inhoud van bezoeken",
  flexibleCare: "Flexibele kraamzorg",
  funding: "Financiers",
  steering: "Sturing",
};

const source = { label: "Bron", hint: "Waar dit staat of wie het besloot" } as const;
const groups = { CZ: "CZ", VGZ: "VGZ", either: "CZ of VGZ", other: "andere" } as const;

/** The words of every field; `*` stands for a number in the path, `[]` for each of a list. A field without its words fails a test. */
const own: Readonly<Record<string, SettingWords>> = {
  "area.name": { label: "Naam van het gebied", hint: "Zoals het in brieven staat" },
  "area.municipalities": { label: "Gemeenten", as: "municipality" },
  "area.source": source,
  "pillars.1": { label: "Pijler 1" },
  "pillars.2": { label: "Pijler 2" },
  "pillars.*.name": { label: "Naam" },
  "pillars.*.ceiling": { label: "Plaatsen", hint: "Gezinnen, hoe zij ook instromen", unit: "gezinnen" },
  "pillars.*.flowOnAtMost": { label: "Waarvan voor doorstroom", hint: "De rest is voor directe instroom", unit: "gezinnen" },
  "pillars.*.source": source,
  "insurers.name": { label: "Naam in brieven" },
  "insurers.list": { label: "Verzekeraars en codes" },
  "insurers.list[].group": { label: "Hoort bij", values: groups },
  "insurers.list[].label": { label: "Naam op de pas", key: true },
  "insurers.list[].code": { label: "UZOVI-code", key: true },
  "insurers.list[].from": { label: "Vanaf" },
  "insurers.list[].until": { label: "Tot en met" },
  "insurers.source": source,
  "maternityCare.name": { label: "Naam in brieven" },
  "maternityCare.organisationId": { label: "Organisatie", as: "organisation" },
  "maternityCare.source": source,
  "windows.inflowUntil": { label: "Instroom tot en met", hint: "Leeg: zolang er plaatsen zijn" },
  "windows.pillar2FromDay": { label: "Pijler 2 vanaf dag", hint: "Dag 1 is de dag van de geboorte" },
  "windows.pillar2Months": { label: "Pijler 2 tot", unit: "maanden na de geboorte" },
  "windows.pillar2MeanHours": { label: "Gemiddeld per gezin", hint: "Een gemiddelde, geen grens", unit: "uur" },
  "windows.answerDays": { label: "Een open vraag is beantwoord binnen", unit: "dagen" },
  "windows.source": source,
  "coPayment.rates": { label: "Tarief per uur en jaar", hint: "Een jaar zonder tarief is onbekend, nooit nul" },
  "coPayment.rates[].year": { label: "Jaar", as: "year", key: true },
  "coPayment.rates[].cents": { label: "Per uur", as: "cents" },
  "coPayment.rates[].source": source,
  "coPayment.rates[].assumed": { label: "Aanname", hint: "Nog niet vastgesteld" },
  "coPayment.source": source,
  "letters.returnAddress": { label: "Retouradres" },
  "letters.window": { label: "Venster van de envelop", values: { left: "links", right: "rechts" } },
  "letters.reachable": { label: "Bereikbaar" },
  "letters.objection": { label: "Bezwaar" },
  "letters.objection.to": { label: "Aan" },
  "letters.objection.address": { label: "Adres" },
  "letters.objection.telephone": { label: "Telefoon" },
  "letters.complaints": { label: "Klachten" },
  "letters.complaints.to": { label: "Aan" },
  "letters.complaints.telephone": { label: "Telefoon" },
};

/** The words for a path such as `pillars.1.ceiling`; null where somebody forgot them. */
export function findWords(path: string): SettingWords | null {
  const all = { ...own, ...sectionTexts };
  const numbers = /\.\d+(?=\.|\[|$)/g;
  return all[path] ?? all[path.replaceAll(numbers, ".*")] ?? all[path.replaceAll(numbers, "[]")] ?? null;
}

export const wordsOf = (path: string): SettingWords => findWords(path) ?? { label: path.split(".").at(-1) ?? path };
export const titleOf = (section: string): string => sectionTitles[section] ?? section;

/** What is wrong with a value that was typed, where the schema says it in its own words. */
const faultSentences: Readonly<Record<string, string>> = {
  "the shares must add up to 100 percent": "Samen moet dit 100% zijn",
  "each code stands once": "Elke code staat er een keer",
  "the least cannot lie above the most": "Het minste kan niet meer zijn dan het meeste",
  "each addition once": "Elke reden staat er een keer",
  "one protocol from a day on": "Vanaf een dag geldt een protocol",
  "asked for before it is due": "De intake staat eerst op de lijst, en is daarna gehouden",
  "each module once": "Elke scholing staat er een keer",
  "the exception cannot end before the rule": "De uitzondering kan niet eerder eindigen dan de gewone termijn",
  "a sub-ceiling cannot lie above its ceiling": "Voor doorstroom kunnen er niet meer plaatsen zijn dan in de hele pijler",
};
const faultKinds: Readonly<Record<string, string>> = {
  invalid_type: "Vul dit in, als getal waar om een getal wordt gevraagd",
  too_big: "Dit is te veel",
  invalid_format: "Dit staat er niet zoals het hoort",
  invalid_value: "Kies een van de mogelijkheden",
  unrecognized_keys: "Hier staat iets wat Wieg niet kent",
};

export function sayFault({ code, message, least }: SettingFault): string {
  if (code === "too_small") return least === null || least <= 1 ? "Vul dit in" : `Vul ${least} of meer in`;
  return faultSentences[message] ?? faultKinds[code] ?? "Dit klopt nog niet";
}
