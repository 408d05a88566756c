import assert from "node:assert/strict";
import { test } from "node:test";
import { childAge } from "./childAge.ts";

const cases = [
  ["on the day of birth", "2026-11-22", "2026-11-22", "vandaag geboren"],
  ["one day old", "2026-11-21", "2026-11-22", "1 dag"],
  ["days until two weeks", "2026-11-09", "2026-11-22", "13 dagen"],
  ["then weeks", "2026-11-08", "2026-11-22", "2 weken"],
  ["weeks until three months", "2026-08-23", "2026-11-22", "13 weken"],
  ["then months", "2026-08-22", "2026-11-22", "3 maanden"],
  ["a year", "2025-11-22", "2026-11-22", "1 jaar"],
  ["a year and a month", "2025-10-22", "2026-11-22", "1 jaar en 1 maand"],
  ["a year and some months", "2025-04-01", "2026-11-22", "1 jaar en 7 maanden"],
  ["born on the 31st", "2026-05-31", "2026-09-30", "3 maanden"],
  ["born on 29 February, a year on 1 March", "2024-02-29", "2025-03-01", "1 jaar"],
  ["and not on 28 February", "2024-02-29", "2025-02-28", "11 maanden"],
  ["no age before birth", "2026-11-23", "2026-11-22", null],
] as const;

for (const [sentence, born, today, age] of cases) test(sentence, () => assert.equal(childAge(born, today), age));
