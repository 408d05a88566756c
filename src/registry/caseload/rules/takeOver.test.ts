import assert from "node:assert/strict";
import { test } from "node:test";
import type { CaseloadLayout, LineOutcome } from "../caseload.ts";
import { suppliedLists } from "../server/caseloadLists.ts";
import type { Answer, FileFamily, OwnFamily } from "../takeOver.ts";
import { aFile, aLine, type Column, exportDay, open } from "../testing/aCaseload.ts";
import { findDifferences } from "./differences.ts";
import { isCitizenNumber, keptCells } from "./keptCells.ts";
import { matchLine, type Compared } from "./matchLine.ts";
import { readLines } from "./recogniseLine.ts";
import { questionsOf, settle } from "./settle.ts";
import { toFamily } from "./toFamily.ts";

async function read(part: Partial<Record<Column, string>>): Promise<{ outcome: LineOutcome; layout: CaseloadLayout }> {
  const reading = await open(aFile([aLine(part)]));
  for await (const outcome of reading.lines) return { outcome, layout: reading.layout };
  throw new Error("The file has no line.");
}

const family = async (part: Partial<Record<Column, string>> = {}): Promise<FileFamily> => {
  const { outcome } = await read(part);
  if (outcome.kind === "refused") throw new Error("The line was refused.");
  return toFamily(outcome.record);
};

test("a line as it is kept", async () => {
  assert.deepEqual(await family(), {
    givenName: "Renée",
    prefix: null,
    familyName: "Smeets",
    birthDate: "1995-07-21",
    dueDate: "2027-03-17",
    address: { street: "Kerkstraat", houseNumber: "15", postcode: "6411AB", place: "Heerlen", municipality: "GM0917" },
    insurer: "CZ",
    language: "nl",
    parity: "G1P0",
    maternityCare: "Geboortezorg Limburg",
    phones: ["+31612345678"],
    email: null,
  });
});

const numbers: readonly (readonly [written: string, kept: string])[] = [
  ["Kerkstraat 15-2", "15-2"],
  ["Kerkstraat 119a", "119a"],
  ["Putgraaf 143 bis", "143 bis"],
];
for (const [written, kept] of numbers)
  test(`house number: ${written}`, async () => assert.equal((await family({ Adres: written })).address?.houseNumber, kept));

test("a foreign postcode stays with the place", async () => {
  const { address } = await family({ Postcode: "52062", Woonplaats: "Aachen", Gemeente: "" });
  assert.deepEqual([address?.postcode, address?.place], [null, "52062 Aachen"]);
});

const changes: readonly (readonly [sentence: string, part: Partial<Record<Column, string>>, fields: readonly string[]])[] = [
  ["nothing changed", {}, []],
  ["a cell was emptied: nothing is lost", { Telefoon: "", Adres: "", Postcode: "", Zorgverzekeraar: "", Taal: "" }, []],
  ["a new expected day", { "A terme datum": "20-03-2027" }, ["dueDate"]],
  ["she moved", { Adres: "Molenweg 3", Postcode: "6416 HB" }, ["address"]],
  ["the address in capitals", { Adres: "KERKSTRAAT 15" }, []],
  ["another number, written otherwise the same", { Telefoon: "+31 6 12345678" }, []],
  ["a second number", { Telefoon: "06-12345678 / 045 5741234" }, ["phone"]],
  ["only her initial, or no given name: the known one stays", { Voornaam: "R." }, []],
  ["no given name", { Voornaam: "" }, []],
  ["married, and another insurer", { Achternaam: "Smeets-Jansen", Zorgverzekeraar: "VGZ" }, ["name", "insurer"]],
];
for (const [sentence, part, fields] of changes)
  test(`difference: ${sentence}`, async () => {
    const found = findDifferences(await family(), await family(part));
    assert.deepEqual(
      found.map(({ field }) => field),
      fields,
    );
  });

const own: OwnFamily = { ...(await family()), trajectoryId: "one", familyId: "f", bornOn: null, ended: false };
const other: OwnFamily = { ...own, trajectoryId: "two" };
const matches: readonly (readonly [sentence: string, compared: Partial<Compared>, kind: string, reason?: string])[] = [
  ["nobody like her", {}, "new"],
  ["her number, and the file says what it said", { numbered: { family: own, unchanged: true, person: "different" } }, "known"],
  ["her number, and nothing else", { numbered: { family: own, unchanged: false, person: "same-line" } }, "known"],
  [
    "her number, another day",
    { numbered: { family: { ...own, dueDate: "2027-04-01" }, unchanged: false, person: "same-line" } },
    "changed",
  ],
  ["her number, another person", { numbered: { family: own, unchanged: false, person: "different" } }, "double", "number-of-another"],
  ["her number, another pregnancy", { numbered: { family: own, unchanged: false, person: "same-person" } }, "double", "other-pregnancy"],
  ["another number, the same person", { alike: [{ family: other, person: "same-line" }] }, "double", "likely-same"],
  ["her line of two years ago", { alike: [{ family: other, person: "same-person" }] }, "double", "other-pregnancy"],
  ["her line has ended", { alike: [{ family: { ...other, ended: true }, person: "same-line" }] }, "double", "other-pregnancy"],
  ["someone else, the uploader said", { alike: [{ family: other, person: "same-line" }], not: ["two"] }, "new"],
];
for (const [sentence, compared, kind, reason] of matches)
  test(`match: ${sentence}`, async () => {
    const match = matchLine({ file: await family(), numbered: null, alike: [], not: [], ...compared });
    assert.deepEqual([match.kind, match.kind === "double" ? match.reason : undefined], [kind, reason]);
  });

async function answered(part: Partial<Record<Column, string>>, key: string, answer: Answer) {
  const { outcome, layout } = await read(part);
  const reader = readLines(layout, suppliedLists, exportDay);
  return settle({ ...outcome, cells: keptCells(outcome.cells, layout) }, { [key]: answer }, layout, suppliedLists, reader);
}
const record = async (...given: Parameters<typeof answered>) => {
  const settled = await answered(...given);
  assert.ok(settled.code === "settled" && settled.left.length === 0);
  return settled.record;
};

test("answer: the proposal", async () => {
  assert.equal((await record({ Geboortedatum: "12-13-1990" }, "date-swapped.birthDate", { choice: "accept" })).birthDate, "1990-12-13");
});
test("answer: as written", async () => {
  const names = await record({ Achternaam: "van der W?jk" }, "text-lost-letter.familyName", { choice: "keep" });
  assert.deepEqual([names.prefix, names.familyName], ["van der", "W?jk"]);
  const line = await record({ Postcode: "641 AB" }, "postcode-unreadable.postcode", { choice: "keep" });
  assert.deepEqual([line.postcode, line.postcodeWritten], [null, "641 AB"]);
});
test("answer: typed instead", async () => {
  assert.equal(
    (await record({ Postcode: "641 AB" }, "postcode-unreadable.postcode", { choice: "typed", text: "6416hb" })).postcode,
    "6416 HB",
  );
  const names = await record({ Voornaam: "Ma?gorzata" }, "text-lost-letter.givenName", { choice: "typed", text: "Małgosia" });
  assert.equal(names.givenName, "Małgosia");
});
test("answer: what was typed can't be read either", async () => {
  const settled = await answered({ Postcode: "641 AB" }, "postcode-unreadable.postcode", { choice: "typed", text: "zes" });
  assert.deepEqual([settled.code, settled.code === "unreadable" && settled.key], ["unreadable", "postcode-unreadable.postcode"]);
  const day = await answered({ Geboortedatum: "12-13-1990" }, "date-swapped.birthDate", { choice: "typed", text: "31-2-1990" });
  assert.equal(day.code, "unreadable");
});
test("answer: one of two doubts", async () => {
  const part = { Geboortedatum: "12-13-1990", Postcode: "641 AB" };
  const settled = await answered(part, "date-swapped.birthDate", { choice: "accept" });
  assert.deepEqual(settled.code === "settled" && settled.left, ["postcode-unreadable"]);
});

test("a remark that is too long asks nothing: it is not taken over", async () => {
  const { outcome } = await read({ Opmerkingen: "x".repeat(6_000) });
  assert.deepEqual(questionsOf(outcome.findings), []);
});

test("a citizen service number is not kept", async () => {
  assert.ok(
    isCitizenNumber("111222333") && isCitizenNumber("1112 22 333") && !isCitizenNumber("111222334") && !isCitizenNumber("0612345678"),
  );
  const reading = await open("Achternaam;BSN;Geboortedatum;A terme datum\nSmeets;111222333;1-1-1990;17-03-2027\n");
  assert.deepEqual(keptCells(["Smeets", "111222333", "1-1-1990", "17-03-2027"], reading.layout), ["Smeets", "", "1-1-1990", "17-03-2027"]);
  assert.deepEqual(keptCells(["Smeets", "x", "111222333", "1-1-1990", "17-03-2027"], reading.layout), [
    "Smeets",
    "x",
    "",
    "1-1-1990",
    "17-03-2027",
  ]);
});
