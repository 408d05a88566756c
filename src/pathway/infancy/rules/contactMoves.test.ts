import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { contactMoves, type ContactMove, type ContactOutcome, type ContactState } from "../youthContact.ts";
import { mayMove, moveOf, moves, stateFrom } from "./contactMoves.ts";

const outcomes = Object.keys(moveOf) as ContactOutcome[];
const recorded = Object.fromEntries(Object.entries(moveOf).map(([outcome, move]) => [move, outcome])) as Record<
  ContactMove,
  ContactOutcome
>;

/** Walks the table and keeps records as the database does: a move adds one, taking back takes the one that counts away. */
function walk(happened: readonly ContactMove[]): { state: ContactState; kept: readonly ContactOutcome[] } {
  let state: ContactState = "planned";
  let kept: ContactOutcome[] = [];
  for (const move of happened) {
    if (!mayMove(move, state)) continue;
    if (move === "takeBack") kept = [];
    else kept.push(recorded[move]);
    state = moves[move].to;
  }
  return { state, kept };
}

test("in every order of events the records say where it stands", () =>
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...contactMoves), { maxLength: 30 }), (happened) => {
      const { state, kept } = walk(happened);
      assert.equal(stateFrom(kept), state);
    }),
  ));

test("a contact moment that was held is held once: nothing but taking it back follows", () => {
  for (const move of contactMoves) assert.equal(mayMove(move, "held"), move === "takeBack", move);
});

test("who did not come, or did not want it, may still come", () => {
  assert.ok(mayMove("hold", "missed"));
  assert.ok(mayMove("hold", "declined"));
  assert.deepEqual(
    outcomes.map((outcome) => stateFrom([outcome])),
    ["held", "missed", "declined"],
  );
});
