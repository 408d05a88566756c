import assert from "node:assert/strict";
import { test } from "node:test";
import { birthProblem, dueDateProblem } from "./plausibleDates.ts";

const today = "2026-11-22";

const dueDates = [
  ["a due date in spring", "2027-04-22", null],
  ["42 weeks from now is the furthest", "2027-09-12", null],
  ["a day further is too far", "2027-09-13", "due-too-far"],
  ["50 weeks from now is a mistake", "2027-11-07", "due-too-far"],
  ["three weeks ago a child can still be late", "2026-11-01", null],
  ["a day before that it has been born", "2026-10-31", "due-long-past"],
] as const;
for (const [sentence, due, problem] of dueDates) test(sentence, () => assert.equal(dueDateProblem(due, today), problem));

const births = [
  ["born today", "2026-11-22", "2026-11-20", null],
  ["a birth of tomorrow", "2026-11-23", "2026-11-20", "birth-in-future"],
  ["a birth before the registration", "2026-10-01", null, null],
  ["a child that is two has its line behind it", "2024-11-22", null, "birth-too-long-ago"],
  ["a child that is two tomorrow", "2024-11-23", null, null],
  ["a birth at 16+0", "2026-11-22", "2027-05-09", null],
  ["a birth at 15+6 does not fit the due date", "2026-11-22", "2027-05-10", "birth-not-with-due-date"],
  ["a birth at 45+0", "2026-11-22", "2026-10-18", null],
  ["a birth at 45+1 does not fit", "2026-11-22", "2026-10-17", "birth-not-with-due-date"],
] as const;
for (const [sentence, bornOn, dueDate, problem] of births)
  test(sentence, () => assert.equal(birthProblem(bornOn, { dueDate }, today), problem));
