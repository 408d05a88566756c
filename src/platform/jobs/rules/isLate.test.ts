import assert from "node:assert/strict";
import { test } from "node:test";
import { isLate } from "./isLate.ts";

const now = "2026-11-09T10:00:00Z";
const cases = [
  ["each five minutes, failed once: it is tried again in seconds", { everyMinutes: 5 }, 1, false],
  ["each five minutes, failed six times: its next time comes first", { everyMinutes: 5 }, 6, true],
  ["each minute, failed five times: its next time comes first", { everyMinutes: 1 }, 5, true],
  ["daily, failed ten times: it is tried again before tomorrow", { dailyAt: "02:30" }, 10, false],
  ["daily, failed ten times in the night, shortly before its time", { dailyAt: "11:30" }, 10, true],
  ["daily, given up: it comes tomorrow", { dailyAt: "02:30" }, 20, true],
] as const;

for (const [name, recurrence, attempts, late] of cases)
  test(name, () => assert.equal(isLate(recurrence, { attempts, max_attempts: 20 }, now), late));
