import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { arrangeDaysBefore, bookingMoves, openStates, type BookingMove, type BookingState } from "../interpreter.ts";
import { decideMove, moves, workOfBooking, type BookingFacts } from "./bookingMoves.ts";

const today = "2027-03-12";
const cases: readonly [sentence: string, BookingMove, BookingState, onDay: string, agency: string | null, string][] = [
  ["an interpreter is arranged with somebody", "arrange", "asked", "2027-03-20", "Tolkbureau", "go"],
  ["not with nobody", "arrange", "asked", "2027-03-20", null, "needs-agency"],
  ["what was not arranged is not confirmed", "confirm", "asked", "2027-03-20", "Tolkbureau", "not-in-state"],
  ["nobody says today that tomorrow's interpreter did not come", "miss", "confirmed", "2027-03-13", "Tolkbureau", "not-yet"],
  ["on the day itself one does", "miss", "confirmed", today, "Tolkbureau", "go"],
  ["a family that wants none cancels until the end", "cancel", "confirmed", today, "Tolkbureau", "go"],
  ["what was cancelled stays so", "arrange", "cancelled", "2027-03-20", "Tolkbureau", "not-in-state"],
];
for (const [sentence, move, state, onDay, agency, expected] of cases)
  test(sentence, () => {
    const decided = decideMove(move, { state, onDay, today, agency });
    assert.equal(decided === "go" ? "go" : decided.code, expected);
  });

test("five days before is the term to ask one; today when it is sooner", () => {
  assert.deepEqual(workOfBooking("asked", "2027-03-30", today, arrangeDaysBefore), { kind: "interpreter.arrange", dueOn: "2027-03-25" });
  assert.deepEqual(workOfBooking("asked", "2027-03-14", today, arrangeDaysBefore), { kind: "interpreter.arrange", dueOn: today });
  assert.equal(workOfBooking("confirmed", "2027-03-14", today, arrangeDaysBefore), null);
});

const dayOf = (days: number) => Temporal.PlainDate.from(today).add({ days }).toString();

test("in every order of events: whatever is not sure yet is someone's work, and what ended moves no more", () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...bookingMoves), fc.nat(20)), { maxLength: 30 }), (walk) => {
      const booking: { state: BookingState; day: number } = { state: "asked", day: 0 };
      for (const [move, later] of walk) {
        booking.day += later;
        const facts: BookingFacts = { state: booking.state, onDay: dayOf(30), today: dayOf(booking.day), agency: "Tolkbureau" };
        if (decideMove(move, facts) !== "go") continue;
        assert.ok(openStates.includes(booking.state), `${booking.state} moved`);
        booking.state = moves[move].to;
        if (booking.state === "held" || booking.state === "missed") assert.ok(booking.day >= 30);
        const waits = workOfBooking(booking.state, facts.onDay, facts.today, arrangeDaysBefore);
        assert.equal(waits !== null, ["asked", "arranged"].includes(booking.state));
      }
    }),
  ));
