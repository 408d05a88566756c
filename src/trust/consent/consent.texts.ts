import { roleNames } from "../access/roles.texts.ts";
import type { AskState, AskedPurpose, ConsentPerson, ConsentRefusal, Giver, Purpose, ShareablePart, Way } from "./consent.ts";
import type { ConsentState } from "./rules/consentState.ts";

/** Words for professionals. What the family reads on paper stands with the form (letters/). */
export const purposeNames: Readonly<Record<Purpose, string>> = {
  sharing: "Gegevens delen",
  prenatal_home_visit: "Huisbezoek door de JGZ",
  triangle_consultation: "Overleg verloskundige, kraamzorg en JGZ",
  case_conference: "Bespreken in een overleg",
  programme: "Plaats in Geboortezorg Flex",
  study_1: "Onderzoek, deel 1",
  study_2: "Onderzoek, deel 2",
  study_register_link: "Onderzoek: koppelen van gegevens",
  study_quotes: "Onderzoek: aanhalen van woorden",
  study_interview: "Onderzoek: vragen voor een gesprek",
  digital_contact: "Digitaal contact",
};

/** What is asked, to be said aloud as it stands. */
export const purposeQuestions: Readonly<Record<AskedPurpose, string>> = {
  sharing: "Uw hulpverleners werken samen. Mogen zij gegevens delen? Dan hoeft u uw verhaal niet steeds opnieuw te vertellen.",
  prenatal_home_visit: "Mag een verpleegkundige van de JGZ bij u thuis komen? Zij praat met u over wat goed gaat, en waar u hulp bij wilt.",
  triangle_consultation: "Mogen uw verloskundige, de kraamzorg en de JGZ met elkaar overleggen, om samen met u doelen te kiezen?",
  case_conference: "Mogen hulpverleners uw vraag samen bespreken? U mag erbij zijn, of zeggen hoe zij uw mening horen.",
  programme: "Mogen wij uw gegevens gebruiken om te kijken of u kunt meedoen aan Geboortezorg Flex, en om die hulp te regelen?",
  digital_contact: "Mogen wij u een e-mail of sms sturen? Er staat nooit in waar het over gaat.",
};

/** The word of each purpose in an address. */
export const purposeWords: Readonly<Record<AskedPurpose, string>> = {
  sharing: "delen",
  prenatal_home_visit: "huisbezoek",
  triangle_consultation: "overleggen",
  case_conference: "bespreken",
  programme: "geboortezorg-flex",
  digital_contact: "digitaal",
};

export const partNames: Readonly<Record<ShareablePart, string>> = {
  identity: "naam, adres en telefoon",
  signals: "signalen",
  assessment: "inschatting",
  exploration: "gesprekken en huisbezoek",
  plan: "gezinsplan",
  referrals: "verwijzingen",
  maternity_care: "kraamzorg",
  programme: "plaats in Geboortezorg Flex",
};

export const stateNames: Readonly<Record<ConsentState, string>> = {
  in_force: "mag nu",
  refused: "nee",
  withdrawn: "ingetrokken",
  replaced: "vervangen",
  expired: "verlopen",
  not_begun: "nog niet begonnen",
};

export const wayNames: Readonly<Record<Way, string>> = { spoken: "mondeling", signed: "ondertekend", portal: "digitaal, door haarzelf" };

/** Who answered, as told to a colleague. An older or imported record may hold other words: those are shown as they are. */
export const giverName = (giver: string): string => giverNames[giver as Giver] ?? giver;
export const giverNames: Readonly<Record<Giver, string>> = {
  self: "zelf",
  self_with_parents: "zelf, samen met ouders of voogd",
  self_without_parents: "zelf, zonder ouders",
  parents: "ouders of voogd",
};

export const personKinds: Readonly<Record<ConsentPerson["kind"], string>> = {
  mother: "zwangere of moeder",
  partner: "partner",
  child: "kind",
  other: "gezinslid",
};

/** Everyone with a role, in each organisation that is involved; or who sits at the table of the conference [access.md 1]. */
export const roleRecipients = [
  "conference",
  "midwife",
  "maternity_intake",
  "maternity_assistant",
  "maternity_coordinator",
  "youth_nurse",
  "gp",
  "municipal_worker",
  "support_provider",
] as const;
export const roleRecipientName = (role: string): string =>
  role === "conference" ? "iedereen aan tafel bij het overleg" : `elke betrokken ${roleNames[role as keyof typeof roleNames] ?? role}`;

export const organisationKindNames: Readonly<Record<string, string>> = {
  midwifery_practice: "Verloskundigen",
  hospital: "Ziekenhuis",
  maternity_care: "Kraamzorg",
  youth_health: "JGZ",
  municipality: "Gemeente",
  gp_practice: "Huisarts",
  support_provider: "Hulp en steun",
  childcare: "Kinderopvang",
  public_health: "GGD",
  programme_office: "Programmabureau",
  platform: "Beheer",
};

/** Beside which field, and in which words. */
export const refusalErrors: Readonly<Record<ConsentRefusal, { readonly field: string; readonly text: string }>> = {
  "consent-in-future": { field: "givenOn", text: "Deze dag ligt in de toekomst" },
  "consent-ends-too-early": { field: "until", text: "De laatste dag ligt vóór de dag van het antwoord" },
  "consent-not-theirs-to-give": {
    field: "givenBy",
    text: "Bij de leeftijd van deze persoon hoort een ander antwoord op de vraag wie beslist",
  },
  "consent-needs-reason": { field: "withoutParentsReason", text: "Schrijf waarom de ouders niet gevraagd zijn" },
  "consent-needs-recipient": { field: "recipients", text: "Kies met wie gedeeld mag worden" },
  "consent-needs-parts": { field: "parts", text: "Kies ten minste één onderdeel" },
  "consent-not-narrower": { field: "parts", text: "Haal ten minste één onderdeel weg, of trek de toestemming helemaal in" },
  "consent-person-unknown": { field: "about", text: "Kies over wie dit gaat" },
  "consent-no-pages": { field: "given", text: "Zij heeft nu geen eigen pagina. Vraag het haar zelf, en kies ja of nee" },
  "consent-with-parents": {
    field: "given",
    text: "Zij is nog geen 16: zij beslist samen met haar ouders of voogd. Vraag het hun, en leg het antwoord hier vast",
  },
  "consent-waits-for-study": {
    field: "given",
    text: "Dit kan nog niet op haar eigen pagina: haar vragenlijst vooraf staat nog open. Vraag het haar daarna",
  },
  "consent-changed-meanwhile": { field: "form", text: "Iemand anders veranderde deze toestemming intussen. Kijk wat er nu staat." },
};

/** How a question to the mother stands. */
export const askStateNames: Readonly<Record<AskState, string>> = {
  open: "wacht op haar antwoord",
  given: "zij zei ja",
  refused: "zij zei nee",
  withdrawn: "teruggenomen",
  overtaken: "niet meer nodig: er is een ander antwoord of een nieuwe vraag",
  closed: "niet beantwoord: haar eigen pagina is gesloten",
};

/** "a, b en c" */
export const inOneLine = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} en ${words.at(-1)}`;
