import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import fc from "fast-check";
import { sayFinding } from "../caseload.texts.ts";
import { aFile, aLine, open, readAll } from "../testing/aCaseload.ts";
import { writeMendedHeading, writeMendedLine } from "./mendedFile.ts";

/** The refused lines of a file, as the file to mend. */
async function mend(content: string | Uint8Array): Promise<{ file: string; codes: string[][] }> {
  const reading = await open(content);
  let file = writeMendedHeading(reading.layout);
  const codes: string[][] = [];
  for await (const outcome of reading.lines) {
    if (outcome.kind !== "refused") continue;
    const reasons = outcome.findings.map((finding) => `${finding.column}: ${sayFinding(finding).reason}`);
    file += writeMendedLine(reading.layout, { cells: outcome.cells, reasons });
    codes.push(outcome.findings.map(({ code }) => code));
  }
  return { file, codes };
}

test("the refused lines of the example come back, and are refused for the same when offered again", async () => {
  const first = await mend(await readFile(new URL("../testing/caseload-example.csv", import.meta.url)));
  assert.equal(first.codes.length, 7);
  assert.ok(first.file.startsWith("\uFEFFReden;Cliëntnummer;Achternaam;"));
  const again = await mend(first.file);
  assert.deepEqual(again, first);
});

test("once mended, it goes in", async () => {
  const { file } = await mend(aFile([aLine({ "A terme datum": "31-02-2027" })]));
  const [outcome] = await readAll(file.replace(/;31-02-2027;/, ";28-02-2027;"));
  assert.equal(outcome?.kind, "good");
});

test("what a spreadsheet would take for a formula is written as text, and read back as it was", async () => {
  const formulas = ["=cmd|' /C calc'!A0", "+31 6 12345678", "-1+1", "@SUM(A1)", " =1+1", "＝1+1"];
  for (const formula of formulas) {
    const { file } = await mend(aFile([aLine({ Achternaam: formula, Geboortedatum: "" })]));
    const row = file.split("\r\n")[1] ?? "";
    assert.ok(row.includes(`;'${formula}`) || row.includes(`;"'${formula}`), row);
    const { file: again } = await mend(file);
    assert.equal(again, file);
  }
});

test("a line that was cut off stays cut off", async () => {
  const first = await mend(`${aFile([])}\r\nC2;Hermans;;Ch`);
  assert.match(first.file, /;C2;Hermans;;Ch\r\n$/);
  assert.deepEqual(await mend(first.file), first);
});

test("whatever was refused is refused again for the same, and no cell of the file begins like a formula", async () => {
  const cell = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("=1", "+1", "'=1", '"', ";", "21-07-1995", "Smeets", "-", "@x", "\t=1"),
  );
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 19 }), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(rows, async (lines) => {
      const first = await mend(aFile(lines));
      const again = await mend(first.file);
      assert.deepEqual(again.codes, first.codes);
      for (const outcome of await readAll(first.file)) assert.equal(outcome.kind, "refused");
      assert.doesNotMatch(first.file, /(?:^|[;\n])"?\s*[=+@]/);
    }),
    { numRuns: 200 },
  );
});
