import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import type { Cell, DataSet, Variable } from "./dataset.ts";
import { fitted } from "./rules/byteWriter.ts";
import { savChunks } from "./rules/savChunks.ts";
import { oddData } from "./testing/oddData.ts";
import { parseCsv } from "./testing/parseCsv.ts";
import { askPspp } from "./testing/pspp.ts";

// The file is opened by a program that shares nothing with us: GNU PSPP.
const dataSet = oddData(6000);
let folder: string;
let answer: string;
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "wieg-sav-"));
  const facts = { label: "Proef é", date: "23 Nov 26", time: "01:02:03", documents: ["Versie 1, met ☂", "y".repeat(100)] };
  await writeFile(path.join(folder, "odd.sav"), Buffer.concat([...savChunks(dataSet, facts)]));
  answer = await askPspp(folder, [
    "SET TVARS=NAMES TNUMBERS=VALUES DECIMAL=DOT.",
    "GET FILE='odd.sav'.",
    "DISPLAY DICTIONARY.",
    "DISPLAY ATTRIBUTES.",
    "FORMATS ALL (F40.16) /day (SDATE10).".replace(
      "ALL",
      numeric(dataSet)
        .filter((name) => name !== "day")
        .join(" "),
    ),
    translate("kept.csv", "IGNORE"),
    translate("gone.csv", "RECODE"),
    "SYSFILE INFO 'odd.sav'.",
  ]);
});
after(() => rm(folder, { recursive: true, force: true }));

const numeric = ({ variables }: DataSet) => variables.filter(({ kind }) => kind === "number").map(({ name }) => name);
const translate = (file: string, missing: string) =>
  `SAVE TRANSLATE /OUTFILE='${file}' /TYPE=CSV /REPLACE /CELLS=VALUES /FIELDNAMES /MISSING=${missing}.`;
const table = (name: string, at = 0): string[][] => {
  const found = answer.split("\n\n").filter((one) => one.startsWith(`Table: ${name}\n`));
  return parseCsv(found[at]?.split("\n").slice(1).join("\n") ?? "");
};
const valuesOf = async (file: string) => parseCsv(await readFile(path.join(folder, file), "utf8")).slice(1);

/** A value as PSPP writes it, as we hold it. */
function read(text: string | undefined, { kind }: Variable): Cell {
  if (kind === "text") return text ?? "";
  if (text === undefined || text.trim() === "") return null;
  if (kind === "number") return Number(text);
  const [month, day, year] = text.split("/");
  return `${year}-${month}-${day}`;
}
const isGone = ({ missing }: Variable, cell: Cell) => missing.some(({ code }) => code === cell);
const held = (variable: Variable, cell: Cell): Cell => (variable.kind === "text" ? (cell ?? "") : cell);

for (const [file, says] of [
  ["kept.csv", "every value is the value that we hold, and each missing code its code"],
  ["gone.csv", "every missing code is missing there, and nothing else"],
] as const)
  test(says, async () => {
    const rows = await valuesOf(file);
    assert.equal(rows.length, dataSet.rows.length);
    dataSet.rows.forEach((row, at) =>
      dataSet.variables.forEach((variable, column) => {
        const cell = row[column] ?? null;
        const expected = file === "gone.csv" && isGone(variable, cell) ? null : held(variable, cell);
        assert.deepEqual(near(read(rows[at]?.[column], variable)), near(expected), `${variable.name}, row ${at + 1}`);
      }),
    );
  });

/** PSPP writes a value of a CSV file with 15 digits. */
const near = (cell: Cell): Cell => (typeof cell === "number" ? Number(cell.toPrecision(13)) : cell);

test("names, labels, measurement levels and missing values stand as they were described", () => {
  const measures = { nominal: "Nominal", ordinal: "Ordinal", scale: "Scale" };
  const told = table("Variables").slice(1);
  assert.deepEqual(
    told.map(([name, , label, measure, , , , , , missing]) => [name, label, measure, missing]),
    dataSet.variables.map((one) => [one.name, fitted(one.label, 255), measures[one.measure], sayMissing(one)]),
  );
});

function sayMissing({ missing }: Variable): string {
  const codes = missing.map(({ code }) => code).sort((one, other) => one - other);
  return codes.length > 3 ? `${codes[0]} THRU ${codes.at(-1)}` : codes.join("; ");
}

test("each value and each missing reason has its label, with its own signs", () => {
  let name = "";
  const told = table("Value Labels")
    .slice(1)
    .flatMap(([variable = "", value = "", label = ""]) => {
      if (variable.startsWith("Footnote")) return [];
      name = variable || name;
      return [[name, Number(value.replace("[a]", "")), label, value.includes("[a]")]];
    });
  assert.deepEqual(
    told,
    dataSet.variables.flatMap(({ name: variable, values, missing }) =>
      [
        ...missing.map(({ code, label }) => [variable, code, label, true] as const),
        ...values.map(({ value, label }) => [variable, value, fitted(label, 120), false] as const),
      ].sort(([, one], [, other]) => one - other),
    ),
  );
});

test("the file says what it is, in how many cases, and in what way each variable was made", () => {
  const facts = new Map(table("File Information").map(([name = "", value]) => [name, value]));
  assert.deepEqual(
    ["Label", "Cases", "Encoding", "Compression", "Documents"].map((one) => facts.get(one)),
    ["Proef é", "6000", "UTF-8", "SAV", `Versie 1, met ☂\n${"y".repeat(80)}`],
  );
  const sources = table("Variable and Dataset Attributes").slice(1);
  assert.deepEqual(
    sources.map(([name, , value]) => [name, value]),
    dataSet.variables.map(({ name, source }) => [name, source]),
  );
});

test("no piece that is written is large, however many cases there are", () => {
  const facts = { label: "", date: "", time: "", documents: [] };
  const sizes = [...savChunks(oddData(40_000), facts)].map(({ length }) => length);
  assert.ok(sizes.length > 10 && Math.max(...sizes) < 400_000, sizes.join());
});
