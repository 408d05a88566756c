import assert from "node:assert/strict";
import { test } from "node:test";
import type { SignalMove } from "../signal.ts";
import { decideMove, type MoveFacts } from "./signalMoves.ts";

const facts = (change: Partial<MoveFacts> = {}): MoveFacts => ({
  signal: { state: "open", observedOn: "2026-03-02", discussedOn: null },
  byAuthorsOrganisation: true,
  today: "2026-03-12",
  ...change,
});
const withdrawn = { state: "withdrawn", observedOn: "2026-03-02", discussedOn: null } as const;
const discussed = { state: "open", observedOn: "2026-03-02", discussedOn: "2026-03-03" } as const;

const cases: readonly (readonly [string, SignalMove, MoveFacts, string])[] = [
  ["the midwife talks with the family a week later", "discuss", facts({ day: "2026-03-09" }), "go"],
  ["she talked on the day on which she saw it", "discuss", facts({ day: "2026-03-02" }), "go"],
  ["nobody talks before there is anything to see", "discuss", facts({ day: "2026-03-01" }), "discussed-before-seen"],
  ["nobody has talked tomorrow", "discuss", facts({ day: "2026-03-13" }), "in-the-future"],
  ["a talk has a day", "discuss", facts({ day: null }), "in-the-future"],
  ["what was discussed stays discussed on that day", "discuss", facts({ signal: discussed, day: "2026-03-09" }), "discussed-already"],
  ["a withdrawn signal is not discussed", "discuss", facts({ signal: withdrawn, day: "2026-03-09" }), "not-in-state"],
  ["a signal on the wrong family is withdrawn", "withdraw", facts({ reason: "verkeerd gezin" }), "go"],
  ["a discussed signal may be withdrawn too", "withdraw", facts({ signal: discussed, reason: "speelt niet meer" }), "go"],
  ["withdrawing needs a reason", "withdraw", facts({ reason: "  " }), "reason-needed"],
  ["withdrawn twice is withdrawn once", "withdraw", facts({ signal: withdrawn, reason: "dubbel" }), "not-in-state"],
  ["withdrawing is undone", "restore", facts({ signal: withdrawn }), "go"],
  ["what stands needs no restoring", "restore", facts(), "not-in-state"],
  [
    "another organisation withdraws nothing of hers",
    "withdraw",
    facts({ byAuthorsOrganisation: false, reason: "niet waar" }),
    "not-your-organisation",
  ],
];
for (const [sentence, move, given, expected] of cases)
  test(sentence, () => {
    const outcome = decideMove(move, given);
    assert.equal(outcome === "go" ? outcome : outcome.code, expected);
  });
