import assert from "node:assert/strict";
import { test } from "node:test";
import type { Period } from "../../trajectory/line.ts";
import { decideTalk, type TalkFacts } from "./decideTalk.ts";

const today = "2026-11-09";
const talk = (change: Partial<TalkFacts> = {}): TalkFacts => ({
  heldOn: today,
  followOn: null,
  followedBy: null,
  saysSomething: true,
  ...change,
});
const cases: readonly (readonly [sentence: string, period: Period, talk: TalkFacts, outcome: string])[] = [
  ["with no pregnancy yet it is a conversation before one", "preconception", talk(), "preconception"],
  ["after the birth it is one between two", "infancy", talk(), "interconception"],
  ["also in the maternity period", "postpartum", talk(), "interconception"],
  ["during a pregnancy there is the plan for that", "pregnancy", talk(), "talk-not-in-pregnancy"],
  ["on a line that ended nothing is recorded", "ended", talk(), "talk-line-ended"],
  ["an empty conversation says nothing", "infancy", talk({ saysSomething: false }), "talk-empty"],
  ["it was held today or before", "infancy", talk({ heldOn: "2026-11-10" }), "talk-day-wrong"],
  ["who asks again, asks later", "infancy", talk({ followOn: today, followedBy: "els" }), "talk-follow-day-wrong"],
  ["a day needs someone who follows", "infancy", talk({ followOn: "2027-01-04" }), "talk-follow-who"],
  ["and who follows needs a day", "infancy", talk({ followedBy: "els" }), "talk-follow-who"],
  ["both together is right", "preconception", talk({ followOn: "2027-01-04", followedBy: "els" }), "preconception"],
];
for (const [sentence, period, said, outcome] of cases)
  test(sentence, () => {
    const decided = decideTalk(period, said, today);
    assert.equal(typeof decided === "string" ? decided : decided.code, outcome);
  });
