import assert from "node:assert/strict";
import { test } from "node:test";
import { maySendByItself } from "./maySendByItself.ts";

const cases = [
  ["a line without a loss gets its invitations and reminders", null, true],
  ["after a loss nothing goes out by itself, from that day on", "2026-11-22", false],
] as const;

for (const [sentence, lossOn, may] of cases) test(sentence, () => assert.equal(maySendByItself({ lossOn }), may));
