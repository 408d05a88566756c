import type { ChildcareKind, ChildcareRefusal, ChildcareState, VveAnswer } from "./childcare.ts";
import type { ContactOutcome, ContactRefusal } from "./youthContact.ts";

/** Words of the first two years, as professionals read them. */
export const outcomeNames: Readonly<Record<ContactOutcome, { readonly text: string; readonly tone: "ok" | "soon" | "plain" }>> = {
  held: { text: "gehouden", tone: "ok" },
  no_show: { text: "niet gekomen", tone: "soon" },
  declined: { text: "niet gewild", tone: "plain" },
};

export const contactRefusals: Readonly<
  Record<Exclude<ContactRefusal, "contact-not-found">, { readonly field: string; readonly text: string }>
> = {
  "contact-day-wrong": { field: "onDay", text: "Deze dag kan niet: kies een dag tussen de geboorte en vandaag." },
  "contact-done-already": { field: "form", text: "Dit contactmoment is al vastgelegd. Kijk wat er staat, of neem dat eerst terug." },
  "contact-not-yours": { field: "form", text: "Een andere organisatie legde dit vast. Vraag haar om het terug te nemen." },
  "contact-line-ended": { field: "form", text: "Het traject van dit gezin is afgesloten." },
  "contact-changed-meanwhile": { field: "form", text: "Iemand anders was u net voor. Kijk hoe het nu staat." },
  "contact-factor-unknown": { field: "factors", text: "Een van deze factoren staat niet meer op de lijst. Kies opnieuw." },
};

export const childcareKindNames: Readonly<Record<ChildcareKind, string>> = {
  childcare: "kinderopvang",
  preschool: "peuteropvang of voorschool (VVE)",
  childminder: "gastouder",
};

export const childcareStateNames: Readonly<
  Record<ChildcareState, { readonly text: string; readonly tone: "info" | "soon" | "ok" | "plain" }>
> = {
  wished: { text: "wens van het gezin", tone: "info" },
  asked: { text: "aangevraagd", tone: "info" },
  waiting: { text: "wachtlijst", tone: "soon" },
  placed: { text: "geplaatst", tone: "ok" },
  ended: { text: "gestopt", tone: "plain" },
};

export const vveNames: Readonly<Record<VveAnswer, string>> = {
  unknown: "nog niet bekeken",
  indicated: "ja, VVE-indicatie",
  not_indicated: "nee, niet nodig",
};

const childcareSentences: Readonly<Record<Exclude<ChildcareRefusal, "childcare-not-found">, readonly [field: string, text: string]>> = {
  "childcare-not-in-state": ["state", "Dit kan niet meer: de plek is intussen verder of gestopt."],
  "childcare-where-needed": ["organisation", "Kies waar het kind geplaatst is, of vul de naam in."],
  "childcare-since-needed": ["since", "Vul in vanaf welke dag het kind er is."],
  "childcare-day-wrong": ["until", "Deze dag kan niet: hij ligt in de toekomst, of voor de eerste dag."],
  "childcare-line-ended": ["form", "Het traject van dit gezin is afgesloten."],
  "childcare-changed-meanwhile": ["form", "Iemand anders veranderde dit net. Kijk wat er nu staat en probeer het opnieuw."],
};

/** The sentence for a refusal, and the field beside which it is said. */
export function childcareRefusalText(
  code: Exclude<ChildcareRefusal, "childcare-not-found">,
  facts: Readonly<Record<string, string | number | null>>,
): Readonly<Record<string, string>> {
  const [field, text] = childcareSentences[code];
  return { [typeof facts["field"] === "string" ? facts["field"] : field]: text };
}
