import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import fc from "fast-check";
import iconv from "iconv-lite";
import { sayFileRefusal, sayFinding } from "../caseload.texts.ts";
import { aFile, aLine, exportDay, inChunks, open, readAll } from "../testing/aCaseload.ts";
import { suppliedLists } from "./caseloadLists.ts";
import { checkCaseloadFile } from "./checkCaseloadFile.ts";
import { readCaseloadFile } from "./readCaseloadFile.ts";

const example = await readFile(new URL("../testing/caseload-example.csv", import.meta.url));

test("the example: every line is in exactly one class", async () => {
  const report = await checkCaseloadFile(await open(example));
  assert.deepEqual([report.read, report.good, report.doubtful.length, report.refused.length], [120, 69, 44, 7]);
  assert.deepEqual(report.file, { encoding: "windows-1252", separator: ";", headingLine: 1, leftOut: [] });
  const lines = [...report.doubtful, ...report.refused].map(({ line }) => line);
  assert.equal(new Set(lines).size, lines.length);
});

test("the example: what is refused, by hand", async () => {
  const { refused } = await checkCaseloadFile(await open(example));
  assert.deepEqual(
    refused.map(({ line, column, value }) => [line, column, value]),
    [
      [46, "A terme datum", ""],
      [61, "A terme datum", "01-01-1900"],
      [73, "A terme datum", ""],
      [78, "A terme datum", "31-02-2027"],
      [98, "A terme datum", ""],
      [133, "A terme datum", "31-02-2027"],
      [134, "A terme datum", "31-02-2027"],
    ],
  );
});

test("the example: what is doubtful, by hand", async () => {
  const outcomes = await readAll(example);
  const found = (code: string) =>
    outcomes.filter(({ kind, findings }) => kind === "doubtful" && findings.some((one) => one.code === code)).map(({ line }) => line);
  assert.deepEqual(found("double-exact"), [30, 53, 60, 75, 92, 100, 102, 109]);
  assert.deepEqual(found("double-likely"), []);
  assert.deepEqual(found("date-swapped"), [25]);
  assert.deepEqual(found("text-lost-letter"), [14, 26, 49, 53, 63, 64, 76, 92]);
  assert.deepEqual(found("due-past"), [2, 15, 24, 28, 33, 42, 57, 58, 63, 67, 74, 80, 85, 100, 108, 111, 113, 122, 125, 129, 131, 132]);
  assert.deepEqual(found("municipality-postcode-conflict"), [2, 19, 24, 34, 36, 40, 48, 56, 57, 91, 94, 100, 108, 129, 130]);
  assert.deepEqual(found("municipality-place-conflict"), []);
});

test("the example: who is who", async () => {
  const at = new Map((await readAll(example)).map((outcome) => [outcome.line, outcome]));
  const record = (line: number) => {
    const outcome = at.get(line);
    if (!outcome || outcome.kind === "refused") throw new Error(`Line ${line} was refused.`);
    return outcome.record;
  };
  assert.deepEqual(
    [record(2).givenName, record(2).birthDate, record(2).dueDate, record(2).insurer.group],
    ["Renée", "1985-07-21", "2026-10-17", "VGZ"],
  );
  assert.deepEqual([record(3).familyName, record(3).prefix, record(3).insurer.label], ["Schröder", "de", "Nationale-Nederlanden"]);
  assert.equal(record(3).remark, "schulden besproken,\nverwijzing wil ze niet");
  assert.deepEqual([record(7).municipality.code, record(7).municipality.name], ["GM0888", "Beek"]);
  assert.deepEqual([record(9).remarkOnContact, record(9).remark], [true, 'Belt liever \'s avonds; partner "mag niet" opnemen']);
  assert.equal(record(11).birthDate, "1981-10-05");
  assert.deepEqual(record(20).insurer, { written: "VGZ Ruime Keuze", label: null, group: "unknown" });
  assert.deepEqual([record(21).insurer.label, record(22).municipality.code], ["CZ", "GM1954"]);
  assert.deepEqual([record(25).birthDate, record(26).givenName, record(53).postcode], ["1990-12-13", "Małgorzata", "6416 HB"]);
  assert.deepEqual([record(28).municipality.code, record(28).insurer.group], ["GM0971", "VGZ"]);
  assert.equal(record(34).maternityCare.organisation, "Geboortezorg Limburg");
  assert.equal(record(3).maternityCare.state, "not-registered");
});

test("the example in any encoding gives the same lines", async () => {
  const text = iconv.decode(example, "windows-1252");
  const expected = await readAll(example);
  const bom = "\uFEFF";
  const forms: Record<string, Uint8Array> = {
    "utf-8": Buffer.from(text),
    "utf-8 with mark": Buffer.from(bom + text),
    "utf-16le": iconv.encode(text, "utf-16le", { addBOM: true }),
    "utf-16be": iconv.encode(text, "utf-16be", { addBOM: true }),
    "utf-16le without mark": iconv.encode(text, "utf-16le"),
    "old Mac line ends": Buffer.from(text.replace(/\r?\n/g, "\r")),
  };
  for (const [name, bytes] of Object.entries(forms))
    for (const chunk of [65_536, 997, 1]) assert.deepEqual(await readAll(bytes, chunk), expected, `${name}, chunks of ${chunk}`);
});

test("each separator gives the same lines", async () => {
  const lines = [aLine({ Opmerkingen: "a;b,c\td|e" }), aLine({ Achternaam: "Öztürk", Cliëntnummer: "C2", Voornaam: "Kim" })];
  const expected = await readAll(aFile(lines));
  for (const separator of [",", "\t", "|"]) assert.deepEqual(await readAll(aFile(lines, separator)), expected);
});

test("a first accent after 300,000 plain lines is read well, as UTF-8 and as Windows-1252", async () => {
  const plain = aFile(
    Array.from({ length: 3_000 }, (_, at) => aLine({ Cliëntnummer: `C${at}`, Voornaam: `Kim`, Geboortedatum: birthday(at) })),
  ).replaceAll("ë", "e");
  const text = `${plain}\r\n${aLine({ Cliëntnummer: "last", Achternaam: "Öztürk" }).join(";")}`;
  for (const encoding of ["utf-8", "windows-1252"]) {
    const last = (await readAll(iconv.encode(text, encoding))).at(-1);
    assert.equal(last?.kind === "good" && last.record.familyName, "Öztürk");
  }
});

const birthday = (at: number): string => Temporal.PlainDate.from("1985-01-01").add({ days: at }).toString();

test("two exports pasted together, each in its own encoding, are both read well", async () => {
  const file = Buffer.concat([
    Buffer.from(aFile([aLine()])),
    iconv.encode(`\r\n${aLine({ Achternaam: "Öztürk", Cliëntnummer: "C2" }).join(";")}`, "windows-1252"),
  ]);
  const reading = await open(file);
  const names: unknown[] = [];
  for await (const outcome of reading.lines)
    names.push(outcome.kind === "good" && `${outcome.record.givenName} ${outcome.record.familyName}`);
  assert.deepEqual(names, ["Renée Smeets", "Renée Öztürk"]);
  assert.equal(reading.encoding(), "mixed");
});

const shapes: readonly (readonly [sentence: string, last: string, kind: string, code: string])[] = [
  ["a line that breaks off", "C2;Hermans;;Ch", "refused", "line-cut-off"],
  [
    "a line that breaks off in a remark",
    `${aLine({ Cliëntnummer: "C2", Voornaam: "Kim" }).slice(0, -1).join(";")};"Belt lie`,
    "doubtful",
    "line-quote-open",
  ],
  [
    "a separator in a text without quotation marks",
    aLine({ Voornaam: "Kim", Opmerkingen: "a;b" }).join(";"),
    "refused",
    "line-too-many-cells",
  ],
  ["the heading again", "Achternaam;Geboortedatum;A terme datum", "refused", "line-heading-again"],
];
for (const [sentence, last, kind, code] of shapes)
  test(`shape: ${sentence}`, async () => {
    const outcome = (await readAll(`${aFile([aLine()])}\r\n${last}`)).at(-1);
    assert.deepEqual([outcome?.kind, outcome?.line, outcome?.findings[0]?.code], [kind, 3, code]);
  });

test("an open quotation mark does not cost the lines after it", async () => {
  const broken = `${aLine({ Cliëntnummer: "C2", Voornaam: "Kim" }).slice(0, -1).join(";")};"Belt liever`;
  const outcomes = await readAll(`${aFile([aLine()])}\r\n${broken}\r\n${aLine({ Cliëntnummer: "C3", Voornaam: "Yara" }).join(";")}`);
  assert.deepEqual(
    outcomes.map(({ kind, line }) => [kind, line]),
    [
      ["good", 2],
      ["doubtful", 3],
      ["good", 4],
    ],
  );
});

test("empty lines are no lines, and do not shift the numbers", async () => {
  const text = `\r\n${aFile([aLine()])}\r\n\r\n;;;;;;;;;;;;;;;;\r\n${aLine({ Cliëntnummer: "C2", Voornaam: "Kim" }).join(";")}\r\n\r\n`;
  assert.deepEqual(
    (await readAll(text)).map(({ line }) => line),
    [3, 6],
  );
});

const others: readonly (readonly [sentence: string, bytes: Uint8Array, code: string])[] = [
  ["a workbook", Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.from("....[Content_Types].xml")]), "Dit is een Excel-werkmap"],
  ["an old workbook", Buffer.from("d0cf11e0a1b11ae1", "hex"), "Dit is een Excel-werkmap"],
  ["a zip", Buffer.from("PK\u0003\u0004....export.csv"), "Dit is een zip-bestand"],
  ["a pdf", Buffer.from("%PDF-1.7"), "Dit is een pdf"],
  ["a web page that calls itself a workbook", Buffer.from("<html><table>"), "Dit is een webpagina"],
  ["a picture", Buffer.from("89504e470d0a1a0a", "hex"), "Dit is een afbeelding"],
  ["noise", Buffer.from(Array.from({ length: 400 }, (_, at) => at % 7)), "Dit is geen tekstbestand"],
  ["nothing", Buffer.alloc(0), "Het bestand is leeg"],
  ["a letter", Buffer.from("Beste mevrouw,\nhierbij de lijst."), "Wij herkennen in dit bestand geen kopregel"],
  [
    "no due dates",
    Buffer.from("Achternaam;Voornaam;Geboortedatum\nSmeets;Kim;1-1-1990"),
    "In het bestand ontbreken kolommen die nodig zijn: A terme datum",
  ],
];
for (const [sentence, bytes, said] of others)
  test(`no caseload: ${sentence}`, async () => {
    const reading = await readCaseloadFile({ size: bytes.length, chunks: inChunks(bytes) }, exportDay, suppliedLists);
    assert.ok(reading.code !== "reading" && sayFileRefusal(reading).startsWith(said));
  });

test("a file that is too large is not read at all", async () => {
  const reading = await readCaseloadFile({ size: 10 ** 9, chunks: inChunks(Buffer.from("x")) }, exportDay, suppliedLists);
  assert.equal(reading.code, "file-too-large");
});

test("no bytes crash it; each record has one class, in order, and every finding can be said", async () => {
  const start = Buffer.from("Achternaam;Geboortedatum;A terme datum;Postcode;Gemeente;Telefoon;Opmerkingen\n");
  const cell = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("21-07-1995", "17-03-2027", "Smeets", '"', ";;", "\n", "6411 AB", "=1+1"),
  );
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc
      .array(fc.array(cell, { maxLength: 8 }), { maxLength: 6 })
      .map((rows) => Buffer.from(rows.map((cells) => cells.join(";")).join("\n"))),
  );
  await fc.assert(
    fc.asyncProperty(bytes, fc.integer({ min: 1, max: 60 }), async (rest, chunk) => {
      const file = Buffer.concat([start, rest]);
      const reading = await readCaseloadFile({ size: file.length, chunks: inChunks(file, chunk) }, exportDay, suppliedLists);
      if (reading.code !== "reading") return assert.equal(reading.code, "file-of-other-kind");
      let before = 1;
      for await (const outcome of reading.lines) {
        assert.ok(outcome.line > before);
        before = outcome.line;
        const weights = new Set(outcome.findings.map(({ weight }) => weight));
        assert.equal(outcome.kind, weights.has("refused") ? "refused" : weights.has("doubtful") ? "doubtful" : "good");
        for (const finding of outcome.findings) assert.match(sayFinding(finding).reason, /[.?]$/);
      }
      return assert.equal(reading.progress(), 1);
    }),
    { numRuns: 300 },
  );
});
