import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { boundedQueue } from "./queue.ts";
import { PdfError } from "./pdfError.ts";
import { renderPdf } from "./renderPdf.ts";
import { ensurePoppler, readPdf, squeeze } from "./testing/poppler.ts";

const document = { title: "Een proef", author: "Wieg", language: "nl", date: "2026-03-12" } as const;
const probe = import.meta.resolve("./testing/probe.typ");
const print = (text: string) => renderPdf(probe, { document, data: { blocks: [{ kind: "paragraph", text }] } });
const folder = mkdtempSync(join(tmpdir(), "wieg-typ-"));
const template = (name: string, source: string) => {
  writeFileSync(join(folder, name), source);
  return pathToFileURL(join(folder, name)).href;
};
const failure = (template: string) => renderPdf(template, { document, data: { name: "Amira" } });

before(ensurePoppler);

test("it is a tagged PDF/UA-1 that says its title, author, language and date", async () => {
  const blocks = [
    { kind: "list", items: ["een", "twee"] },
    { kind: "table", header: ["Uren", "Bedrag"], rows: [["49", "€ 5,40"]] },
  ];
  const pdf = await renderPdf(probe, { document, data: { blocks } });
  const { info, xmp, structure } = readPdf(pdf);
  assert.match(info, /Title:\s+Een proef\nAuthor:\s+Wieg\n/);
  assert.match(info, /Tagged:\s+yes/);
  assert.match(info, /CreationDate:\s+Thu Mar 12 00:00:00 2026/);
  assert.match(xmp, /<pdfuaid:part>1<\/pdfuaid:part>/);
  assert.match(xmp, /<dc:language>.*nl.*<\/dc:language>/s);
  assert.match(Buffer.from(pdf).toString("latin1"), /\/Lang\s*\(nl/);
  for (const tag of [/^ {2}H1 "Een proef"/m, /^\s+L \(block\)/m, /^\s+LBody/m, /^\s+Table/m, /^\s+TH /m, /^\s+TD/m])
    assert.match(structure, tag);
});

test("the same inputs give the same bytes", async () => {
  const first = await print("Zoë woont in Heerlen");
  await print("iemand anders ertussen");
  assert.deepEqual(await print("Zoë woont in Heerlen"), first);
});

for (const text of [
  '#eval("1+1")',
  "*bold* _it_ `code`",
  "$x^2$ <label> @ref",
  "= Geen kop",
  "\\ // /* */ #panic()",
  "- [ ] ~ --- ... 'x' \"y\"",
])
  test(`what someone typed stays what it is: ${text}`, async () => {
    const { words, structure } = readPdf(await print(text));
    assert.equal(squeeze(words), squeeze(`Een proef${text}`));
    assert.equal(structure.match(/H1/g)?.length, 1);
  });

test("a word longer than a line breaks inside the paper and is read back whole", async () => {
  const word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(4);
  const { text, boxes } = readPdf(await print(`Zij heet ${word} en woont hier`));
  assert.ok(squeeze(text).includes(word));
  // A4 is 595 pt wide, its margin 71; the reader counts an invisible break at the end of a line for some points.
  for (const box of boxes) assert.ok(box.right <= 538, `${box.word} ends at ${box.right} pt`);
});

const names = [
  ["Latin Extended", "Łukasz Żółć, İpek Işık Öğütçü, Ștefan, Dvořák, Ọlá, Nguyễn Thị Hồng, Þór, Ġorġ"],
  ["Cyrillic", "Олександра Шевченко"],
  ["Greek", "Ελένη Παπαδοπούλου"],
  ["Arabic", "محمد"],
  ["Ethiopic (Tigrinya)", "ሰላም ተስፋዬ"],
  ["Chinese", "王小明"],
  ["Korean", "김민준"],
  ["Japanese", "さくら"],
  ["Hebrew", "שרה"],
  ["Armenian", "Արամ"],
  ["Georgian", "გიორგი"],
  ["Devanagari", "अनिता"],
  ["Bengali", "রহিম"],
  ["Tamil", "அருண்"],
  ["Thai", "สมชาย"],
] as const;
for (const [script, name] of names)
  test(`a name in ${script} is printed, not replaced by boxes`, async () => {
    const { text } = readPdf(await print(`Naam: ${name}.`));
    const plain = text.replace(/[\u202a-\u202e\u2066-\u2069]/gu, "");
    assert.ok(squeeze(plain).includes(squeeze(name)), `read back: ${plain}`);
  });

test("a script that no font has is refused by name, without quoting the text", async () => {
  await assert.rejects(print("Naam: ᠮᠣᠩᠭᠣᠯ"), (error: PdfError) => {
    assert.equal(error.code, "script-not-in-fonts");
    assert.deepEqual(error.scripts, ["Mongolian"]);
    assert.doesNotMatch(error.message, /\p{Script=Mongolian}/u);
    return true;
  });
});

test("letters with a loose accent are put together", async () => {
  assert.ok(readPdf(await print("Ame\u0301lie")).text.includes("Amélie"));
});

const wrong = [
  ["unknown.typ", "#nothing", /^unknown\.typ: unknown variable: nothing/],
  ["missing.typ", "#data.street", /^missing\.typ: dictionary does not contain key "street"/],
  ["outside.typ", '#read("../../../package.json")', /^outside\.typ: failed to load file/],
  ["password.typ", '#read("/etc/passwd")', /^password\.typ: (failed to load file|file not found)/],
  ["package.typ", '#import "@preview/cetz:0.3.0"', /^package\.typ: a template may import no package/],
  [
    "untitled.typ",
    '#image(bytes("<svg xmlns=\\"http://www.w3.org/2000/svg\\" width=\\"9\\" height=\\"9\\"/>"))',
    /^untitled\.typ: .*PDF\/UA-1 error/s,
  ],
] as const;
for (const [name, source, message] of wrong)
  test(`a wrong template says what is wrong: ${name}`, async () => {
    await assert.rejects(async () => failure(template(name, source)), { name: "PdfError", code: "template", message });
  });

test("after an error the next document is made as ever", async () => {
  await assert.rejects(async () => failure(template("again.typ", "#nothing")), PdfError);
  assert.ok((await print("gewoon")).length > 1000);
});

test("when too many wait, the next is told so at once, and the others are all made in order", async () => {
  const inTurn = boundedQueue(3);
  const made: number[] = [];
  const waiting = [1, 2, 3].map((number) => inTurn(() => made.push(number)));
  await assert.rejects(
    inTurn(() => made.push(4)),
    { code: "queue-full" },
  );
  await Promise.all(waiting);
  await inTurn(() => made.push(5));
  assert.deepEqual(made, [1, 2, 3, 5]);
});
