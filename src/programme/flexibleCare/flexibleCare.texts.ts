import { formatDay } from "../../kit/day.ts";
import { formatMinutes } from "../../kit/money.ts";
import type { Refusal } from "../../kit/refusal.ts";
import type { FlexibleOutcome, FlexibleRefusal } from "./flexibleCare.ts";

export const outcomeNames: Readonly<Record<FlexibleOutcome, { readonly label: string; readonly hint: string }>> = {
  self_reliant: { label: "Het gezin redt zich zelf", hint: "Het doel is gehaald, of het gaat goed genoeg." },
  handed_over: { label: "Andere hulp neemt het over", hint: "Schrijf welke hulp." },
  stopped: { label: "Gestopt", hint: "Het gezin wilde niet verder, of het paste niet." },
  period_over: { label: "De periode is voorbij", hint: "Het kind is zes maanden." },
};

const day = (value: string | number | null | undefined): string => (typeof value === "string" ? formatDay(value) : "");
const hours = (value: string | number | null | undefined): string => formatMinutes(Number(value ?? 0));

const sentences: Readonly<Record<FlexibleRefusal["code"], { field: string; text: (facts: Refusal["facts"]) => string }>> = {
  "flexible-no-place": { field: "form", text: () => "Dit gezin heeft geen plaats in pijler 2. Zonder plaats kan er niets worden gepland." },
  "flexible-given-back": { field: "form", text: () => "De plaats in pijler 2 is teruggegeven. Er kan niets meer worden gepland." },
  "flexible-ended": { field: "form", text: () => "Pijler 2 is voor dit gezin afgerond. Er kan niets meer worden gepland." },
  "flexible-birth-unknown": { field: "form", text: () => "De geboorte is nog niet vastgelegd. Daarna is te zien vanaf welke dag het kan." },
  "flexible-before": {
    field: "day",
    text: ({ on }) => `Flexibele kraamzorg kan vanaf ${day(on)} (dag 11). Eerder is het gewone kraamzorg.`,
  },
  "flexible-past": { field: "day", text: ({ on }) => `Flexibele kraamzorg kan tot en met ${day(on)}: dan is het kind zes maanden.` },
  "flexible-too-many": { field: "times", text: ({ most }) => `Plan hoogstens ${most ?? ""} bezoeken tegelijk.` },
  "flexible-too-long": { field: "until", text: ({ most }) => `Een bezoek duurt hoogstens ${hours(most)}.` },
  "flexible-over-hours": {
    field: "until",
    text: ({ left, wanted, agreed }) =>
      `Dit bezoek is ${hours(wanted)}, en van de afgesproken ${hours(agreed)} is nog ${hours(left)} over. De coördinator kan de uren verhogen, met een reden.`,
  },
  "flexible-not-trained": {
    field: "why",
    text: ({ missing }) => `Deze kraamverzorgende mist nog scholing: ${missing ?? ""}. Kies een ander, of schrijf waarom het toch kan.`,
  },
  "flexible-other-assistant": {
    field: "why",
    text: ({ name }) => `${name ?? "Een collega"} was er in de kraamweek. Schrijf waarom er nu een ander gaat.`,
  },
  "flexible-not-more": { field: "hours", text: ({ agreed }) => `Er is al ${hours(agreed)} afgesproken. Vul meer uren in.` },
  "changed-meanwhile": { field: "form", text: () => "Een collega heeft dit intussen veranderd. Hieronder staat hoe het nu is." },
  "not-visible": { field: "form", text: () => "Dit gezin is niet (meer) voor u te zien." },
  "not-your-role": { field: "form", text: () => "Dit besluit neemt de coördinator kraamzorg." },
};

/** The sentence of a refusal, and the field it is about. */
export const flexibleRefusal = ({ code, facts }: FlexibleRefusal): { readonly field: string; readonly text: string } => ({
  field: sentences[code].field,
  text: sentences[code].text(facts),
});
