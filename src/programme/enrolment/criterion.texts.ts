import { formatDay } from "../../kit/day.ts";
import { formatMinutes } from "../../kit/money.ts";
import type { CriterionCode } from "../letters/letter.ts";
import type { Criterion, CriterionFacts, CriterionReason, Need } from "./enrolment.ts";

/** What a criterion is called, to professionals. */
export const criterionNames: Readonly<Record<CriterionCode, string>> = {
  vulnerability: "Kwetsbaarheid",
  insurer: "Verzekeraar",
  residence: "Woonplaats",
  maternity_care: "Kraamzorg",
  home_visit_consent: "Huisbezoek door de JGZ",
  triangle_consent: "Overleg verloskundige, kraamzorg en JGZ",
  capacity: "Plaats vrij",
  need: "Waarvoor en hoeveel",
};

/** The name within a sentence: JGZ keeps its capitals. */
export const criterionInSentence = (code: CriterionCode): string =>
  criterionNames[code].charAt(0).toLowerCase() + criterionNames[code].slice(1);

/** The three situations of pillar 2 [001 3.3.2]. */
export const needNames: Readonly<Record<Need, string>> = {
  not_yet_self_reliant: "Het gezin heeft meer tijd nodig om zelf veilig de basiszorg te geven",
  not_ready_for_other_help: "Het gezin heeft andere hulp nodig, maar is daar nog niet klaar voor",
  other_help_not_available: "Andere hulp is nog niet beschikbaar",
  none: "Geen van deze drie",
};

const day = (value: CriterionFacts[string] | undefined): string => (typeof value === "string" ? formatDay(value) : "");
const word = (value: CriterionFacts[string] | undefined): string => (value === null || value === undefined ? "" : String(value));
const on = (facts: CriterionFacts): string => (facts["on"] ? ` op ${day(facts["on"])}` : "");
const until = (facts: CriterionFacts): string => (facts["until"] ? `, tot en met ${day(facts["until"])}` : "");
const place = (facts: CriterionFacts): string => word(facts["name"]) || "Deze gemeente";

/** Why, in one sentence, for each reason. */
const sentences: Readonly<Record<CriterionReason, (facts: CriterionFacts) => string>> = {
  "not-assessed": () => "Er is nog geen inschatting te zien.",
  "category-not-c-or-d": (facts) =>
    `Categorie ${word(facts["category"])}, ingeschat${on(facts)}. Geboortezorg Flex is voor categorie c en d.`,
  "category-not-confirmed": (facts) =>
    `Categorie ${word(facts["category"])}, ingeschat${on(facts)}. Verloskundige en JGZ bevestigen dit samen, na het huisbezoek.`,
  "category-confirmed": (facts) => `Categorie ${word(facts["category"])}, door verloskundige en JGZ samen bevestigd${on(facts)}.`,
  "category-fits": (facts) => `Categorie ${word(facts["category"])}, ingeschat${on(facts)}.`,
  "insurer-not-recorded": () => "Er is nog geen verzekeraar vastgelegd.",
  "insurer-not-in-list": (facts) =>
    `Er staat “${word(facts["written"])}”. Dat staat niet in de lijst, dus het telt niet als nee. Kijk op de zorgpas.`,
  "insurer-of-group": (facts) =>
    facts["label"] === facts["group"]
      ? `Verzekerd bij ${word(facts["label"])}.`
      : `Verzekerd bij ${word(facts["label"])}, van ${word(facts["group"])}.`,
  "insurer-either": (facts) =>
    `“${word(facts["label"])}” kan via CZ of VGZ zijn. Beide voldoen; voor de rekening moet bekend zijn welke van de twee.`,
  "insurer-other": (facts) => `Verzekerd bij ${word(facts["label"])}.`,
  "municipality-unknown": () => "De gemeente is niet bekend. Vul het adres aan.",
  "inside-area": (facts) => `${place(facts)} hoort bij het gebied: ${word(facts["area"])}.`,
  "outside-area": (facts) => `${place(facts)} ligt buiten het gebied: ${word(facts["area"])}.`,
  "maternity-care-registered": (facts) => `Aangemeld bij ${word(facts["name"])}${on(facts)}.`,
  "maternity-care-elsewhere": (facts) =>
    `Aangemeld bij ${word(facts["name"]) || "een andere organisatie"}, niet bij ${word(facts["asked"])}.`,
  "maternity-care-not-recorded": (facts) => `Nog geen kraamzorg vastgelegd. Aanmelden bij ${word(facts["asked"])} kan nog.`,
  "maternity-care-not-recognised": (facts) => `Er staat “${word(facts["written"])}”. Is dat ${word(facts["asked"])}?`,
  "consent-given": (facts) => `Toestemming gegeven${on(facts)}${until(facts)}.`,
  "consent-not-asked": () => "Nog niet aan het gezin gevraagd.",
  "consent-refused": (facts) => `Het gezin wil dit niet. Gezegd${on(facts)}.`,
  "consent-withdrawn": (facts) => `De toestemming is ingetrokken${on(facts)}.`,
  "consent-expired": (facts) => `De toestemming liep af${on(facts)}. Vraag het opnieuw.`,
  "postnatal-visit-agreed": () => "Het gezin vindt het huisbezoek na de geboorte goed.",
  "postnatal-visit-refused": () => "Het gezin wil geen huisbezoek na de geboorte.",
  "agreed-at-pillar-1": (facts) => `Daarvoor gaf het gezin toestemming bij pijler 1${on(facts)}.`,
  "places-free": (facts) => `Nog ${word(facts["free"])} van ${word(facts["places"])} plaatsen vrij${wayIn(facts)}.`,
  "ceiling-reached": (facts) => `Alle ${word(facts["places"])} plaatsen zijn bezet${wayIn(facts)}.`,
  "need-not-recorded": () => "Leg met het gezin vast waarvoor de hulp is en wat het doel is.",
  "need-none": () => "Geen van de drie situaties geldt.",
  "need-family-not-agreed": () => "Het gezin is het nog niet eens met vraag en doel.",
  "need-youth-not-agreed": () => "De jeugdverpleegkundige heeft nog niet bevestigd dat vraag en doel kloppen.",
  "need-hours-not-agreed": () => "Er is nog geen aantal uren afgesproken.",
  "need-holds": (facts) => `${needName(facts["need"])}. ${formatMinutes(Number(facts["minutes"]))} afgesproken, eens${on(facts)}.`,
};

const needName = (need: CriterionFacts[string] | undefined): string => needNames[(need ?? "none") as Need] ?? "";
const wayIn = (facts: CriterionFacts): string => (facts["entry"] === "flow_on" ? " voor doorstroom uit pijler 1" : "");

export const criterionSentence = ({ reason, facts }: Pick<Criterion, "reason" | "facts">): string => sentences[reason](facts);

interface Answer {
  readonly action: string;
  readonly path: string;
  /** The part of the line that one writes in by answering; left out: whoever works with the family may. */
  readonly part?: "identity" | "programme";
}

/** What to do about a criterion that is unknown: the words on the link, and where on the family's pages it is done. */
export const answers: Readonly<Record<CriterionCode, Answer>> = {
  vulnerability: { action: "Naar categorie en route", path: "#route" },
  insurer: { action: "Verzekeraar invullen", path: "#gezin", part: "identity" },
  residence: { action: "Adres aanvullen", path: "#contact" },
  maternity_care: { action: "Kraamzorg vastleggen", path: "/aanmelding-kraamzorg" },
  home_visit_consent: { action: "Toestemming vragen", path: "/toestemming/vragen/huisbezoek" },
  triangle_consent: { action: "Toestemming vragen", path: "/toestemming/vragen/overleggen" },
  capacity: { action: "Plaatsen bekijken", path: "/geboortezorg-flex/1" },
  need: { action: "Vraag en doel vastleggen", path: "/geboortezorg-flex/2/aanvraag", part: "programme" },
};
