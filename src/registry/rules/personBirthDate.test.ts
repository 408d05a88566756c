import assert from "node:assert/strict";
import { test } from "node:test";
import { birthDateProblem } from "./personBirthDate.ts";

const cases = [
  ["a mother of thirty", "mother", "1996-05-04", null],
  ["a mother of fourteen is the one the line is for", "mother", "2012-05-04", null],
  ["a mother of eleven is a mistake in the year", "mother", "2015-05-04", "too-young"],
  ["a mother who is twelve today", "mother", "2014-11-22", null],
  ["a mother who is twelve tomorrow", "mother", "2014-11-23", "too-young"],
  ["a mother of sixty", "mother", "1966-05-04", null],
  ["a mother of sixty-one is a mistake", "mother", "1965-05-04", "too-old"],
  ["a mother who is not born yet", "mother", "2026-11-23", "born-in-future"],
  ["a partner of seventy", "partner", "1956-05-04", null],
  ["a partner of a hundred and eleven", "partner", "1915-05-04", "too-old"],
  ["a child born today", "child", "2026-11-22", null],
  ["a brother of twelve", "child", "2014-05-04", null],
  ["a child of thirty is no child here", "child", "1996-05-04", "no-child"],
  ["a grandmother", "other", "1950-05-04", null],
] as const;

for (const [sentence, kind, birthDate, problem] of cases)
  test(sentence, () => assert.equal(birthDateProblem(kind, birthDate, "2026-11-22"), problem));
