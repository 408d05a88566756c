import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDay } from "./day.ts";

const typed = [
  ["12-3-2026", "2026-03-12", "as most write it"],
  ["12/3/26", "2026-03-12", "with a short year"],
  ["12 maart 2026", "2026-03-12", "in words"],
  ["2026-03-12", "2026-03-12", "as a browser sends it"],
  ["03021996", "1996-02-03", "without anything between, day first"],
  [" 03 02 1996 ", "1996-02-03", "with spaces"],
  ["31022026", null, "a day that does not exist"],
  ["20260312", null, "year first without anything between could be either: it is asked again"],
  ["0302199", null, "a digit short"],
  ["gisteren", null, "no day"],
] as const;

for (const [text, day, why] of typed) test(`"${text}": ${why}`, () => assert.equal(parseDay(text), day));
