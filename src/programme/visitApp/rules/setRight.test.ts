import assert from "node:assert/strict";
import { test } from "node:test";
import { clockOff, setRight, wasSetRight } from "./setRight.ts";

const at = "2026-11-22T09:00:00.000Z";
const day = 86_400;

for (const [sentence, by, off, expected] of [
  ["a good clock", "clock", 0, at],
  ["a minute ahead is nothing", "clock", 60, at],
  ["a day ahead: it was yesterday", "clock", day, "2026-11-21T09:00:00.000Z"],
  ["a day behind: it was tomorrow", "clock", -day, "2026-11-23T09:00:00.000Z"],
  ["a day ahead, told some seconds late: the same minute", "clock", day + 4, "2026-11-21T09:00:00.000Z"],
  ["an hour ahead, after summer time", "clock", 3600, "2026-11-22T08:00:00.000Z"],
  ["typed is meant, whatever the clock", "typed", day, at],
] as const)
  test(sentence, () => assert.equal(setRight({ at, by }, off), expected));

test("how far it is off follows from what the phone thinks it is now", () =>
  assert.equal(clockOff("2026-11-23T09:00:00.000Z", "2026-11-22T09:00:00.000Z"), day));

test("said only when a time of the clock was changed", () => {
  const entry = (by: "clock" | "typed") => ({ started: { at, by }, ended: null });
  assert.equal(wasSetRight(entry("clock"), day), true);
  assert.equal(wasSetRight(entry("typed"), day), false);
  assert.equal(wasSetRight(entry("clock"), 60), false);
});
