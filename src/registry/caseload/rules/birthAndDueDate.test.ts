import assert from "node:assert/strict";
import { test } from "node:test";
import { ageOn, readBirthDate, readDueDate } from "./birthAndDueDate.ts";

const today = "2026-11-22";
const cases: readonly (readonly [sentence: string, of: "birth" | "due", text: string, expected: string])[] = [
  ["a mother of 31", "birth", "20-10-1995", "1995-10-20"],
  ["a mother of 15 is the one the line is for", "birth", "27-04-2011", "2011-04-27"],
  ["a mother of 12", "birth", "22-11-2014", "2014-11-22"],
  ["a child of 11", "birth", "23-11-2014", "2014-11-23 birth-too-young"],
  ["the due date stands in the column of the birth date", "birth", "17-03-2027", "2027-03-17 birth-in-future"],
  ["a mother of 58", "birth", "01-02-1968", "1968-02-01 birth-unlikely"],
  ["a mother of 90", "birth", "01-02-1936", "1936-02-01 birth-too-old"],
  ["day and month swapped", "birth", "12-13-1990", "1990-12-13 date-swapped"],
  ["a due date in spring", "due", "17-03-2027", "2027-03-17"],
  ["a due date of three weeks ago: she may still be pregnant", "due", "01-11-2026", "2026-11-01"],
  ["a due date of three weeks and a day ago: the child must be there", "due", "31-10-2026", "2026-10-31 due-past"],
  ["a due date of two years ago: the line has ended", "due", "01-11-2024", "2024-11-01 due-long-past"],
  ["a due date 40 weeks away: just pregnant", "due", "29-08-2027", "2027-08-29"],
  ["a due date 41 weeks away", "due", "05-09-2027", "2027-09-05 due-far"],
  ["a due date 50 weeks away", "due", "07-11-2027", "2027-11-07 due-too-far"],
  ["no due date", "due", "", "null date-missing"],
  ["the date of a system that knows none", "due", "01-01-1900", "null date-marker"],
  ["31 February", "due", "31-02-2027", "null date-impossible"],
  ["words", "due", "rond kerst", "null date-unreadable"],
];

for (const [sentence, of, text, expected] of cases)
  test(sentence, () => {
    const { value, remarked } = (of === "birth" ? readBirthDate : readDueDate)(text, today);
    assert.equal([String(value), ...remarked.map(({ code }) => code)].join(" "), expected);
  });

test("someone of 29 February grows older on 1 March", () => {
  assert.equal(ageOn("2008-02-29", "2026-02-28"), 17);
  assert.equal(ageOn("2008-02-29", "2026-03-01"), 18);
});
