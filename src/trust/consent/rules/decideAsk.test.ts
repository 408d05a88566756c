import assert from "node:assert/strict";
import { test } from "node:test";
import { decideAsk, type AskFacts } from "./decideAsk.ts";

const facts: AskFacts = {
  purpose: "sharing",
  recipients: 1,
  parts: ["identity", "plan"],
  until: null,
  today: "2026-11-09",
  reads: true,
  decidesHerself: true,
};
const cases: readonly (readonly [string, Partial<AskFacts>, string])[] = [
  ["a question to a mother with pages of her own", {}, "go"],
  ["until today is asked for today", { until: "2026-11-09" }, "go"],
  ["she has no pages (any more)", { reads: false }, "consent-no-pages"],
  ["whether she may be mailed is not asked in the pages that rest on it", { purpose: "digital_contact" }, "consent-no-pages"],
  ["a girl of 14 decides with her parents", { decidesHerself: false }, "consent-with-parents"],
  ["until yesterday", { until: "2026-11-08" }, "consent-ends-too-early"],
  ["to nobody", { recipients: 0 }, "consent-needs-recipient"],
  ["about nothing", { parts: [] }, "consent-needs-parts"],
];
for (const [sentence, change, expected] of cases)
  test(sentence, () => {
    const outcome = decideAsk({ ...facts, ...change });
    assert.equal(outcome === "go" ? outcome : outcome.code, expected);
  });
