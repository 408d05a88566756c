import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { EntryMove, EntryState } from "../familyPlan.ts";
import { decideAgree, decideMove, planMoves, standMoves } from "./planMoves.ts";

const today = "2026-03-13";
const cases: readonly (readonly [string, EntryMove, EntryState, string | null, string])[] = [
  ["a goal that was reached is done, and nothing more is asked", "reached", "open", null, "go"],
  ["what goes on needs a next day", "go_on", "open", null, "next-day-needed"],
  ["what goes on is looked at again on that day", "go_on", "open", "2026-04-10", "go"],
  ["scaling up goes on too, and so needs a day", "scale_up", "open", "2026-03-13", "go"],
  ["scaling down as well", "scale_down", "open", null, "next-day-needed"],
  ["a day that passed cannot be the next one", "go_on", "open", "2026-03-12", "day-passed"],
  ["nor one beyond the line", "go_on", "open", "2028-03-13", "day-too-far"],
  ["what stops is stopped", "stop", "open", null, "go"],
  ["what was reached is not evaluated again", "reached", "reached", null, "not-open"],
  ["what was stopped is not changed", "change", "stopped", "2026-04-10", "not-open"],
  ["what was stopped can be taken up again, with a day", "reopen", "stopped", "2026-04-10", "go"],
  ["what is open is not taken up again", "reopen", "open", "2026-04-10", "not-open"],
];
for (const [sentence, move, state, nextOn, expected] of cases)
  test(sentence, () => {
    const decided = decideMove(move, { state, nextOn, today });
    assert.equal(decided === "go" ? decided : decided.code, expected);
  });

test("a question has no day of its own", () => {
  assert.equal(decideMove("reopen", { state: "reached", nextOn: null, today, withoutDay: true }), "go");
});

const agreeing = { stand: "draft", agreedOn: today, today, lastAgreedOn: null, agreedBy: ["sanne"], members: ["sanne", "tom"] } as const;
const agreements: readonly (readonly [string, Partial<Parameters<typeof decideAgree>[0]>, string])[] = [
  ["she agrees today", {}, "go"],
  ["both agreed yesterday", { agreedOn: "2026-03-12", agreedBy: ["sanne", "tom"] }, "go"],
  ["nobody agrees to an empty plan", { stand: "empty" }, "plan-empty"],
  ["what was agreed to is not agreed to again", { stand: "final" }, "agreed-already"],
  ["nobody agreed tomorrow", { agreedOn: "2026-03-14" }, "agreed-in-future"],
  ["nor before the version that held until now", { agreedOn: "2026-03-01", lastAgreedOn: "2026-03-02" }, "agreed-before-last"],
  ["someone of the family agrees", { agreedBy: [] }, "nobody-agreed"],
  ["and of this family", { agreedBy: ["sanne", "someone"] }, "nobody-agreed"],
];
for (const [sentence, change, expected] of agreements)
  test(sentence, () => {
    const decided = decideAgree({ ...agreeing, ...change });
    assert.equal(decided === "go" ? decided : decided.code, expected);
  });

test("whatever the order of moves: what is open has a day ahead of when it was named, what ended asks nothing, and nothing is ever stuck", () => {
  const move = fc.constantFrom(...(Object.keys(planMoves) as EntryMove[]));
  const step = fc.record({
    move,
    nextOn: fc.option(fc.integer({ min: -30, max: 800 }), { nil: null }),
    passed: fc.integer({ min: 0, max: 60 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let day = Temporal.PlainDate.from(today);
      const on = (ahead: number) => day.add({ days: ahead }).toString();
      let entry: { state: EntryState; evaluateOn: string; namedOn: string } = { state: "open", evaluateOn: on(14), namedOn: on(0) };
      for (const { move: made, nextOn, passed } of steps) {
        day = day.add({ days: passed });
        const next = nextOn === null ? null : on(nextOn);
        if (decideMove(made, { state: entry.state, nextOn: next, today: on(0) }) !== "go") continue;
        assert.ok(planMoves[made].from.includes(entry.state));
        assert.equal(planMoves[made].next && next === null, false, "goes on without a day");
        entry =
          planMoves[made].next && next !== null
            ? { state: "open", evaluateOn: next, namedOn: on(0) }
            : { ...entry, state: planMoves[made].to };
        assert.ok(entry.state !== "open" || (entry.evaluateOn >= entry.namedOn && entry.evaluateOn <= on(730)), "open without a day ahead");
      }
      const way = Object.entries(planMoves).filter(([, { from }]) => from.includes(entry.state));
      assert.ok(way.length > 0, "stuck");
    }),
  );
});

test("a plan is final only as long as nothing of what was agreed changed", () => {
  assert.deepEqual([...standMoves.agree.from], ["draft"]);
  assert.ok(standMoves.change.from.includes("final"));
  assert.equal(standMoves.change.to, "draft");
});
