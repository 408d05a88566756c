import assert from "node:assert/strict";
import { test } from "node:test";
import type { FollowedWork } from "../cases.ts";
import { stuckOf } from "./stuckOf.ts";

const today = "2026-11-22";
const work = (change: Partial<FollowedWork>): FollowedWork => ({
  trajectoryId: "family",
  subjectId: "subject",
  reason: "referral",
  atOnce: false,
  alert: false,
  since: "2026-11-01",
  dueOn: "2026-11-20",
  principal: 1,
  ...change,
});
const alert = { atOnce: true, alert: true } as const;

const cases: readonly {
  readonly why: string;
  readonly all: readonly FollowedWork[];
  readonly stuck: readonly [string, number, number][];
}[] = [
  { why: "a referral that should have been answered the day before yesterday", all: [work({})], stuck: [["referral", 2, 1]] },
  { why: "one that may still be answered today is not stuck", all: [work({ dueOn: today })], stuck: [] },
  { why: "an agreement whose day is to come is not stuck", all: [work({ reason: "plan", dueOn: "2026-12-01" })], stuck: [] },
  {
    why: "a lead who left is stuck from the first day, whatever the term of who has to mend it",
    all: [work({ reason: "lead", ...alert, since: "2026-11-21", dueOn: "2026-11-30" })],
    stuck: [["lead", 1, 1]],
  },
  { why: "what came today is stuck since today", all: [work({ atOnce: true, since: today })], stuck: [["referral", 0, 1]] },
  {
    why: "who asked and the lead were both told of an answer that does not come: it counts once, with who should answer",
    all: [work({ ...alert, principal: 7, since: "2026-11-10" }), work({ principal: 9 }), work({ ...alert, principal: 8 })],
    stuck: [["referral", 2, 9]],
  },
  {
    why: "the lead is offered and not accepted: one thing for the line, with who was asked",
    all: [
      work({ reason: "lead", subjectId: "alert", ...alert, principal: 7 }),
      work({ reason: "lead", subjectId: "transfer", principal: 9, dueOn: "2026-11-18" }),
      work({ reason: "lead", subjectId: "family", ...alert, principal: 8 }),
    ],
    stuck: [["lead", 4, 9]],
  },
  {
    why: "two agreements of one family are two, the one that is later first",
    all: [work({ reason: "plan", subjectId: "a" }), work({ reason: "plan", subjectId: "b", dueOn: "2026-11-02", principal: 2 })],
    stuck: [
      ["plan", 20, 2],
      ["plan", 2, 1],
    ],
  },
  {
    why: "a referral that is late and whose consent is gone is stuck twice: each is solved in its own way",
    all: [work({}), work({ reason: "consent", atOnce: true, since: "2026-11-21" })],
    stuck: [
      ["referral", 2, 1],
      ["consent", 1, 1],
    ],
  },
];

for (const { why, all, stuck } of cases)
  test(why, () => {
    const inAnyOrder = [all, all.toReversed()];
    for (const order of inAnyOrder)
      assert.deepEqual(
        stuckOf(order, today).map(({ reason, days, principal }) => [reason, days, principal]),
        stuck,
      );
  });
