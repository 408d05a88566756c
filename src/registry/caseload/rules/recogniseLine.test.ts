import assert from "node:assert/strict";
import { test } from "node:test";
import { aFile, aLine, type Column, readAll } from "../testing/aCaseload.ts";

const cases: readonly (readonly [sentence: string, part: Partial<Record<Column, string>>, kind: string, codes: string])[] = [
  ["a line with everything", {}, "good", ""],
  [
    "only what is necessary",
    {
      Cliëntnummer: "",
      Voornaam: "",
      Adres: "",
      Postcode: "",
      Woonplaats: "",
      Gemeente: "",
      Telefoon: "",
      Zorgverzekeraar: "",
      Kraamzorg: "",
      Pariteit: "",
      Taal: "",
    },
    "good",
    "",
  ],
  ["no family name", { Achternaam: "" }, "refused", "name-missing"],
  ["no birth date and no due date: both are said", { Geboortedatum: "", "A terme datum": "" }, "refused", "date-missing date-missing"],
  ["an insurer that isn't listed goes in, to be checked", { Zorgverzekeraar: "VGZ Ruime Keuze" }, "good", "insurer-unlisted"],
  [
    "Nuth as municipality goes in as Beekdaelen",
    { Gemeente: "Nuth", Woonplaats: "Nuth", Postcode: "6361 AA" },
    "good",
    "municipality-former",
  ],
  [
    "a lost letter is asked, and stands above what is only worth knowing",
    { Voornaam: "Ma?gorzata", Zorgverzekeraar: "Onbekend BV" },
    "doubtful",
    "text-lost-letter insurer-unlisted",
  ],
  [
    "a refusal stands above a doubt",
    { Voornaam: "Ma?gorzata", "A terme datum": "31-02-2027" },
    "refused",
    "date-impossible text-lost-letter",
  ],
  ["a partner who may not pick up", { Opmerkingen: 'partner "mag niet" opnemen' }, "good", "remark-on-contact"],
  ["a remark of 5,000 characters", { Opmerkingen: "woord ".repeat(833) }, "good", ""],
];
for (const [sentence, part, kind, codes] of cases)
  test(`line: ${sentence}`, async () => {
    const [outcome] = await readAll(aFile([aLine(part)]));
    assert.equal(outcome?.kind, kind);
    assert.equal(outcome?.findings.map(({ code }) => code).join(" "), codes);
  });

const pairs: readonly (readonly [sentence: string, second: Partial<Record<Column, string>>, code: string])[] = [
  ["the same but for the client number", { Cliëntnummer: "C2" }, "double-exact"],
  ["the same line twice", {}, "double-exact"],
  ["the postcode written otherwise", { Cliëntnummer: "C2", Postcode: "6411ab" }, "double-exact"],
  ["another telephone number", { Cliëntnummer: "C2", Telefoon: "0687654321" }, "double-likely"],
  ["an accent less", { Cliëntnummer: "C2", Voornaam: "Renee", Telefoon: "" }, "double-likely"],
  ["a letter off, at the same postcode", { Cliëntnummer: "C2", Voornaam: "Renate", Achternaam: "Smeets" }, ""],
  ["a letter less, at the same postcode", { Cliëntnummer: "C2", Voornaam: "René" }, "double-likely"],
  ["a letter off in the family name, with both dates the same", { Cliëntnummer: "C2", Achternaam: "Smeetz" }, "double-likely"],
  ["a twin sister, pregnant as well", { Cliëntnummer: "C2", Voornaam: "Anouk" }, ""],
  ["someone of the same name, born on another day", { Cliëntnummer: "C2", Geboortedatum: "22-07-1995" }, ""],
  [
    "someone else under the same client number",
    { Achternaam: "Debie", Voornaam: "Selin", Geboortedatum: "02-10-1983" },
    "client-number-twice",
  ],
];
for (const [sentence, second, code] of pairs)
  test(`doubles: ${sentence}`, async () => {
    const [first, other] = await readAll(aFile([aLine(), aLine(second)]));
    assert.equal(first?.kind, "good");
    assert.equal(other?.kind, code === "" ? "good" : "doubtful");
    assert.equal(other?.findings[0]?.code ?? "", code);
    assert.equal(other?.kind === "doubtful" ? other.doubleOf : null, code.startsWith("double") ? 2 : null);
  });

test("what is recognised of a line", async () => {
  const [outcome] = await readAll(
    aFile([
      aLine({ Achternaam: "van der Berg", Voornaam: "Ma?gorzata", Postcode: "6416hb", Zorgverzekeraar: "cz ", Opmerkingen: "schulden" }),
    ]),
  );
  assert.equal(outcome?.kind, "doubtful");
  assert.deepEqual(outcome?.kind === "doubtful" && outcome.record, {
    familyName: "Berg",
    prefix: "van der",
    givenName: "Małgorzata",
    birthDate: "1995-07-21",
    dueDate: "2027-03-17",
    clientNumber: "C1",
    street: "Kerkstraat",
    houseNumber: 15,
    houseNumberAddition: null,
    postcode: "6416 HB",
    postcodeWritten: null,
    place: "Heerlen",
    municipality: { code: "GM0917", name: "Heerlen", from: "municipality" },
    phones: ["+31612345678"],
    email: null,
    contactConfirmedSafe: false,
    insurer: { written: "cz", label: "CZ", group: "CZ" },
    maternityCare: { state: "registered", organisation: "Geboortezorg Limburg", listed: true },
    gravida: 1,
    para: 0,
    language: { written: "Nederlands", code: "nl" },
    remark: "schulden",
    remarkOnContact: false,
  });
});

test("a remark is never shown again in what was found", async () => {
  const [outcome] = await readAll(aFile([aLine({ Opmerkingen: "partner mag niet opnemen" })]));
  assert.ok(outcome?.findings.every(({ value }) => !value.includes("partner")));
});
