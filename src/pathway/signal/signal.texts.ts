import { formatDay } from "../../kit/day.ts";
import type { Refusal } from "../../kit/refusal.ts";
import type { FactorKind, LifeDomain, SignalOutcome, SignalRefusal } from "./signal.ts";

/** The six dimensions of Positieve Gezondheid. */
export const domainNames: Readonly<Record<LifeDomain, string>> = {
  lichaamsfuncties: "Lichaamsfuncties",
  "mentaal-welbevinden": "Mentaal welbevinden",
  zingeving: "Zingeving",
  "kwaliteit-van-leven": "Kwaliteit van leven",
  meedoen: "Meedoen",
  "dagelijks-functioneren": "Dagelijks functioneren",
};

export const factorKindNames: Readonly<Record<FactorKind, string>> = {
  risk: "risicofactor",
  protective: "beschermende factor",
  context: "context",
};

/** Above a list of factors of one kind. */
export const factorKindHeadings: Readonly<Record<FactorKind, string>> = {
  risk: "Wat nu meespeelt",
  protective: "Wat steun geeft",
  context: "Wat praten of zorg lastiger maakt",
};

export const careKindNames = { medical: "medisch", social: "sociaal" } as const;

/** Why a signal was not recorded or changed. */
export function signalRefusalText({ code, facts }: Refusal<SignalRefusal>): string {
  const day = (name: string) => formatDay(String(facts[name]));
  const sentences: Readonly<Record<SignalRefusal, () => string>> = {
    "factor-needed": () => "Kies minstens één ding dat u opviel.",
    "factor-unknown": () => "De lijst is net gewijzigd. Kies opnieuw wat u opviel.",
    "person-unknown": () => "Kies over wie het gaat.",
    "in-the-future": () => "Vul een dag in die vandaag of eerder was.",
    "discussed-before-seen": () => `Vul een dag in die op of na ${day("observedOn")} ligt, de dag waarop u het zag.`,
    "line-ended": () => "De lijn van dit gezin is afgerond. Heropen haar eerst.",
    "not-your-organisation": () => "Alleen de organisatie die dit vastlegde, kan dit doen.",
    "not-in-state": () => (facts["state"] === "withdrawn" ? "Dit signaal is al ingetrokken." : "Dit signaal staat al weer open."),
    "discussed-already": () => `Dit is al besproken, op ${day("on")}.`,
    "reason-needed": () => "Schrijf in een paar woorden waarom.",
    "changed-meanwhile": () => "Een collega was u net voor. Hieronder staat wat nu vastligt.",
    "not-visible": () => "Dit signaal is niet (meer) te zien.",
  };
  return sentences[code]();
}

/** Which field of the form a refusal is about. */
export const signalRefusalField = (code: SignalRefusal): "observedOn" | "discussedOn" | "about" | "reason" | "form" => {
  if (code === "in-the-future") return "observedOn";
  if (code === "discussed-before-seen") return "discussedOn";
  if (code === "person-unknown") return "about";
  return code === "reason-needed" ? "reason" : "form";
};

/** "Meegenomen in de inschatting van Praktijk De Maas" */
export function outcomeWords({ what, by }: Pick<SignalOutcome, "what" | "by">): string {
  const words: Readonly<Record<SignalOutcome["what"], string>> = {
    assessed: `Meegenomen in de inschatting van ${by}`,
    "visit-asked": `Huisbezoek gevraagd aan ${by}`,
    visit: `Huisbezoek geweest, door ${by}`,
    plan: `Afspraken gemaakt in het gezinsplan, door ${by}`,
    help: `Hulp gevraagd: ${by}`,
    closed: "De lijn van dit gezin is afgesloten",
  };
  return words[what];
}
