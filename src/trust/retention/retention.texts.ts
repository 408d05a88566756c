import type { Concern, CountsFrom, ExtendReason, HoldReason, KeepReason, RecordKind, RequestState } from "./retention.ts";
import type { MoveRefusal } from "./rules/destructionMoves.ts";

/** Words of keeping and destroying, as professionals and the privacy officer read them. */
export const kindNames: Readonly<Record<RecordKind, string>> = {
  medical_file: "Medisch dossier",
  youth_help: "Dossier jeugdhulp",
  social_support: "Maatschappelijke ondersteuning",
  partner_note: "Aantekeningen van kinderopvang en andere partners",
  meldcode: "Meldcode",
  programme: "Administratie van Geboortezorg Flex",
  study: "Onderzoek",
  question: "Hulpvraag aan de voordeur",
  trail: "Logboek van wie keek",
};

export const countsFromNames: Readonly<Record<CountsFrom, string>> = {
  last_change: "de laatste wijziging",
  made: "het vastleggen",
  end_of_year: "het einde van het jaar",
  end_of_line: "het einde van de lijn",
  closed: "het afsluiten van de vraag",
  consent: "wat in de toestemming staat",
};

/** "20 jaar", "18 maanden"; without a number the consent says it. */
export const periodInWords = (months: number | null): string =>
  months === null ? "zoals de toestemming zegt" : months % 12 === 0 ? `${months / 12} jaar` : `${months} maanden`;

export const keepReasonNames: Readonly<Record<KeepReason, string>> = {
  interest_of_other: "Groot belang van een ander, zoals een kind",
  law: "De wet zegt dat het moet blijven",
  complaint: "Er loopt een klacht of een rechtszaak over deze zorg",
  accounts: "Administratie: de belastingwet vraagt 7 jaar",
};

export const concernNames: Readonly<Record<Concern, string>> = {
  interest_of_other: "Een ander heeft er groot belang bij dat (een deel van) het dossier blijft, zoals een kind",
  complaint: "Er loopt een klacht of een rechtszaak over de zorg",
};

export const holdReasonNames: Readonly<Record<HoldReason, string>> = {
  complaint: "Er loopt een klacht",
  claim: "Er loopt een schadezaak",
  inspection: "De inspectie doet onderzoek",
  care_goes_on: "De zorg gaat door",
  study: "Het onderzoek is nog niet klaar",
};

export const extendReasonNames: Readonly<Record<ExtendReason, string>> = {
  many_organisations: "Veel organisaties hebben iets vastgelegd",
  complex: "Er is meer tijd nodig om te beslissen wat mag",
};

export const stateNames: Readonly<Record<RequestState, string>> = {
  asked: "te beslissen",
  granted: "wacht op bevestiging",
  refused: "afgewezen",
  confirmed: "wordt uitgevoerd",
  carried_out: "vernietigd",
  withdrawn: "ingetrokken",
};

export const aboutNames: Readonly<Record<"mother" | "partner" | "child" | "other", string>> = {
  mother: "de moeder",
  partner: "de partner",
  child: "het kind",
  other: "een ander gezinslid",
};

export const refusalSentences: Readonly<
  Record<MoveRefusal | "changed-meanwhile" | "kept-by-law" | "nothing-decided" | "already-asked" | "not-a-term", string>
> = {
  "not-your-side": "Dit is niet aan u.",
  "not-in-state": "Dit verzoek is intussen verder. Kijk hoe het er nu voor staat.",
  "same-person": "U hebt dit zelf beslist. Een ander bevestigt het.",
  "changed-meanwhile": "Iemand anders was u net voor. Kijk hoe het er nu voor staat.",
  "kept-by-law": "Van één van deze onderdelen zegt de wet dat het moet blijven.",
  "nothing-decided": "Kies bij elk onderdeel wat er gebeurt.",
  "already-asked": "Dit verzoek loopt al. U vindt het op de pagina van dit gezin, bij 'Deze lijn'.",
  "not-a-term": "Kies een dag na vandaag, hoogstens 5 jaar vooruit.",
};
