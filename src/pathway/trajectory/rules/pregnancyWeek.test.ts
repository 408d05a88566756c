import assert from "node:assert/strict";
import { test } from "node:test";
import { pregnancyWeek } from "./pregnancyWeek.ts";

const cases = [
  ["the due date is 40+0", "2027-04-22", "2027-04-22", "40+0"],
  ["a day before is 39+6", "2027-04-22", "2027-04-21", "39+6"],
  ["109 days before is 24+3", "2027-04-22", "2027-01-03", "24+3"],
  ["a child that is late: 41+2", "2027-04-22", "2027-05-01", "41+2"],
  ["the first day is 0+0", "2027-04-22", "2026-07-16", "0+0"],
  ["before the first day there is no week", "2027-04-22", "2026-07-15", null],
  ["five weeks late is no week any more", "2027-04-22", "2027-05-28", null],
  ["a week is a week across summer time", "2026-06-01", "2026-03-30", "31+0"],
  ["and a day before that", "2026-06-01", "2026-03-29", "30+6"],
  ["due on 29 February", "2028-02-29", "2028-02-28", "39+6"],
  ["a day after 29 February", "2028-02-29", "2028-03-01", "40+1"],
] as const;

for (const [sentence, due, day, week] of cases) test(sentence, () => assert.equal(pregnancyWeek(due, day), week));
