import assert from "node:assert/strict";
import { test } from "node:test";
import { termOf } from "./workList.ts";

const cases = [
  ["a term of yesterday is one day late", "2026-11-21", { tone: "late", text: "1 dag te laat" }],
  ["a term of last week is some days late", "2026-11-16", { tone: "late", text: "6 dagen te laat" }],
  ["a term of today is soon", "2026-11-22", { tone: "soon", text: "vandaag" }],
  ["a term within a week is soon, with its day", "2026-11-25", { tone: "soon", text: "wo 25 november 2026" }],
  ["a later term has its day alone", "2026-12-24", { tone: "plain", text: "do 24 december 2026" }],
] as const;

for (const [sentence, due, expected] of cases) test(sentence, () => assert.deepEqual(termOf(due, "2026-11-22"), expected));
