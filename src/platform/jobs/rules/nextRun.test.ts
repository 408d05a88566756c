import assert from "node:assert/strict";
import { test } from "node:test";
import type { Recurrence } from "../task.ts";
import { nextRun } from "./nextRun.ts";

const cases: readonly [string, Recurrence, string, string][] = [
  ["later today when the time has not passed", { dailyAt: "07:00" }, "2026-11-22T05:00:00Z", "2026-11-22T06:00:00Z"],
  ["tomorrow when it has", { dailyAt: "07:00" }, "2026-11-22T06:00:00Z", "2026-11-23T06:00:00Z"],
  ["at the same time on the clock after summer time ends", { dailyAt: "07:00" }, "2026-10-24T12:00:00Z", "2026-10-25T06:00:00Z"],
  ["at the same time on the clock after summer time begins", { dailyAt: "07:00" }, "2026-03-28T12:00:00Z", "2026-03-29T05:00:00Z"],
  ["an hour later where the clock skips the time", { dailyAt: "02:30" }, "2026-03-28T12:00:00Z", "2026-03-29T01:30:00Z"],
  ["so many minutes from now", { everyMinutes: 5 }, "2026-11-22T05:00:00Z", "2026-11-22T05:05:00Z"],
];

for (const [sentence, recurrence, now, expected] of cases)
  test(`a job runs ${sentence}`, () => assert.equal(nextRun(recurrence, now), expected));
