import assert from "node:assert/strict";
import { test } from "node:test";
import { decideMove, type MoveFacts } from "./referralMoves.ts";

const facts = (part: Partial<MoveFacts>): MoveFacts => ({
  state: "requested",
  way: "wieg",
  sides: { asked: true, asking: false },
  consent: { inForce: true, withdrawnOn: null, parts: ["identity"] },
  ...part,
});
const asking = { asked: false, asking: true };
const gone = { inForce: false, withdrawnOn: "2026-11-05", parts: ["identity"] };

const cases = [
  ["the Kredietbank accepts", "accept", facts({}), "go"],
  ["who waits may still be accepted", "accept", facts({ state: "waitlisted" }), "go"],
  ["the midwife cannot accept her own request", "accept", facts({ sides: asking }), "referral-not-your-side"],
  ["unless the partner has no account: then she enters what the partner said", "accept", facts({ sides: asking, way: "paper" }), "go"],
  ["another was first", "accept", facts({ state: "taken" }), "referral-taken"],
  ["what was declined is not accepted", "accept", facts({ state: "declined" }), "referral-not-in-state"],
  ["the family took its consent back after the page was opened", "accept", facts({ consent: gone }), "referral-no-consent"],
  [
    "a consent that does not say who the family is, is too narrow",
    "accept",
    facts({ consent: { ...gone, inForce: true, parts: ["plan"] } }),
    "referral-consent-too-narrow",
  ],
  ["the last place has just gone", "accept", facts({ room: 0 }), "referral-last-place-gone"],
  ["there is one place left", "accept", facts({ room: 1 }), "go"],
  ["a partner without Wieg knows her own places", "accept", facts({ sides: asking, way: "link", room: 0 }), "go"],
  ["the family's no comes before the places", "accept", facts({ room: 0, consent: gone }), "referral-no-consent"],
  ["when it is full, the waiting list", "waitlist", facts({ room: 0 }), "go"],
  ["declining needs no consent", "decline", facts({ consent: null }), "go"],
  ["help does not start without consent", "start", facts({ state: "accepted", consent: null }), "referral-no-consent"],
  ["help can be ended without consent", "stop", facts({ state: "started", consent: gone }), "go"],
  ["what has not started is not completed", "complete", facts({ state: "accepted" }), "referral-not-in-state"],
  ["a new day for who waits", "waitlist", facts({ state: "waitlisted" }), "go"],
  ["the family withdraws through who asked", "withdraw", facts({ state: "started", sides: asking }), "go"],
  ["the family withdraws through who helps", "withdraw", facts({ state: "started", consent: null }), "go"],
  ["who does not know the family yet withdraws nothing", "withdraw", facts({}), "referral-not-your-side"],
  ["what is over is not withdrawn", "withdraw", facts({ state: "completed", sides: asking }), "referral-not-in-state"],
  ["a stranger withdraws nothing", "withdraw", facts({ sides: { asked: false, asking: false } }), "referral-not-your-side"],
] as const;

for (const [sentence, move, given, expected] of cases)
  test(sentence, () => {
    const outcome = decideMove(move, given);
    assert.equal(outcome === "go" ? outcome : outcome.code, expected);
  });
