import assert from "node:assert/strict";
import { test } from "node:test";
import type { KeptRow } from "../familyFile.ts";
import { sayRow } from "./sayRow.ts";

const row = (content: KeptRow["content"], table = "signal"): KeptRow => ({
  table,
  part: "signals",
  recordedOn: "2027-03-12",
  professional: "Anna Verzonnen",
  organisation: "Praktijk De Maas",
  content,
});

const cases: readonly [sentence: string, content: KeptRow["content"], fields: readonly string[]][] = [
  ["what was written stands as it was written", { seen: "Zij lacht veel" }, ["wat er is gezien: Zij lacht veel"]],
  ["a day as people write it", { observed_on: "2027-03-02" }, ["gezien op: 2-3-2027"]],
  ["yes and no", { urgent: false }, ["met spoed: nee"]],
  ["a code in words", { state: "withdrawn" }, ["stand: ingetrokken"]],
  ["ids, versions and who in which job are for the machine", { id: "x", version: 3, author_organisation_id: "y", accepted_by: "z" }, []],
  ["an id within a list neither", { factors: ["5b1c1f9e-5c56-4d1e-9b1e-9f1f3a1b2c3d"] }, []],
  ["what is within is told too", { content: { goals: [{ wording: "Rust" }] } }, ["inhoud: goals: in uw woorden: Rust"]],
  ["a column that nobody named yet is not left out", { brand_new: "iets" }, ["brand new: iets"]],
  ["nothing is said of what is empty", { reason: null, note: "" }, []],
];
for (const [sentence, content, fields] of cases)
  test(sentence, () =>
    assert.deepEqual(
      sayRow(row(content)).fields.map(({ label, value }) => `${label}: ${value}`),
      fields,
    ),
  );

test("each record says what it is, when and by whom", () => {
  const said = sayRow(row({}));
  assert.deepEqual(
    [said.part, said.title, said.on, said.by],
    ["Wat zorgverleners zagen", "Signaal", "12-3-2027", "Anna Verzonnen, Praktijk De Maas"],
  );
  assert.equal(sayRow(row({}, "a_new_table")).title, "a new table");
});
