import assert from "node:assert/strict";
import { test } from "node:test";
import { needsCheck } from "./needsCheck.ts";

const cases = [
  ["an offer that nobody ever checked", null, true],
  ["an offer checked yesterday", "2026-11-21", false],
  ["an offer checked half a year ago less a day", "2026-05-23", false],
  ["an offer checked half a year ago", "2026-05-22", true],
  ["an offer checked last year", "2025-11-22", true],
] as const;

for (const [sentence, assuredOn, expected] of cases) test(sentence, () => assert.equal(needsCheck(assuredOn, "2026-11-22"), expected));
