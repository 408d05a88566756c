import { formatDay } from "../../kit/day.ts";
import type { Refusal } from "../../kit/refusal.ts";
import type {
  DeclineReason,
  GivenWay,
  Handover,
  HandoverMoment,
  HandoverRefusal,
  HandoverState,
  Heading,
  WithdrawReason,
} from "./handover.ts";

export const momentNames: Readonly<Record<HandoverMoment, string>> = {
  maternity_care: "Overdracht naar de kraamzorg",
  youth_health: "Overdracht naar de JGZ",
  first_line: "Overdracht van het ziekenhuis naar de eerste lijn",
  childcare: "Overdracht naar kinderopvang of voorschool",
  move: "Overdracht na een verhuizing",
  other: "Andere overdracht",
};

/** When each has to be held, in a sentence. */
export const momentReasons: Readonly<Record<HandoverMoment, string>> = {
  maternity_care: "Rond 34 weken zwangerschap hoort de kraamzorg wat er speelt.",
  youth_health: "Aan het eind van de kraamtijd draagt de kraamzorg samen met het gezin over aan de JGZ.",
  first_line: "Na een bevalling in het ziekenhuis gaat de zorg terug naar de verloskundige of de huisarts.",
  childcare: "Voor de tweede verjaardag weet de kinderopvang of de voorschool wat dit kind helpt.",
  move: "Het gezin woont nu waar uw organisatie niet werkt. Zo gaat de lijn mee en hoeft niemand opnieuw te beginnen.",
  other: "U kiest zelf de dag en wie het overneemt.",
};

export const stateNames: Readonly<
  Record<HandoverState, { readonly text: string; readonly tone: "ok" | "info" | "soon" | "late" | "plain" }>
> = {
  prepared: { text: "in voorbereiding", tone: "soon" },
  offered: { text: "aangeboden", tone: "info" },
  accepted: { text: "overgenomen", tone: "ok" },
  held: { text: "samen met het gezin gehouden", tone: "ok" },
  given: { text: "meegegeven buiten Wieg", tone: "ok" },
  declined: { text: "afgewezen", tone: "late" },
  withdrawn: { text: "ingetrokken", tone: "plain" },
};

export const headingNames: Readonly<Record<Heading, string>> = {
  going_on: "Wat speelt er",
  medical: "Medisch van belang",
  works: "Wat werkt",
  wants: "Wat het gezin wil",
  agreements: "Open afspraken",
  attachment: "Hechting",
  next_pregnancy: "Van belang bij een volgende zwangerschap",
};

export const headingHints: Readonly<Record<Heading, string>> = {
  going_on: "Uit de vragen van het plan en wat met het gezin is besproken.",
  medical: "Partners uit het sociale domein lezen dit niet, tenzij het gezin dat toestaat.",
  works: "Wat gaat goed, en wat hielp eerder?",
  wants: "In de eigen woorden van het gezin. Elke wens op een eigen regel.",
  agreements: "Wie doet wat, tot wanneer? Elke afspraak op een eigen regel.",
  attachment: "Hoe zijn ouder en kind samen? Wat ziet u dat goed gaat, waar mag iemand op letten?",
  next_pregnancy: "Partners uit het sociale domein lezen dit niet, tenzij het gezin dat toestaat.",
};

export const declineReasonNames: Readonly<Record<DeclineReason, string>> = {
  not_ours: "Dit gezin hoort niet bij ons",
  no_room: "Er is nu geen ruimte",
  other_area: "Wij werken niet waar het gezin woont",
  wrong_person: "Een andere organisatie past beter",
  other: "Iets anders",
};

export const withdrawReasonNames: Readonly<Record<WithdrawReason, string>> = {
  family_no: "Het gezin wil deze overdracht niet",
  not_needed: "Deze overdracht is niet nodig",
  other_receiver: "Een andere organisatie neemt het over",
  mistake: "Dit was een vergissing",
};

export const givenWayNames: Readonly<Record<GivenWay, string>> = {
  family: "Het gezin neemt het mee op papier",
  secure_mail: "Met beveiligde mail",
  post: "Met de post",
  file: "Als bestand (FHIR) voor het systeem van de ander",
};

/** Where a handover stands, and who answers for the family, in a sentence. */
export function standInWords({ status, from, to, momentOn, toPerson }: Handover): string {
  const receiver = to?.organisation ?? "de ontvanger";
  switch (status.state) {
    case "prepared":
      return `${from.organisation} bereidt de overdracht${to === null ? "" : ` aan ${receiver}`} voor. Uiterlijk ${formatDay(momentOn)} is zij gehouden.`;
    case "offered":
      return `${status.from.name} tekende op ${formatDay(status.from.on)}. ${toPerson === null ? receiver : `${toPerson.name} van ${receiver}`} antwoordt uiterlijk ${formatDay(status.answerBy)}. Tot dan blijft ${from.organisation} verantwoordelijk.`;
    case "accepted":
      return `${status.to.name} van ${receiver} nam het over op ${formatDay(status.to.on)} en is nu verantwoordelijk. Het gesprek samen met het gezin moet nog komen.`;
    case "held":
      return `Samen met het gezin gehouden op ${formatDay(status.heldOn)}. ${status.to.name} van ${receiver} is verantwoordelijk.`;
    case "given":
      return `Meegegeven op ${formatDay(status.from.on)} aan ${status.outside.to}, ${givenWayNames[status.outside.way].toLowerCase()}. Getekend door ${status.from.name}. ${from.organisation} blijft betrokken tot de lijn is afgesloten.`;
    case "declined":
      return `${receiver} wees het af op ${formatDay(status.endedOn)}: ${declineReasonNames[status.reason].toLowerCase()}. ${from.organisation} blijft verantwoordelijk.`;
    case "withdrawn":
      return `Ingetrokken op ${formatDay(status.endedOn)}: ${withdrawReasonNames[status.reason].toLowerCase()}. ${from.organisation} blijft verantwoordelijk.`;
  }
}

const sentences: Readonly<Record<HandoverRefusal, readonly [field: string, sentence: string]>> = {
  "handover-not-found": ["form", "Deze overdracht is niet (meer) te vinden."],
  "handover-not-your-side": ["form", "Dit kan alleen de andere kant van de overdracht."],
  "handover-not-in-state": ["form", "Dit kan niet meer: de overdracht is intussen verder. Hieronder ziet u hoe het staat."],
  "handover-accepted-already": ["form", "De overdracht is al overgenomen. Wie haar overnam, is nu verantwoordelijk."],
  "handover-changed-meanwhile": ["form", "Iemand anders was u net voor. Kijk hoe het nu staat, en neem over wat u nog mist."],
  "handover-no-consent": [
    "form",
    "Het gezin staat nu niet toe dat de ontvanger dit leest. Vraag het gezin eerst om toestemming voor delen met deze organisatie.",
  ],
  "handover-consent-too-narrow": [
    "form",
    "De toestemming van het gezin noemt niet dat de ontvanger mag weten wie zij zijn en hun plan mag lezen. Vraag een ruimere toestemming.",
  ],
  "handover-open-already": ["form", "Deze overdracht is al in voorbereiding of onderweg."],
  "handover-nobody-there": ["receiver", "Daar werkt nu niemand die dit kan overnemen. Kies een andere organisatie."],
  "handover-own-organisation": ["receiver", "Kies een andere organisatie dan die van uzelf."],
  "handover-no-receiver": ["receiver", "Kies eerst wie de zorg overneemt."],
  "handover-nothing-told": ["form", "Er staat nog niets in de overdracht. Schrijf ten minste één ding op."],
  "handover-day-wrong": ["form", "Deze dag kan niet."],
  "handover-reason-needed": ["note", "Schrijf kort waarom."],
  "handover-line-ended": ["form", "Het traject van dit gezin is afgesloten."],
};

/** The sentence for a refusal, and the field beside which it is said. */
export function handoverRefusalText(
  code: HandoverRefusal,
  facts: Refusal["facts"] = {},
): { readonly field: string; readonly text: string } {
  const [field, text] = sentences[code];
  return { field: typeof facts["field"] === "string" ? facts["field"] : field, text };
}
