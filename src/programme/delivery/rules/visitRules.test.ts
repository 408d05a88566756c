import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { momentAt, splitByDay } from "../../../kit/moment.ts";
import { visitMoves, type VisitMove, type VisitState } from "../visit.ts";
import { checkTimes } from "./checkTimes.ts";
import { doubtDate } from "./doubtDate.ts";
import { decideOverlap } from "./overlaps.ts";
import { sumVisits } from "./sumVisits.ts";
import { decideMove, moves } from "./visitMoves.ts";

const splits: readonly [string, string, string, readonly (readonly [string, number])[]][] = [
  ["a morning", "2026-11-20T09:00", "2026-11-20T12:30", [["2026-11-20", 210]]],
  ["until midnight sharp", "2026-11-20T22:00", "2026-11-21T00:00", [["2026-11-20", 120]]],
  [
    "across midnight",
    "2026-11-20T23:00",
    "2026-11-21T02:00",
    [
      ["2026-11-20", 60],
      ["2026-11-21", 120],
    ],
  ],
  [
    "at the turn of the year",
    "2026-12-31T22:00",
    "2027-01-01T01:00",
    [
      ["2026-12-31", 120],
      ["2027-01-01", 60],
    ],
  ],
  [
    "the night in which summer time begins has an hour less",
    "2026-03-28T22:00",
    "2026-03-29T06:00",
    [
      ["2026-03-28", 120],
      ["2026-03-29", 300],
    ],
  ],
  [
    "the night in which it ends has an hour more",
    "2026-10-24T22:00",
    "2026-10-25T06:00",
    [
      ["2026-10-24", 120],
      ["2026-10-25", 420],
    ],
  ],
];
for (const [sentence, from, until, expected] of splits)
  test(`by calendar day: ${sentence}`, () => {
    const moment = (text: string) => momentAt(text.slice(0, 10), text.slice(11));
    assert.deepEqual(
      splitByDay(moment(from), moment(until)).map(({ day, minutes }) => [day, minutes]),
      expected,
    );
  });

const born = { bornOn: "2026-11-18", now: "2026-11-22T12:00:00Z" };
const times: readonly [string, string, string, Partial<Parameters<typeof checkTimes>[0]>, string][] = [
  ["a visit of this morning", "2026-11-22T08:00:00Z", "2026-11-22T11:00:00Z", {}, "go"],
  ["it ends before it begins", "2026-11-22T11:00:00Z", "2026-11-22T08:00:00Z", {}, "end-before-start"],
  ["a day and a minute", "2026-11-20T08:00:00Z", "2026-11-21T08:01:00Z", {}, "longer-than-a-day"],
  ["as much break as visit", "2026-11-22T08:00:00Z", "2026-11-22T08:30:00Z", { breakMinutes: 30 }, "break-too-long"],
  ["it is not over yet", "2026-11-22T11:00:00Z", "2026-11-22T13:00:00Z", {}, "in-the-future"],
  ["ten minutes ahead is a clock, not a mistake", "2026-11-22T11:00:00Z", "2026-11-22T12:09:00Z", {}, "go"],
  ["from a phone a day ahead: kept, and looked at", "2026-11-23T08:00:00Z", "2026-11-23T11:00:00Z", { way: "phone" }, "go"],
  ["hours before the birth ask why", "2026-11-16T08:00:00Z", "2026-11-16T11:00:00Z", {}, "before-birth"],
  [
    "hours before the birth with her word: care was given",
    "2026-11-16T08:00:00Z",
    "2026-11-16T11:00:00Z",
    { why: "Partusassistentie" },
    "go",
  ],
  ["help at the birth begins the evening before", "2026-11-17T21:00:00Z", "2026-11-18T02:00:00Z", {}, "go"],
];
for (const [sentence, startedAt, endedAt, change, code] of times)
  test(sentence, () => {
    const outcome = checkTimes({ startedAt, endedAt, breakMinutes: 0, way: "web", why: null, ...change }, born);
    assert.equal(outcome === "go" ? "go" : outcome.code, code);
  });

const clocks: readonly [string, string | null, string, boolean][] = [
  ["on the web there is no clock but ours", null, "2026-11-22T11:00:00Z", false],
  ["a phone that was without network for a day of work", "2026-11-22T08:00:00Z", "2026-11-22T07:55:00Z", false],
  ["a phone a day behind", "2026-11-21T12:00:00Z", "2026-11-21T11:55:00Z", true],
  ["a phone a day ahead", "2026-11-23T12:00:00Z", "2026-11-23T11:55:00Z", true],
  ["hours that are still to come", "2026-11-22T12:00:00Z", "2026-11-22T15:00:00Z", true],
];
for (const [sentence, notedAt, endedAt, doubt] of clocks)
  test(`is the day right? ${sentence}`, () => assert.equal(doubtDate({ notedAt, receivedAt: "2026-11-22T12:00:00Z", endedAt }), doubt));

test("one assistant in two homes is refused, with the time; where, nobody is told", () => {
  const busy = { visitId: "other", from: "2026-11-24T10:00:00Z", until: "2026-11-24T12:00:00Z" };
  const wanted = { from: "2026-11-24T11:30:00Z", until: "2026-11-24T13:00:00Z" };
  const refusal = decideOverlap(wanted, { ofAssistant: [busy], ofFamily: [], why: "Het moet" });
  assert.deepEqual(refusal, { code: "assistant-elsewhere", facts: { ...busy } });
  assert.equal(
    decideOverlap({ ...wanted, from: busy.until }, { ofAssistant: [busy], ofFamily: [], why: null }),
    "go",
    "one after the other",
  );
});

test("hours count by what became of them", () => {
  const plan = {
    plannedFrom: "2026-11-24T08:00:00Z",
    plannedUntil: "2026-11-24T11:00:00Z",
    startedAt: null,
    endedAt: null,
    breakMinutes: 0,
  };
  const given = { ...plan, startedAt: "2026-11-24T08:15:00Z", endedAt: "2026-11-24T11:15:00Z", breakMinutes: 30 };
  const states: readonly VisitState[] = ["planned", "refused", "missed", "cancelled"];
  assert.deepEqual(sumVisits([...states.map((state) => ({ ...plan, state })), { ...given, state: "delivered" }]), {
    planned: 180,
    delivered: 150,
    refused: 180,
  });
});

test("in whatever order a visit is moved: reasons are given, an assistant plans nothing, and what was given is taken back by who plans alone", () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...visitMoves), fc.boolean(), fc.boolean(), fc.boolean()), { maxLength: 30 }),
      (steps) => {
        let state: VisitState = "planned";
        for (const [move, mayPlan, own, saysWhy] of steps as readonly [VisitMove, boolean, boolean, boolean][]) {
          const before: VisitState = state;
          if (decideMove(move, { state, mayPlan, own, saysWhy }) !== "go") continue;
          state = moves[move].to;
          assert.ok(moves[move].from.includes(before));
          assert.ok(mayPlan || (own && moves[move].by === "assistant"));
          assert.ok(saysWhy || !moves[move].saysWhy);
          if (before === "delivered" && state !== "delivered") assert.ok(mayPlan && saysWhy && move === "takeBack");
          if (state === "planned") assert.equal(before, "planned", "what ended is planned anew as another visit");
        }
      },
    ),
  ));
