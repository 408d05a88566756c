import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assembleRecords, type RawRecord } from "./records.ts";

function readRecords(text: string, separator: ";" | "," = ";", startsRecord?: (line: string) => boolean): RawRecord[] {
  const assembler = assembleRecords(separator, startsRecord);
  return [...text.split("\n").flatMap((line) => assembler.add(line)), ...assembler.end()];
}

const cases: readonly (readonly [sentence: string, text: string, expected: readonly (readonly [line: number, ...cells: string[]])[]])[] = [
  [
    "plain lines",
    "a;b\nc;d",
    [
      [1, "a", "b"],
      [2, "c", "d"],
    ],
  ],
  ["an empty last cell", "a;", [[1, "a", ""]]],
  ["a separator in a quoted text", '"a;b";c', [[1, "a;b", "c"]]],
  [
    "a line break in a quoted text: the next record's number counts on",
    'a;"b\nc"\nd;e',
    [
      [1, "a", "b\nc"],
      [3, "d", "e"],
    ],
  ],
  ["doubled quotation marks", '"partner ""mag niet"" opnemen";x', [[1, 'partner "mag niet" opnemen', "x"]]],
  ["quotation marks that should have been doubled", '"partner "mag niet" opnemen";x', [[1, 'partner "mag niet" opnemen', "x"]]],
  ["a quotation mark inside a text", 'a 3" b;c', [[1, 'a 3" b', "c"]]],
  ["an empty quoted cell", '"";a', [[1, "", "a"]]],
  ["spaces around a quoted cell", ' "a" ;b', [[1, "a", "b"]]],
];
for (const [sentence, text, expected] of cases)
  test(`records: ${sentence}`, () =>
    assert.deepEqual(
      readRecords(text).map(({ line, cells }) => [line, ...cells]),
      expected,
    ));

test("a quotation mark that is never closed does not swallow the lines after it", () => {
  const records = readRecords('a;"b\nC2;d\nC3;e', ";", (line) => line.startsWith("C"));
  assert.deepEqual(
    records.map(({ line, cells, openQuote }) => [line, openQuote, ...cells]),
    [
      [1, true, "a", "b"],
      [2, false, "C2", "d"],
      [3, false, "C3", "e"],
    ],
  );
});

test("a quoted cell of 20,000 lines is no cell", () => {
  const records = readRecords(`a;"b${"\nx".repeat(20_000)}`);
  assert.ok(records.length > 1);
  assert.ok(records[0]?.openQuote);
});

test("whatever is written well is read back the same", () => {
  const cell = fc.string({ unit: "grapheme" }).map((text) => text.replace(/[\r\n]+/g, "\n"));
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(rows, fc.constantFrom<";" | ",">(";", ","), (written, separator) => {
      const text = written.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(separator)).join("\n");
      assert.deepEqual(
        readRecords(text, separator).map(({ cells }) => cells),
        written,
      );
    }),
  );
});

test("no text crashes it, and no line is lost or read twice", () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-c;",\t ]*$/), { maxLength: 20 }), (lines) => {
      let next = 1;
      for (const { line, lastLine } of readRecords(lines.join("\n"))) {
        assert.equal(line, next);
        next = lastLine + 1;
      }
      assert.equal(next, lines.length === 0 ? 2 : lines.length + 1);
    }),
  );
});
