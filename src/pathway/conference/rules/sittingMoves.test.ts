import assert from "node:assert/strict";
import { test } from "node:test";
import { decideSitting, seesCase } from "./sittingMoves.ts";
import type { SittingMove, SittingState } from "../sitting.ts";

const today = "2026-03-09";
const cases: readonly (readonly [says: string, move: SittingMove, state: SittingState, heldOn: string, outcome: string])[] = [
  ["an agenda is set for a sitting to come", "set_agenda", "planned", "2026-03-16", "go"],
  ["and can be changed until the sitting begins", "set_agenda", "agenda_set", today, "go"],
  ["not any more while it is held", "set_agenda", "open", today, "not-in-state"],
  ["nor for a day that has passed", "set_agenda", "planned", "2026-03-02", "day-passed"],
  ["who has to leave early has her case first, also in the sitting itself", "order", "open", today, "go"],
  ["without an agenda there is no order", "order", "planned", "2026-03-16", "not-in-state"],
  ["a sitting begins on its day", "open", "agenda_set", today, "go"],
  ["not the day before", "open", "agenda_set", "2026-03-10", "not-today"],
  ["and not without an agenda", "open", "planned", today, "not-in-state"],
  ["decided is only in the sitting", "decide", "agenda_set", today, "not-in-state"],
  ["a sitting that was forgotten is moved", "move", "agenda_set", "2026-03-02", "go"],
  ["what was held is not moved", "move", "held", "2026-03-02", "not-in-state"],
  ["the chair falls ill in the middle of it", "cancel", "open", today, "go"],
  ["cancelled once is enough", "cancel", "cancelled", today, "not-in-state"],
  ["a guest can come in during the sitting", "invite", "open", today, "go"],
];
for (const [says, move, state, heldOn, outcome] of cases)
  test(says, () => {
    const decided = decideSitting(move, { state, heldOn, today });
    assert.equal(decided === "go" ? decided : decided.code, outcome);
  });

test("the table sees a case from the agenda until the sitting is over, by its day at the latest, and never against the family", () => {
  const sees = (state: SittingState, heldOn: string, allowed = true) => seesCase({ state, heldOn }, "on_agenda", allowed, today);
  assert.deepEqual(
    [sees("planned", today), sees("agenda_set", "2026-03-16"), sees("open", today), sees("held", today), sees("cancelled", today)],
    [false, true, true, false, false],
  );
  assert.deepEqual([sees("open", today, false), sees("agenda_set", "2026-03-08")], [false, false]);
  assert.equal(seesCase({ state: "open", heldOn: today }, "off", true, today), false);
});
