import assert from "node:assert/strict";
import { test } from "node:test";
import type { HandoverMove, HandoverState } from "../handover.ts";
import { decideMove, responsibleSide, type MoveFacts } from "./handoverMoves.ts";

const given = { inForce: true, withdrawnOn: null, parts: ["identity", "plan"] };
const sender = { sender: true, receiver: false };
const receiver = { sender: false, receiver: true };
const cases: readonly (readonly [string, HandoverMove, MoveFacts, string])[] = [
  ["the sender offers what was prepared", "offer", { state: "prepared", sides: sender, consent: given }, "go"],
  ["without consent nothing is offered", "offer", { state: "prepared", sides: sender, consent: null }, "handover-no-consent"],
  [
    "who may know the family but not read its plan gets no handover",
    "offer",
    { state: "prepared", sides: sender, consent: { ...given, parts: ["identity"] } },
    "handover-consent-too-narrow",
  ],
  ["handed along to someone outside Wieg, with the family's own yes", "give", { state: "prepared", sides: sender, consent: null }, "go"],
  [
    "what was offered here is not handed along outside too",
    "give",
    { state: "offered", sides: sender, consent: given },
    "handover-not-in-state",
  ],
  ["the receiver accepts", "accept", { state: "offered", sides: receiver, consent: given }, "go"],
  [
    "consent withdrawn between opening and accepting",
    "accept",
    { state: "offered", sides: receiver, consent: { ...given, inForce: false, withdrawnOn: "2026-11-09" } },
    "handover-no-consent",
  ],
  ["the sender cannot accept for the receiver", "accept", { state: "offered", sides: sender, consent: given }, "handover-not-your-side"],
  ["a second acceptance", "accept", { state: "accepted", sides: receiver, consent: given }, "handover-accepted-already"],
  ["to decline is always allowed", "decline", { state: "offered", sides: receiver, consent: null }, "go"],
  ["the sender takes back what nobody accepted", "withdraw", { state: "offered", sides: sender, consent: null }, "go"],
  ["withdrawn after it was accepted", "withdraw", { state: "accepted", sides: sender, consent: given }, "handover-accepted-already"],
  ["what was signed is not changed", "change", { state: "offered", sides: sender, consent: given }, "handover-not-in-state"],
  ["either side records that it was held", "hold", { state: "accepted", sides: sender, consent: null }, "go"],
  ["not held before it was accepted", "hold", { state: "offered", sides: receiver, consent: given }, "handover-not-in-state"],
  [
    "somebody else moves nothing",
    "hold",
    { state: "accepted", sides: { sender: false, receiver: false }, consent: given },
    "handover-not-your-side",
  ],
];

for (const [sentence, move, facts, expected] of cases)
  test(sentence, () => {
    const outcome = decideMove(move, facts);
    assert.equal(outcome === "go" ? outcome : outcome.code, expected);
  });

test("the sender stays responsible until the receiver accepted", () => {
  const states: readonly HandoverState[] = ["prepared", "offered", "declined", "withdrawn", "accepted", "held"];
  assert.deepEqual(states.map(responsibleSide), ["sender", "sender", "sender", "sender", "receiver", "receiver"]);
});
