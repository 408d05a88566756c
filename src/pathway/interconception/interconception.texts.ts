import type { TalkKind, TalkRefusal, TalkTopic, TakeOverPart, TakeOverRefusal, Wish } from "./interconception.ts";

/** Words of before and between pregnancies, as professionals read them. */
export const talkKindNames: Readonly<Record<TalkKind, string>> = {
  preconception: "gesprek vóór een zwangerschap",
  interconception: "gesprek na de kraamtijd",
  taken_over: "meegenomen van een eerdere zwangerschap",
};

export const wishNames: Readonly<Record<Wish, string>> = {
  now: "wil nu (weer) zwanger worden",
  later: "wil later (nog) een kind",
  none: "wil nu geen kind: Nu Niet Zwanger",
  unsure: "weet het nog niet",
};

export const topicNames: Readonly<Record<TalkTopic, string>> = {
  folic_acid: "foliumzuur",
  smoking: "roken",
  alcohol_drugs: "alcohol en drugs",
  medicines: "medicijnen",
  weight_food: "gewicht en voeding",
  vaccinations: "vaccinaties",
  heredity: "erfelijkheid",
  last_pregnancy: "de vorige zwangerschap en bevalling",
  contraception: "anticonceptie",
  mind: "hoe het met u gaat",
  money_home: "geld en wonen",
  relationship: "relatie en steun",
};

export const talkRefusals: Readonly<Record<Exclude<TalkRefusal, "talk-not-found">, Readonly<Record<string, string>>>> = {
  "talk-not-in-pregnancy": { form: "Tijdens de zwangerschap staat wat u bespreekt in het plan. Dit gesprek is voor ervoor of erna." },
  "talk-day-wrong": { heldOn: "Het gesprek was vandaag of eerder." },
  "talk-follow-day-wrong": { followOn: "Kies een dag na vandaag." },
  "talk-follow-who": { followedBy: "Kies wie het gezin volgt én op welke dag zij terugkomt; of laat beide leeg." },
  "talk-empty": { form: "Vul ten minste iets in: de wens, een onderwerp of wat er besproken is." },
  "talk-line-ended": { form: "Het traject van dit gezin is afgesloten. Begin een nieuwe lijn voor een kinderwens." },
  "talk-not-yours": { form: "Een andere organisatie legde dit vast." },
  "talk-changed-meanwhile": { form: "Iemand anders was u net voor. Kijk hoe het nu staat." },
};

export const partNames: Readonly<Record<TakeOverPart, { readonly title: string; readonly question: string }>> = {
  signals: { title: "Wat er speelde", question: "Mag mee wat er eerder speelde, en wat steun gaf?" },
  plan: { title: "Vragen en doelen die nog open staan", question: "Mogen deze vragen en doelen mee in het nieuwe plan?" },
  talks: { title: "Wat goed is om te weten voor deze zwangerschap", question: "Mag mee wat na de vorige zwangerschap is vastgelegd?" },
};

export const takeOverRefusals: Readonly<Record<Exclude<TakeOverRefusal, "takeover-not-found">, readonly [field: string, text: string]>> = {
  "takeover-nothing-answered": ["form", "Vul bij ten minste één onderdeel in wat het gezin zei."],
  "takeover-day-wrong": ["givenOn", "Het antwoord is van vandaag of eerder."],
  "takeover-done-already": ["form", "Dit is al meegenomen. Kijk hoe het nu staat."],
  "takeover-not-yours": ["form", "Dit onderdeel neemt een andere functie mee."],
  "takeover-nothing-there": ["form", "Hier is niets (meer) om mee te nemen."],
  "takeover-line-ended": ["form", "Deze lijn is afgesloten."],
};
