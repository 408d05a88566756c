import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { requestMoves, type Mover, type RequestMove, type RequestState } from "../retention.ts";
import { decideMove, moves } from "./destructionMoves.ts";

const officer: Mover = { side: "officer", decided: false };
const midwife: Mover = { side: "organisation", decided: false };

const cases: readonly [sentence: string, RequestMove, RequestState, Mover, string][] = [
  ["the privacy officer grants what was asked", "grant", "asked", officer, "go"],
  ["the midwife who took the request does not decide on it", "grant", "asked", midwife, "not-your-side"],
  ["she confirms it with the family", "confirm", "granted", midwife, "go"],
  ["who decided does not confirm, whatever her job", "confirm", "granted", { ...midwife, decided: true }, "same-person"],
  ["nothing is carried out that was not confirmed", "carry_out", "granted", { side: "job", decided: false }, "not-in-state"],
  ["a family that changes its mind is in time until it is confirmed", "withdraw", "granted", midwife, "go"],
  ["after that it is too late", "withdraw", "confirmed", midwife, "not-in-state"],
  ["what was refused stays refused: one asks again", "grant", "refused", officer, "not-in-state"],
];
for (const [sentence, move, state, mover, expected] of cases)
  test(sentence, () => {
    const decided = decideMove(move, state, mover);
    assert.equal(decided === "go" ? "go" : decided.code, expected);
  });

const event = fc.tuple(
  fc.constantFrom(...requestMoves),
  fc.constantFrom("organisation", "officer", "job"),
  fc.constantFrom("ann", "bea", "cor"),
);

test("in no order of events is anything destroyed that not two people wanted, one of them the privacy officer", () =>
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      let state: RequestState = "asked";
      const did: { move: RequestMove; who: string; side: Mover["side"] }[] = [];
      for (const [move, side, who] of events as readonly [RequestMove, Mover["side"], string][]) {
        const granted = did.find((one) => one.move === "grant");
        if (decideMove(move, state, { side, decided: granted?.who === who }) !== "go") continue;
        assert.notEqual(state, "carried_out", "nothing follows after it");
        state = moves[move].to;
        did.push({ move, who, side });
      }
      if (state !== "carried_out") return;
      const granted = did.find(({ move }) => move === "grant");
      const confirmed = did.find(({ move }) => move === "confirm");
      assert.equal(granted?.side, "officer");
      assert.notEqual(granted?.who, confirmed?.who);
      assert.ok(
        did.every(({ move }) => move !== "withdraw"),
        "what the family took back is not carried out",
      );
    }),
    { numRuns: 2_000 },
  ));

test("what is open waits for someone", () => {
  for (const state of ["asked", "granted", "confirmed"] as const)
    assert.ok(
      requestMoves.some((move) => moves[move].from.includes(state)),
      state,
    );
});
