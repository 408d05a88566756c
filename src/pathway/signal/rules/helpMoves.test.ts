import assert from "node:assert/strict";
import { test } from "node:test";
import type { HelpMove } from "../helpRequest.ts";
import { decideHelpMove, type HelpFacts } from "./helpMoves.ts";

const facts = (change: Partial<HelpFacts> = {}): HelpFacts => ({
  state: "taken",
  receivedOn: "2026-03-10",
  takenBy: "me",
  takenByName: "Hanna",
  actor: "me",
  today: "2026-03-12",
  attempts: [],
  ...change,
});
const waiting = facts({ state: "waiting", takenBy: null, takenByName: null });
const hers = facts({ takenBy: "her", takenByName: "Hanna" });
const twice = ["2026-03-10", "2026-03-11"];

const cases: readonly (readonly [string, HelpMove, HelpFacts, string])[] = [
  ["a nurse takes up a question that waits", "take", waiting, "go"],
  ["the second one is told who was first", "take", hers, "taken-already"],
  ["a closed question is not taken up", "take", facts({ state: "closed" }), "not-in-state"],
  ["a colleague takes over from someone who is ill", "takeOver", hers, "go"],
  ["nobody takes over from herself", "takeOver", facts(), "taken-already"],
  ["who holds it gives it back", "release", facts(), "go"],
  ["who does not hold it cannot give it back", "release", hers, "not-yours"],
  ["an attempt is noted by who holds it", "noContact", facts({ day: "2026-03-12" }), "go"],
  ["nobody tried tomorrow", "noContact", facts({ day: "2026-03-13" }), "in-the-future"],
  ["nobody spoke with her before she asked", "spoke", facts({ day: "2026-03-09", note: "gesproken" }), "before-received"],
  ["what was said is written down", "spoke", facts({ day: "2026-03-12", note: " " }), "reason-needed"],
  ["she was spoken with", "spoke", facts({ day: "2026-03-12", note: "zij wil hulp bij brieven" }), "go"],
  ["a question is forwarded before anyone takes it up", "forward", { ...waiting, note: "woont in Kerkrade" }, "go"],
  ["forwarding has a reason", "forward", waiting, "reason-needed"],
  ["a question that a colleague holds is hers to forward", "forward", { ...hers, note: "hoort elders" }, "not-yours"],
  ["closing as answered needs a talk first", "close", facts({ reason: "answered" }), "speak-first"],
  ["after a talk it is closed as answered", "close", facts({ state: "answered", reason: "answered" }), "go"],
  ["two attempts are too few", "close", facts({ reason: "not_reached", attempts: twice }), "try-more"],
  [
    "three attempts on one day are too few",
    "close",
    facts({ reason: "not_reached", attempts: ["2026-03-11", "2026-03-11", "2026-03-11"] }),
    "try-more",
  ],
  ["three attempts on two days are enough", "close", facts({ reason: "not_reached", attempts: [...twice, "2026-03-12"] }), "go"],
  ["she took it back herself", "close", facts({ reason: "withdrawn" }), "go"],
  ["a question that waits is first taken up", "close", { ...waiting, reason: "double" }, "not-in-state"],
];
for (const [sentence, move, given, expected] of cases)
  test(sentence, () => {
    const outcome = decideHelpMove(move, given);
    assert.equal(outcome === "go" ? outcome : outcome.code, expected);
  });
