import assert from "node:assert/strict";
import { test } from "node:test";
import { csvCents, toCsv } from "./csv.ts";

test("a spreadsheet reads a table, and no cell as a formula", () => {
  const rows = [
    ["Financier", "Bedrag"],
    ["=HYPERLINK(1)", csvCents(-1250)],
    ['A; "B"', csvCents(5)],
    [" +1", 3],
  ];
  assert.equal(toCsv(rows), `\uFEFFFinancier;Bedrag\r\n'=HYPERLINK(1);-12,50\r\n"A; ""B""";0,05\r\n' +1;3\r\n`);
});
