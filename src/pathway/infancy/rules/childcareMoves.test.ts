import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { childcareStates, type ChildcareState } from "../childcare.ts";
import { decidePlace, follows, type ChildcareFacts } from "./childcareMoves.ts";

const today = "2026-11-09";
const typed = (change: Partial<ChildcareFacts> = {}): ChildcareFacts => ({
  state: "wished",
  where: null,
  since: null,
  until: null,
  vveOn: null,
  ...change,
});
const placed = typed({ state: "placed", where: "Het Nest", since: "2026-10-01" });

const cases: readonly (readonly [sentence: string, from: ChildcareState | null, typed: ChildcareFacts, outcome: string])[] = [
  ["a wish needs nothing more", null, typed(), "go"],
  ["a place that is there already is recorded as it is", null, placed, "go"],
  ["a place needs where", "waiting", typed({ state: "placed", since: "2026-10-01" }), "childcare-where-needed"],
  ["and since when", "waiting", typed({ state: "placed", where: "Het Nest" }), "childcare-since-needed"],
  ["it may begin later", "waiting", typed({ state: "placed", where: "Het Nest", since: "2027-01-04" }), "go"],
  ["nothing new begins as ended", null, typed({ state: "ended", until: today }), "childcare-not-in-state"],
  ["an end has its day", "placed", { ...placed, state: "ended" }, "childcare-day-wrong"],
  ["that is not before the first day", "placed", { ...placed, state: "ended", until: "2026-09-30" }, "childcare-day-wrong"],
  ["nor in the future", "placed", { ...placed, state: "ended", until: "2026-11-10" }, "childcare-day-wrong"],
  ["an indication was given on a day that has been", "wished", typed({ vveOn: "2026-11-10" }), "childcare-day-wrong"],
  ["a place does not become a wish again", "placed", typed(), "childcare-not-in-state"],
  ["what ended stays so", "ended", placed, "childcare-not-in-state"],
];
for (const [sentence, from, facts, outcome] of cases)
  test(sentence, () => {
    const decided = decidePlace(from, facts, today);
    assert.equal(decided === "go" ? decided : decided.code, outcome);
  });

test("in every order of events no child has a place of which nobody knows where or since when, and an end is an end", () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...childcareStates), fc.boolean(), fc.boolean())), (happened) => {
      let state = "wished" as ChildcareState;
      for (const [next, known, ended] of happened) {
        const facts = typed({
          state: next,
          where: known ? "Het Nest" : null,
          since: known ? "2026-10-01" : null,
          until: ended ? today : null,
        });
        if (decidePlace(state, facts, today) !== "go") continue;
        assert.ok(state !== "ended");
        assert.ok(next !== "placed" || (facts.where !== null && facts.since !== null));
        state = next;
      }
    }),
  ));

test("from everything that is open one comes to an end", () => {
  for (const state of childcareStates) assert.equal(follows[state].includes("ended"), state !== "ended", state);
});
