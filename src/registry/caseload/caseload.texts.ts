import { formatShortDay } from "../../kit/day.ts";
import type { FileRefusal, Finding, FindingCode } from "./caseload.ts";

/** A finding in the words of the uploader: what is the matter, and what is proposed. Professionals read these, in plain Dutch. */
export interface SaidFinding {
  readonly reason: string;
  readonly proposal: string | null;
}

type Say = (finding: Finding) => readonly [reason: string, proposal?: string];

const quote = (finding: Finding): string => `“${finding.value}”`;
const fact = (finding: Finding, name: string): string => String(finding.facts[name] ?? "");

const sentences: Record<FindingCode, Say> = {
  "line-cut-off": (finding) => [
    `De regel is afgebroken: ${fact(finding, "found")} van de ${fact(finding, "expected")} kolommen.${
      finding.facts["openQuote"] ? " Er staat ook een aanhalingsteken dat niet gesloten wordt." : ""
    } Vul de regel aan vanuit uw eigen systeem.`,
  ],
  "line-too-many-cells": (finding) => [
    `De regel heeft ${fact(finding, "found")} kolommen, het bestand heeft er ${fact(finding, "expected")}. Staat er een scheidingsteken midden in een tekst? Zet die tekst dan tussen aanhalingstekens.`,
  ],
  "line-heading-again": () => ["Dit is nog een keer de kopregel. Haal deze regel weg."],
  "line-quote-open": (finding) => [
    finding.facts["from"] === finding.facts["to"]
      ? "Er staat een aanhalingsteken dat niet gesloten wordt."
      : `Er staat een aanhalingsteken dat niet gesloten wordt: regel ${fact(finding, "from")} tot en met ${fact(finding, "to")} zijn als één regel gelezen.`,
    "De regel opnemen. Kijk na of er in de opmerking geen andere cliënt staat.",
  ],
  "name-missing": () => ["De achternaam ontbreekt."],
  "name-too-long": (finding) => [`De achternaam is langer dan ${fact(finding, "longest")} tekens.`],
  "text-too-long": (finding) => [`De tekst is langer dan ${fact(finding, "longest")} tekens.`, "Alleen het begin bewaren."],
  "text-lost-letter": (finding) => [
    `In ${quote(finding)} is een letter verloren gegaan.`,
    finding.proposal === finding.value ? "Zo laten staan, of hier de goede naam invullen." : `Opnemen als “${finding.proposal}”.`,
  ],
  "text-garbled": (finding) => [`De letters van ${quote(finding)} zijn verminkt.`, `Opnemen als “${finding.proposal}”.`],
  "name-odd-characters": (finding) => [
    `In ${quote(finding)} staan tekens die niet in een naam horen.`,
    "Zo laten staan, of hier de goede naam invullen.",
  ],
  "date-missing": () => ["De datum ontbreekt."],
  "date-marker": (finding) => [`${quote(finding)} is wat een systeem invult als de datum niet bekend is.`],
  "date-impossible": (finding) => [
    finding.facts["noLeapYear"]
      ? `${quote(finding)} bestaat niet: ${fact(finding, "noLeapYear")} is geen schrikkeljaar.`
      : `${quote(finding)} bestaat niet op de kalender.`,
  ],
  "date-unreadable": (finding) => [`${quote(finding)} kunnen wij niet als datum lezen. Schrijf bijvoorbeeld 21-07-1985.`],
  "date-swapped": (finding) => [
    `${quote(finding)}: een jaar heeft geen 13 maanden of meer. Zijn dag en maand verwisseld?`,
    `Opnemen als ${finding.proposal}.`,
  ],
  "date-converted": (finding) => [
    `${quote(finding)} is een datum zoals een rekenblad of programma die opslaat.`,
    `Opnemen als ${finding.proposal}.`,
  ],
  "birth-in-future": (finding) => [`De geboortedatum ${quote(finding)} ligt in de toekomst. Staat de a terme datum in de verkeerde kolom?`],
  "birth-too-young": (finding) => [`Volgens de geboortedatum ${quote(finding)} is zij ${fact(finding, "age")} jaar.`],
  "birth-too-old": (finding) => [`Volgens de geboortedatum ${quote(finding)} is zij ${fact(finding, "age")} jaar.`],
  "birth-unlikely": (finding) => [
    `Volgens de geboortedatum is zij ${fact(finding, "age")} jaar. Klopt dat?`,
    `Opnemen met geboortedatum ${finding.proposal}.`,
  ],
  "due-long-past": (finding) => [
    `De a terme datum ${quote(finding)} is meer dan twee jaar geleden: de lijn van dit gezin is al afgesloten.`,
  ],
  "due-past": (finding) => [
    `De a terme datum is ${fact(finding, "weeks")} weken geleden. Is het kindje geboren?`,
    `Opnemen met a terme datum ${finding.proposal}, en daarna de geboorte vastleggen.`,
  ],
  "due-far": (finding) => [
    `De a terme datum is pas over ${fact(finding, "weeks")} weken. Klopt dat?`,
    `Opnemen met a terme datum ${finding.proposal}.`,
  ],
  "due-too-far": (finding) => [
    `De a terme datum ${quote(finding)} is pas over ${fact(finding, "weeks")} weken: langer dan een zwangerschap duurt. Klopt het jaar?`,
  ],
  "postcode-unreadable": (finding) => [
    `${quote(finding)} is geen postcode.`,
    finding.proposal ? `Opnemen als ${finding.proposal}.` : "Zonder postcode opnemen, of hier de goede invullen.",
  ],
  "postcode-without-letters": (finding) => [`De letters van postcode ${quote(finding)} ontbreken.`],
  "postcode-foreign": (finding) => [`${quote(finding)} lijkt een buitenlandse postcode en blijft zo staan.`],
  "municipality-former": (finding) => [
    `De gemeente ${fact(finding, "old")} bestaat sinds ${formatShortDay(dayAfter(fact(finding, "until")))} niet meer: opgenomen als ${fact(finding, "now")}.`,
  ],
  "municipality-unlisted": (finding) => [`${quote(finding)} herkennen wij niet als gemeente of plaats van de regio: te controleren.`],
  "municipality-from-postcode": (finding) => [`De gemeente ${fact(finding, "name")} is afgeleid van de postcode: te controleren.`],
  "municipality-spelling": (finding) => [`${quote(finding)} kennen wij niet.`, `Opnemen als gemeente ${finding.proposal}.`],
  "municipality-place-conflict": (finding) => [
    `De woonplaats ${fact(finding, "place")} hoort bij de gemeente ${fact(finding, "placeIn")}, maar er staat ${fact(finding, "municipality")}.`,
    `Opnemen als gemeente ${finding.proposal}.`,
  ],
  "municipality-postcode-conflict": (finding) => [
    finding.facts["areaIn"]
      ? `Postcodes die met ${fact(finding, "area")} beginnen, horen bij ${fact(finding, "areaIn")}, maar volgens de regel woont zij in ${fact(finding, "municipality")}.`
      : `Postcodes die met ${fact(finding, "area")} beginnen, liggen buiten de regio, maar volgens de regel woont zij in ${fact(finding, "municipality")}.`,
    `Opnemen als gemeente ${finding.proposal}; kijk de postcode na.`,
  ],
  "phone-unreadable": (finding) => [
    `${quote(finding)} is geen telefoonnummer.`,
    "Zonder dit telefoonnummer opnemen, of hier het goede invullen.",
  ],
  "phone-zero-lost": (finding) => [`Bij ${quote(finding)} is de eerste nul verloren gegaan: opgenomen als ${fact(finding, "number")}.`],
  "email-unreadable": (finding) => [`${quote(finding)} is geen e-mailadres.`, "Zonder e-mailadres opnemen, of hier het goede invullen."],
  "insurer-unlisted": (finding) => [`De zorgverzekeraar ${quote(finding)} staat niet in onze lijst: te controleren.`],
  "language-unlisted": (finding) => [`De taal ${quote(finding)} staat niet in onze lijst en blijft zo staan.`],
  "parity-unreadable": (finding) => [`${quote(finding)} kunnen wij niet als pariteit lezen.`, "Zonder pariteit opnemen."],
  "remark-on-contact": () => ["In de opmerking staat iets over bereikbaarheid. Leg eerst vast hoe zij veilig te bereiken is."],
  "client-number-twice": (finding) => [
    `Het cliëntnummer staat ook op regel ${fact(finding, "line")}, bij iemand anders.`,
    "Toch als een ander gezin opnemen.",
  ],
  "double-exact": (finding) => [
    `Deze regel is gelijk aan regel ${fact(finding, "line")}, op het cliëntnummer na.`,
    `Overslaan: regel ${fact(finding, "line")} gaat mee.`,
  ],
  "double-likely": (finding) => [
    `Deze regel lijkt dezelfde persoon als regel ${fact(finding, "line")}.`,
    `Overslaan: regel ${fact(finding, "line")} gaat mee.`,
  ],
};

/** Says a finding in Dutch. */
export function sayFinding(finding: Finding): SaidFinding {
  const [reason, proposal] = sentences[finding.code](finding);
  return { reason, proposal: finding.weight === "doubtful" ? (proposal ?? null) : null };
}

const otherKinds: Readonly<Record<string, string>> = {
  excel: "Dit is een Excel-werkmap. Open haar in Excel, kies Opslaan als en dan CSV UTF-8, en bied dat bestand aan.",
  zip: "Dit is een zip-bestand of een Excel-werkmap. Pak het uit, of sla de werkmap op als CSV UTF-8.",
  pdf: "Dit is een pdf. Maak in uw systeem een export als CSV.",
  web: "Dit is een webpagina, geen CSV. Open het bestand in een rekenblad en sla het op als CSV UTF-8.",
  document: "Dit is een tekstdocument, geen CSV. Maak in uw systeem een export als CSV.",
  picture: "Dit is een afbeelding, geen CSV.",
  binary: "Dit is geen tekstbestand. Maak in uw systeem een export als CSV.",
};

/** Why a whole file cannot be read, in one sentence. */
export function sayFileRefusal({ code, facts }: FileRefusal): string {
  if (code === "file-empty") return "Het bestand is leeg.";
  if (code === "file-too-large") return `Het bestand is groter dan ${facts["megabytes"]} MB. Splits het in delen.`;
  if (code === "file-of-other-kind") return otherKinds[String(facts["kind"])] ?? "Dit is geen CSV-bestand.";
  if (code === "file-without-columns") return `In het bestand ontbreken kolommen die nodig zijn: ${facts["missing"]}.`;
  return "Wij herkennen in dit bestand geen kopregel. De eerste regel moet de namen van de kolommen bevatten, zoals Achternaam, Geboortedatum en A terme datum.";
}

const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
