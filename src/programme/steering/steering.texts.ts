import type { Pillar } from "../configuration/programme.ts";
import type { ActionState, Flag, WaitStep } from "./steering.ts";

/** How a deviation is named, and how loud. */
export const flagNames: Readonly<Record<Flag, string>> = {
  behind: "Blijft achter",
  stagnating: "Stagneert",
  as_expected: "Zoals verwacht",
  ahead: "Meer dan verwacht",
  unknown: "Geen verwachting",
};
export const actionStateNames: Readonly<Record<ActionState, string>> = { open: "Open", late: "Te laat", done: "Gedaan" };

export const pillarName = (pillar: Pillar): string => `Pijler ${pillar}`;

/** The rule, as it stands on the page: rules/flag.ts does what this says. */
export const ruleInWords = (months: number): readonly string[] => [
  "De verwachting is per gemeente, pijler en maand vooraf vastgesteld door de projectgroep. Wieg telt die op tot en met de gekozen maand.",
  "Ook als alles loopt zoals verwacht, komt het aantal door toeval hoger of lager uit. De grenzen zeggen welke aantallen toeval verklaart: in 95 van de 100 gevallen ligt het aantal ertussen (exact, volgens Poisson).",
  "Blijft achter: sinds het begin zijn er minder plaatsen gegeven dan de ondergrens.",
  `Stagneert: sinds het begin valt het mee, maar in de laatste ${months} maanden zijn er minder plaatsen gegeven dan de ondergrens van wat in die maanden verwacht was.`,
  "Meer dan verwacht: sinds het begin zijn er meer plaatsen gegeven dan de bovengrens.",
  "Bij een kleine verwachting kan nul ook toeval zijn: dan is er pas een teken als er meer maanden voorbij zijn.",
];

export const steeringSentences: Readonly<Record<string, string>> = {
  "no-programme": "Dit programma is er niet (meer).",
  "not-visible": "Dit is niet gevonden.",
  "changed-meanwhile": "Iemand anders heeft dit net gewijzigd. Bekijk de pagina opnieuw.",
  "day-taken": "Op deze dag staat al een evaluatiemoment",
  "nobody-of-programme": "Kies iemand van de projectgroep of de coördinator kraamzorg",
  "not-publishable": "Deze maand kan niet (meer) gepubliceerd worden: hij is nog niet voorbij, of er is al een latere maand gepubliceerd.",
  "nothing-set": "Vul voor minstens één gemeente een aantal in",
};
export const steeringSentence = ({ code }: { code: string }): string => steeringSentences[code] ?? "Dit lukt nu niet.";

export const stepNames: Readonly<Record<WaitStep, string>> = {
  visit: "Huisbezoek",
  decision: "Besluit over een plaats",
  care: "Eerste kraamzorg",
};

/** Why something is not there for the project group [domain 5.4]. */
export const smallCountsHidden =
  "De projectgroep ziet instroom en plaatsen voluit. Andere aantallen gezinnen onder de tien ziet zij niet, en alleen van kwartalen die voorbij zijn.";
