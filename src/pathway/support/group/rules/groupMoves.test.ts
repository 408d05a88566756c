import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { openPlaceStates, placeMoves, placeStates, type PlaceMove, type PlaceState } from "../group.ts";
import { decidePlaceMove, decideSignUp, holding, moves, type MoveFacts } from "./groupMoves.ts";
import { sessionDays } from "./sessionDays.ts";

const facts = (change: Partial<MoveFacts> = {}): MoveFacts => ({ state: "asked", gives: true, consent: true, ...change });
const cases: readonly (readonly [sentence: string, move: Exclude<PlaceMove, "ask">, facts: MoveFacts, outcome: string])[] = [
  ["who was asked says yes", "accept", facts(), "go"],
  ["not when the family no longer allows it", "accept", facts({ consent: false }), "group-no-consent"],
  ["who was asked says no", "decline", facts({ consent: false }), "go"],
  ["who waits was not asked yet", "accept", facts({ state: "waiting" }), "group-not-in-state"],
  ["a family signs off through her midwife too", "signOff", facts({ state: "placed", gives: false, consent: false }), "go"],
  ["but her midwife gives no places", "accept", facts({ gives: false }), "group-not-yours"],
  ["who left cannot leave again", "signOff", facts({ state: "signed_off" }), "group-not-in-state"],
];
for (const [sentence, move, given, outcome] of cases)
  test(sentence, () => {
    const decided = decidePlaceMove(move, given);
    assert.equal(decided === "go" ? decided : decided.code, outcome);
  });

const arrivals: readonly (readonly [sentence: string, facts: Parameters<typeof decideSignUp>[0], outcome: string])[] = [
  ["there is a place", { free: 1, inAlready: false, consent: true, mayWait: false }, "placed"],
  ["a full group says so", { free: 0, inAlready: false, consent: true, mayWait: false }, "group-full"],
  ["and has a list for who wants to wait", { free: 0, inAlready: false, consent: true, mayWait: true }, "waiting"],
  ["once is enough", { free: 3, inAlready: true, consent: true, mayWait: true }, "group-in-already"],
  ["not without the family's yes", { free: 3, inAlready: false, consent: false, mayWait: true }, "group-no-consent"],
  ["a group that is over takes nobody", { free: null, inAlready: false, consent: true, mayWait: true }, "group-over"],
];
for (const [sentence, given, outcome] of arrivals)
  test(sentence, () => {
    const decided = decideSignUp(given);
    assert.equal(typeof decided === "string" ? decided : decided.code, outcome);
  });

/** A group as the database keeps it: who comes in, what happens, and who is asked when a place is free. */
function walk(places: number, happened: readonly (readonly ["in" | Exclude<PlaceMove, "ask">, number, boolean])[]): readonly PlaceState[] {
  const line: PlaceState[] = [];
  const held = () => line.filter((state) => holding.includes(state)).length;
  for (const [event, at, yes] of happened) {
    if (event === "in") {
      const decided = decideSignUp({ free: places - held(), inAlready: false, consent: yes, mayWait: true });
      if (typeof decided === "string") line.push(decided);
    } else {
      const nr = at % Math.max(1, line.length);
      const state = line[nr];
      if (state !== undefined && decidePlaceMove(event, { state, gives: yes, consent: yes }) === "go") line[nr] = moves[event].to;
    }
    for (let next = line.indexOf("waiting"); next >= 0 && held() < places; next = line.indexOf("waiting")) line[next] = moves.ask.to;
    assert.ok(held() <= places, "more families than places");
    assert.ok(held() === places || !line.includes("waiting"), "a place is free while someone waits");
  }
  return line;
}

const events = fc.array(
  fc.tuple(
    fc.constantFrom("in" as const, "accept" as const, "decline" as const, "signOff" as const, "finish" as const),
    fc.nat(20),
    fc.boolean(),
  ),
  {
    maxLength: 60,
  },
);
test("in every order of events there are never more families than places, and no place is free while someone waits", () =>
  fc.assert(fc.property(fc.integer({ min: 1, max: 6 }), events, (places, happened) => void walk(places, happened))));

test("who left or finished moves no more; who has not left can always leave", () => {
  for (const state of placeStates) {
    const can = placeMoves.filter((move) => moves[move].from.includes(state));
    assert.equal(can.length > 0, openPlaceStates.includes(state), state);
    assert.equal(can.includes("signOff"), openPlaceStates.includes(state), state);
  }
});

test("meetings follow each other by weeks, also over the end of summer time and of the year", () => {
  assert.deepEqual(sessionDays("2026-10-22", 3, 2), ["2026-10-22", "2026-11-05", "2026-11-19"]);
  assert.deepEqual(sessionDays("2026-12-24", 2, 4), ["2026-12-24", "2027-01-21"]);
});
