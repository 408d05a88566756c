import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { aftercareDays, decideClosing, mayReopen, relationsUntil, reopenDays, type OpenKind } from "./closingRules.ts";

const today = "2027-03-12";
const days = { on: today, today };
const undiscussed: OpenKind = { kind: "signals", way: "settle" };
const help: OpenKind = { kind: "help", way: "goes_on" };
const lead: OpenKind = { kind: "lead", way: "ends" };

const cases: readonly [sentence: string, open: readonly OpenKind[], agreed: readonly string[], expected: string][] = [
  ["a line on which nothing is open is closed", [], [], "go"],
  ["not one with a signal that was not discussed: it would be lost", [undiscussed], [], "still-open"],
  ["also when someone says that it was agreed", [undiscussed], ["signals"], "still-open"],
  ["help that goes on without Wieg was agreed with the family", [help], ["help"], "go"],
  ["else the line stays open", [help], [], "not-agreed"],
  ["the case lead ends by itself", [lead], [], "go"],
];
for (const [sentence, open, agreed, expected] of cases)
  test(sentence, () => {
    const decided = decideClosing(open, agreed, days);
    assert.equal(decided === "go" ? "go" : decided.code, expected);
  });

test("nobody closes a line tomorrow", () => {
  const decided = decideClosing([], [], { on: "2027-03-13", today });
  assert.equal(decided === "go" ? "go" : decided.code, "ends-in-future");
});

test("who was involved has four weeks to finish, but not where the family stops", () => {
  assert.equal(relationsUntil("second_birthday", today), "2027-04-09");
  assert.equal(relationsUntil("moved_away", today), "2027-04-09");
  assert.equal(relationsUntil("family_stopped", today), today);
});

test("a line is opened again until the ninetieth day", () => {
  assert.equal(mayReopen("2026-12-12", today), true);
  assert.equal(mayReopen("2026-12-11", today), false);
});

interface Model {
  state: "open" | "ended";
  day: number;
  endedOn: number;
  relationsUntil: number | null;
  undiscussed: boolean;
  help: boolean;
}
type Step = "close" | "stop" | "reopen" | "signal" | "discuss" | "refer" | "complete" | "month";
const steps: readonly Step[] = ["close", "stop", "reopen", "signal", "discuss", "refer", "complete", "month"];
const dayOf = (day: number): string => Temporal.PlainDate.from(today).add({ days: day }).toString();

/** What the database does, by the rules above. */
function apply(model: Model, step: Step): void {
  const open: OpenKind[] = [...(model.undiscussed ? [undiscussed] : []), ...(model.help ? [help] : [])];
  const now = { on: dayOf(model.day), today: dayOf(model.day) };
  switch (step) {
    case "close":
    case "stop": {
      if (model.state === "ended" || decideClosing(open, ["help"], now) !== "go") return;
      const reason = step === "stop" ? "family_stopped" : "moved_away";
      Object.assign(model, { state: "ended", endedOn: model.day });
      model.relationsUntil = relationsUntil(reason, now.today) === now.today ? model.day : model.day + aftercareDays;
      return;
    }
    case "reopen":
      if (model.state === "ended" && mayReopen(dayOf(model.endedOn), now.today))
        Object.assign(model, { state: "open", relationsUntil: null });
      return;
    case "signal":
      if (model.state === "open") model.undiscussed = true;
      return;
    case "discuss":
      model.undiscussed = false;
      return;
    case "refer":
      if (model.state === "open") model.help = true;
      return;
    case "complete":
      model.help = false;
      return;
    case "month":
      model.day += 30;
  }
}

test("in no order of events is a signal lost, access left without an end, or a line opened after its term", () =>
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 60 }), (walk) => {
      const model: Model = { state: "open", day: 0, endedOn: 0, relationsUntil: null, undiscussed: false, help: false };
      for (const step of walk) {
        const before = { ...model };
        apply(model, step);
        assert.ok(model.state === "open" || !model.undiscussed || before.undiscussed, "an undiscussed signal is on no closed line");
        if (model.state === "ended") {
          assert.notEqual(model.relationsUntil, null);
          assert.ok((model.relationsUntil ?? Infinity) - model.endedOn <= aftercareDays);
        } else assert.equal(model.relationsUntil, null, "an open line has its relations");
        if (before.state === "ended" && model.state === "open") assert.ok(model.day - before.endedOn <= reopenDays);
      }
    }),
  ));
