import assert from "node:assert/strict";
import { test } from "node:test";
import type { Day } from "../../../kit/day.ts";
import type { Period, RecordFacts } from "../retention.ts";
import { keepUntil } from "./keepUntil.ts";

const facts: RecordFacts = { made: "2027-02-10", lastChange: "2027-03-12", lineEnded: "2029-06-01" };
const wgbo: Period = { months: 240, countsFrom: "last_change" };
const wmo: Period = { months: 180, countsFrom: "made" };
const accounts: Period = { months: 84, countsFrom: "end_of_year" };
const partner: Period = { months: 24, countsFrom: "end_of_line" };

const cases: readonly [sentence: string, period: Period, change: Partial<RecordFacts>, until: Day | null][] = [
  ["a midwife's file is kept 20 years after its last change", wgbo, {}, "2047-03-12"],
  ["one more remark, and the 20 years begin anew", wgbo, { lastChange: "2031-01-05" }, "2051-01-05"],
  ["a municipality's record of support is kept 15 years from when it was made, whatever changed later", wmo, {}, "2042-02-10"],
  ["the accounts of the programme are kept 7 years after the end of their year", accounts, {}, "2034-12-31"],
  ["also when the last entry is of New Year's Eve", accounts, { lastChange: "2027-12-31" }, "2034-12-31"],
  ["what childcare noted is kept two years after the line ended", partner, {}, "2031-06-01"],
  ["but no shorter than two years after its own last change", partner, { lastChange: "2030-01-15" }, "2032-01-15"],
  ["while the line goes on nothing of it comes due", partner, { lineEnded: null }, null],
  ["a question at the front door goes a year after it was closed", { months: 12, countsFrom: "closed" }, {}, "2028-03-12"],
  ["for the study the consent says until when", { months: null, countsFrom: "consent" }, {}, null],
  [
    "what changed on 29 February is kept until 28 February",
    { months: 84, countsFrom: "last_change" },
    { lastChange: "2028-02-29" },
    "2035-02-28",
  ],
];

for (const [sentence, period, change, until] of cases)
  test(sentence, () => assert.equal(keepUntil(period, { ...facts, ...change }), until));
