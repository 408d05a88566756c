import { formatDay } from "../../kit/day.ts";
import type { Refusal } from "../../kit/refusal.ts";
import { doorTexts } from "./frontDoor.texts.ts";
import type { ClosingReason, HelpChannel, HelpRefusal, HelpRequest, HelpState, HelpTopic } from "./helpRequest.ts";

export const helpStateNames: Readonly<Record<HelpState, string>> = {
  waiting: "wacht op iemand",
  taken: "opgepakt",
  answered: "beantwoord",
  closed: "afgesloten",
};

export const helpChannelNames: Readonly<Record<HelpChannel, string>> = {
  phone: "bellen",
  sms: "sms",
  email: "e-mail",
  self: "zij belt zelf",
};

export const closingReasonNames: Readonly<Record<ClosingReason, string>> = {
  answered: "Beantwoord",
  not_reached: "Niet bereikt",
  withdrawn: "Zij wil geen hulp meer",
  double: "Dubbel",
  not_meant: "Niet serieus bedoeld",
};

export const topicName = (topic: HelpTopic): string => doorTexts.nl.what.topics[topic];

/** "op werkdagen 's ochtends; dinsdag na 10 uur". */
export const momentsInWords = (request: Pick<HelpRequest, "safeMoments" | "momentWords">): string =>
  [...request.safeMoments.map((moment) => doorTexts.nl.when.moments[moment]), request.momentWords].filter(Boolean).join("; ");

/** Why something could not be done with a question. */
export function helpRefusalText({ code, facts }: Refusal<HelpRefusal>): string {
  const sentences: Readonly<Record<HelpRefusal, () => string>> = {
    "taken-already": () => `${facts["by"] ?? "Een collega"} was u voor en pakt deze vraag op.`,
    "not-yours": () => `${facts["by"] ?? "Een collega"} heeft deze vraag opgepakt. Neem haar eerst over.`,
    "not-in-state": () => `Dit kan nu niet: de vraag is ${helpStateNames[facts["state"] as HelpState]}.`,
    "try-more": () => `Probeer het minstens ${facts["needed"]} keer, op verschillende dagen. Tot nu toe: ${facts["done"]} keer.`,
    "speak-first": () => "Leg eerst vast wanneer u haar sprak.",
    "reason-needed": () => "Schrijf het in een paar woorden op.",
    "in-the-future": () => "Vul een dag in die vandaag of eerder was.",
    "before-received": () => `Vul een dag in op of na ${formatDay(String(facts["receivedOn"]))}, de dag waarop de vraag kwam.`,
    "no-receiver": () => "Kies een organisatie waar iemand vragen beantwoordt.",
    "family-unknown": () => "Dit gezin is niet gevonden, of u bent er niet bij betrokken.",
    "changed-meanwhile": () => "Een collega was u net voor. Hieronder staat hoe het nu is.",
    "not-visible": () => "Deze vraag is niet (meer) van uw organisatie.",
  };
  return sentences[code]();
}
