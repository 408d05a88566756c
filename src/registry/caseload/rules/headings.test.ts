import assert from "node:assert/strict";
import { test } from "node:test";
import { findHeading } from "./findHeading.ts";
import { readHeadings } from "./headings.ts";

test("the headings of the example, in their order", () => {
  const cells =
    "Cliëntnummer;Achternaam;Voorvoegsel;Voornaam;Geboortedatum;Adres;Postcode;Woonplaats;Gemeente;Telefoon;E-mail;Zorgverzekeraar;Kraamzorg;A terme datum;Pariteit;Taal;Opmerkingen".split(
      ";",
    );
  const reading = readHeadings(cells);
  assert.equal(reading.kind === "headings" && reading.recognised, 17);
});

const cases: readonly (readonly [sentence: string, heading: string, expected: string])[] = [
  ["any order and case", "AT;GEBOORTEDATUM;ACHTERNAAM", "headings dueDate=0 birthDate=1 familyName=2"],
  ["other words", "Uitgerekende datum;Geb. datum;Naam", "headings dueDate=0 birthDate=1 familyName=2"],
  ["accents that got lost", "Cli?ntnummer;Achternaam;Geb.datum;A terme", "headings clientNumber=0 familyName=1 birthDate=2 dueDate=3"],
  [
    "with what is between brackets",
    "Achternaam;Geboortedatum (dd-mm-jjjj);A terme datum (definitief)",
    "headings familyName=0 birthDate=1 dueDate=2",
  ],
  ["a column we don't want", "Achternaam;BSN;Geboortedatum;AT", "headings familyName=0 birthDate=2 dueDate=3 without BSN"],
  [
    "two columns of one kind: the first counts",
    "Achternaam;Meisjesnaam;Geboortedatum;AT",
    "headings familyName=0 birthDate=2 dueDate=3 without Meisjesnaam",
  ],
  ["no due date", "Achternaam;Voornaam;Geboortedatum", "incomplete dueDate"],
  ["data, not headings", "Smeets;Renée;21-07-1985", "none"],
];
for (const [sentence, heading, expected] of cases)
  test(`heading: ${sentence}`, () => {
    const reading = readHeadings(heading.split(";"));
    const said = {
      none: () => "none",
      incomplete: () => (reading.kind === "incomplete" ? `incomplete ${reading.missing.join(" ")}` : ""),
      headings: () => {
        if (reading.kind !== "headings") return "";
        const { positions, leftOut } = reading.layout;
        const places = Object.entries(positions).map(([field, at]) => `${field}=${at}`);
        return ["headings", ...places, ...(leftOut.length > 0 ? ["without", ...leftOut] : [])].join(" ");
      },
    }[reading.kind]();
    assert.equal(said, expected);
  });

const files: readonly (readonly [sentence: string, lines: readonly string[], expected: string])[] = [
  ["semicolons", ["Achternaam;Geboortedatum;A terme datum"], "; 1 1"],
  ["commas", ["Achternaam,Geboortedatum,A terme datum"], ", 1 1"],
  ["tabs", ["Achternaam\tGeboortedatum\tA terme datum"], "\t 1 1"],
  ["quoted", ['"Achternaam","Geboortedatum","A terme datum"'], ", 1 1"],
  ["a title and an empty line above it", ["Cliënten, export; 22-11-2026", "", "Achternaam,Geboortedatum,A terme datum"], ", 3 3"],
  ["what a spreadsheet puts on top", ["sep=;", "Achternaam;Geboortedatum;A terme datum"], "; 2 2"],
  ["a heading over two lines", ['Achternaam;Geboortedatum;"A terme', 'datum"'], "; 1 2"],
  ["no heading", ["Smeets;21-07-1985;17-10-2026"], "file-without-heading"],
  ["a column is missing", ["Achternaam;Voornaam;A terme datum"], "file-without-columns Geboortedatum"],
  ["nothing", ["", " "], "file-empty"],
];
for (const [sentence, lines, expected] of files)
  test(`file: ${sentence}`, () => {
    const found = findHeading(lines);
    const said =
      "code" in found ? [found.code, ...Object.values(found.facts)] : [found.layout.separator, found.layout.headingLine, found.lastLine];
    assert.equal(said.join(" "), expected);
  });
