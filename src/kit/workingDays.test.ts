import assert from "node:assert/strict";
import { test } from "node:test";
import { addWorkingDays, isWorkingDay } from "./workingDays.ts";

const days = [
  ["an ordinary Thursday", "2026-03-12", true],
  ["a Saturday", "2026-03-14", false],
  ["Good Friday is worked", "2026-04-03", true],
  ["Easter Monday 2026", "2026-04-06", false],
  ["King's Day on a Monday", "2026-04-27", false],
  ["King's Day on a Sunday is kept on the 26th", "2025-04-26", false],
  ["Ascension Day 2026", "2026-05-14", false],
  ["Whit Monday 2027", "2027-05-17", false],
  ["5 May in an ordinary year", "2026-05-05", true],
  ["5 May once in five years", "2025-05-05", false],
  ["second day of Christmas", "2025-12-26", false],
] as const;
for (const [sentence, day, expected] of days) test(sentence, () => assert.equal(isWorkingDay(day), expected));

const terms = [
  ["3 working days from Monday end on Thursday", "2026-03-09", 3, "2026-03-12"],
  ["3 working days from Friday end on Wednesday", "2026-03-13", 3, "2026-03-18"],
  ["over Easter the Monday does not count", "2026-04-02", 3, "2026-04-08"],
  ["the same working day", "2026-03-12", 0, "2026-03-12"],
  ["on a Saturday the same working day is Monday", "2026-03-14", 0, "2026-03-16"],
] as const;
for (const [sentence, from, count, expected] of terms) test(sentence, () => assert.equal(addWorkingDays(from, count), expected));
