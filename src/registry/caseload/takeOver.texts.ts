import { formatDay } from "../../kit/day.ts";
import type { CaseloadField, FindingCode } from "./caseload.ts";
import type { Difference, DifferenceField, DoubleReason, LineState, MatchDecision, UploadState } from "./takeOver.ts";

/** What the uploader reads about a file and its lines. */
export const uploadStateWords: Readonly<Record<UploadState, string>> = {
  reading: "wordt gelezen",
  unreadable: "niet te lezen",
  open: "nagekeken kan worden",
  taking: "wordt overgenomen",
};

export const lineStateWords: Readonly<Record<LineState, { word: string; tone: "ok" | "soon" | "late" | "info" | "plain" }>> = {
  ready: { word: "klaar om over te nemen", tone: "info" },
  asked: { word: "wacht op uw antwoord", tone: "soon" },
  changed: { word: "veranderd", tone: "soon" },
  double: { word: "misschien al bekend", tone: "soon" },
  known: { word: "stond er al in", tone: "plain" },
  left_out: { word: "overgeslagen", tone: "plain" },
  refused: { word: "niet te lezen", tone: "late" },
  taken: { word: "overgenomen", tone: "ok" },
  failed: { word: "niet gelukt", tone: "late" },
};

/** A kind of doubt, as a heading. */
export const questionWords: Readonly<Partial<Record<FindingCode, string>>> = {
  "line-quote-open": "Een aanhalingsteken is niet gesloten",
  "text-too-long": "Een tekst is te lang",
  "text-lost-letter": "Een letter ging verloren",
  "text-garbled": "Letters zijn verminkt",
  "name-odd-characters": "Vreemde tekens in een naam",
  "date-swapped": "Dag en maand verwisseld",
  "date-converted": "Een datum als getal",
  "birth-unlikely": "Een ongewone leeftijd",
  "due-past": "De a terme datum is voorbij",
  "due-far": "De a terme datum is ver weg",
  "postcode-unreadable": "Een postcode klopt niet",
  "municipality-spelling": "Een gemeente is anders geschreven",
  "municipality-place-conflict": "Woonplaats en gemeente kloppen niet samen",
  "municipality-postcode-conflict": "Postcode en gemeente kloppen niet samen",
  "phone-unreadable": "Een telefoonnummer klopt niet",
  "email-unreadable": "Een e-mailadres klopt niet",
  "parity-unreadable": "De pariteit is niet te lezen",
  "client-number-twice": "Een cliëntnummer staat er twee keer in",
  "double-exact": "Een regel staat er twee keer in",
  "double-likely": "Twee regels lijken dezelfde persoon",
};

/** What needs no answer, as a heading. */
export const noteWords: Readonly<Partial<Record<string, string>>> = {
  "postcode-without-letters": "Een postcode zonder letters",
  "postcode-foreign": "Een buitenlandse postcode",
  "municipality-former": "Een gemeente van vroeger, opgenomen onder de naam van nu",
  "municipality-unlisted": "Een gemeente buiten de regio",
  "municipality-from-postcode": "De gemeente is afgeleid van de postcode",
  "phone-zero-lost": "De nul van een telefoonnummer ging verloren",
  "insurer-unlisted": "Een zorgverzekeraar buiten onze lijst",
  "language-unlisted": "Een taal buiten onze lijst",
  "remark-on-contact": "Een opmerking over bereikbaarheid: leg eerst vast hoe zij veilig te bereiken is",
};

export const fieldWords: Readonly<Record<CaseloadField, string>> = {
  clientNumber: "cliëntnummer",
  familyName: "achternaam",
  prefix: "voorvoegsel",
  givenName: "voornaam",
  initials: "voorletters",
  birthDate: "geboortedatum",
  address: "adres",
  houseNumber: "huisnummer",
  houseNumberAddition: "toevoeging",
  postcode: "postcode",
  place: "woonplaats",
  municipality: "gemeente",
  phone: "telefoon",
  mobile: "mobiel",
  email: "e-mail",
  insurer: "zorgverzekeraar",
  maternityCare: "kraamzorg",
  dueDate: "a terme datum",
  parity: "pariteit",
  language: "taal",
  remark: "opmerking (wordt niet overgenomen)",
};

export const differenceWords: Readonly<Record<DifferenceField, string>> = {
  name: "Naam",
  birthDate: "Geboortedatum",
  dueDate: "A terme datum",
  address: "Adres",
  insurer: "Zorgverzekeraar",
  language: "Taal",
  parity: "Pariteit",
  maternityCare: "Kraamzorg",
  phone: "Telefoon",
  email: "E-mail",
};

/** A value of a difference as people read it. */
export function sayValue(field: DifferenceField, value: string | null): string {
  if (value === null) return "niet bekend";
  if (field === "language") return sayLanguage(value);
  return field === "birthDate" || field === "dueDate" ? formatDay(value) : value;
}

/** `pl` as "Pools"; what is no code stays as written. */
function sayLanguage(code: string): string {
  return /^[a-z]{2,3}(?:-|$)/.test(code) ? (languageNames.of(code) ?? code) : code;
}
const languageNames = new Intl.DisplayNames(["nl"], { type: "language" });

/** "A terme datum: do 11 maart 2027 wordt wo 17 maart 2027". */
export const sayDifference = ({ field, was, becomes }: Difference): string =>
  field === "phone" || field === "email"
    ? `${differenceWords[field]}: ${becomes} komt erbij`
    : `${differenceWords[field]}: ${sayValue(field, was)} wordt ${sayValue(field, becomes)}`;

export const doubleWords: Readonly<Record<DoubleReason, { title: string; text: string }>> = {
  "likely-same": {
    title: "Is dit hetzelfde gezin?",
    text: "Deze regel lijkt op een gezin dat u al in Wieg hebt.",
  },
  "number-of-another": {
    title: "Is dit hetzelfde gezin?",
    text: "Het cliëntnummer hoort in Wieg bij iemand anders.",
  },
  "other-pregnancy": {
    title: "Is dit een nieuwe zwangerschap?",
    text: "Dit gezin lijkt in Wieg te staan met een andere zwangerschap.",
  },
};

export const decisionWords: Readonly<Record<MatchDecision, { button: string; done: string }>> = {
  update: { button: "Veranderingen overnemen", done: "De veranderingen gaan mee als u overneemt." },
  keep: { button: "Laten zoals het in Wieg staat", done: "Het gezin blijft zoals het is." },
  "attach-update": {
    button: "Zelfde gezin: neem de veranderingen over",
    done: "De regel hoort bij dat gezin; de veranderingen gaan mee als u overneemt.",
  },
  attach: { button: "Zelfde gezin: verander niets", done: "De regel hoort bij dat gezin. Er verandert niets." },
  pregnancy: { button: "Zelfde gezin, nieuwe zwangerschap", done: "Het gezin krijgt een nieuwe lijn als u overneemt." },
  other: { button: "Een ander gezin", done: "De regel is een ander gezin." },
};

/** What taking over did with a line. */
export const outcomeWords: Readonly<Record<string, string>> = {
  registered: "nieuw aangemeld",
  updated: "bijgewerkt",
  attached: "hoort bij een gezin dat er al was",
  pregnancy: "nieuwe zwangerschap van een bekend gezin",
  kept: "gelaten zoals het was",
  known: "stond er al in",
  "not-yours": "Dit gezin is van een andere organisatie: u mag het zien, maar niet veranderen.",
};

const encodingWords: Readonly<Record<string, string>> = {
  "utf-8": "UTF-8",
  "windows-1252": "Windows-1252 (westers)",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
  mixed: "UTF-8 en Windows-1252 door elkaar",
};
export const sayEncoding = (encoding: string | null): string => encodingWords[encoding ?? ""] ?? encoding ?? "";

export const separatorWords: Readonly<Record<string, string>> = { ";": "puntkomma", ",": "komma", "\t": "tab", "|": "verticale streep" };
