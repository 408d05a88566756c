import assert from "node:assert/strict";
import { test } from "node:test";
import { decideConversation, decideMending, type ConversationFacts } from "./decideConversation.ts";

const today = "2026-11-09";
const facts: ConversationFacts = {
  heldOn: today,
  familyWants: "Rust in huis",
  dimensions: [{ dimension: "meedoen", score: 3, remark: null }],
  today,
};
const code = (outcome: "go" | { code: string }) => (outcome === "go" ? outcome : outcome.code);

const cases: readonly (readonly [string, Partial<ConversationFacts>, string])[] = [
  ["one dimension and what the family wants", {}, "go"],
  ["only what the family wants: all dimensions skipped", { dimensions: [] }, "go"],
  ["only figures", { familyWants: null }, "go"],
  ["nothing at all", { dimensions: [], familyWants: null }, "conversation-empty"],
  ["a conversation of last week", { heldOn: "2026-11-02" }, "go"],
  ["a conversation of tomorrow", { heldOn: "2026-11-10" }, "conversation-in-future"],
];
for (const [sentence, part, expected] of cases)
  test(sentence, () => assert.equal(code(decideConversation({ ...facts, ...part })), expected));

const mine = { by: { professionalId: "me", organisationId: "us", name: "", organisation: "" }, recordedOn: today };
test("its author mends it on the same day", () =>
  assert.equal(decideMending(mine, { professionalId: "me", organisationId: "us" }, today), "go"));
test("the next day it stands", () =>
  assert.equal(code(decideMending(mine, { professionalId: "me", organisationId: "us" }, "2026-11-10")), "conversation-too-late"));
test("a colleague does not mend it", () =>
  assert.equal(code(decideMending(mine, { professionalId: "she", organisationId: "us" }, today)), "conversation-not-yours"));
test("nor its author in another job", () =>
  assert.equal(code(decideMending(mine, { professionalId: "me", organisationId: "them" }, today)), "conversation-not-yours"));
