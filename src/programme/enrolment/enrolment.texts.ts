import { formatDay } from "../../kit/day.ts";
import type { Entry, Pillar } from "../configuration/programme.ts";
import type { EnrolmentRefusal, GivenBackReason, Offer } from "./enrolment.ts";

export const entryNames: Readonly<Record<Entry, string>> = { direct: "directe instroom", flow_on: "doorstroom uit pijler 1" };
export const pillarName = (pillar: Pillar): string => `pijler ${pillar}`;

/** The regular support, offered to who gets no place [001 3.6]. */
export const offerNames: Readonly<Record<Offer, string>> = {
  maternity_care: "Gewone kraamzorg, met de uren die nodig zijn",
  youth_health: "Begeleiding door de JGZ, zoals Stevig Ouderschap of VoorZorg",
  municipality: "Hulp van de gemeente of het Knooppunt, ook bij geldzorgen",
  conference: "Samen bespreken in het overleg, om passende hulp te vinden",
  other: "Iets anders: zie de toelichting",
};

export const givenBackNames: Readonly<Record<GivenBackReason, string>> = {
  family_declined: "Het gezin ziet ervan af",
  moved_before_birth: "Verhuisd vóór de geboorte",
  family_asks_after_loss: "Het gezin vraagt dit, na een verlies",
  mistake: "De plaats is per vergissing gegeven",
};

const day = (value: string | number | null | undefined): string => (typeof value === "string" ? ` ${formatDay(value)}` : "");

/** The sentence for each refusal. */
export const enrolmentRefusals: Readonly<Record<EnrolmentRefusal["code"], (facts: EnrolmentRefusal["facts"]) => string>> = {
  "not-visible": () => "Dit gezin is niet (meer) voor u te zien.",
  "no-programme": () => "Er loopt nu geen programma met plaatsen.",
  "criteria-not-met": () => "Er is een criterium waaraan dit gezin niet voldoet. Hieronder staat welk.",
  "criteria-unknown": () => "Er is nog een vraag open. Hieronder staat welke.",
  "cap-reached": () => "De plaatsen zijn op: een collega was net voor. Er is voor dit gezin geen plaats vastgelegd.",
  "place-already": () => "Dit gezin heeft deze plaats al.",
  "changed-meanwhile": () => "Er is intussen iets veranderd. Hieronder staat hoe het nu is.",
  "line-ended": () => "Deze lijn is afgesloten.",
  "inflow-closed": ({ on }) => `De instroom is gesloten sinds${day(on)}.`,
  "period-over": ({ on }) => `Pijler 2 loopt tot zes maanden na de geboorte: tot en met${day(on)}.`,
  "family-does-not-want": ({ on }) => `Het gezin zei op${day(on)} dat het niet wil meedoen.`,
  "nothing-not-met": () => "Er is geen criterium waaraan dit gezin niet voldoet. Een nee kan alleen met een reden.",
  "offer-needed": () => "Kies wat u het gezin in plaats hiervan aanbiedt.",
  "care-delivered": () => "Op deze plaats is of wordt zorg gegeven. Dan blijft zij bezet.",
  "only-when-family-asks": () => "Na een verlies blijft de plaats, tenzij het gezin zelf vraagt om haar terug te geven.",
  "moved-after-birth": () => "Het gezin verhuisde na de geboorte. Dan blijft de plaats.",
  "no-loss": () => "Er is geen verlies vastgelegd. Kies een andere reden.",
  "went-on-to-pillar-2": () => "Met deze plaats ging het gezin door naar pijler 2. Geef eerst die plaats terug.",
  "place-not-held": () => "Dit gezin heeft deze plaats niet (meer).",
  "not-your-role": () => "Over een plaats beslissen de verloskundige, de gynaecoloog en de coördinator kraamzorg.",
  "not-so-many-free": () => "Zoveel plaatsen zijn daar niet vrij.",
};

export const refusalSentence = ({ code, facts }: EnrolmentRefusal): string => enrolmentRefusals[code](facts);
