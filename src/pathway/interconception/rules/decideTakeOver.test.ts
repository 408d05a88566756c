import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { takeOverParts, type TakeOverPart } from "../interconception.ts";
import { decideTakeOver, standOfPart, type Answers, type PartFacts } from "./decideTakeOver.ts";

const today = "2026-11-09";
const all = (change: Partial<PartFacts> = {}): readonly PartFacts[] =>
  takeOverParts.map((part) => ({ part, there: 2, mayWrite: true, taken: false, ...change }));
const decide = (answers: Answers, parts = all(), on = today) => decideTakeOver(parts, answers, { on, today });

const cases: readonly (readonly [sentence: string, ReturnType<typeof decide>, outcome: readonly TakeOverPart[] | string])[] = [
  ["what got a yes comes along, and no more", decide({ signals: true, plan: false }), ["signals"]],
  ["a no to everything takes nothing along", decide({ signals: false, plan: false, talks: false }), []],
  ["nothing answered is not a yes", decide({}), "takeover-nothing-answered"],
  ["a yes of tomorrow is none", decide({ plan: true }, all(), "2026-11-10"), "takeover-day-wrong"],
  ["what came along does not come twice", decide({ plan: true }, all({ taken: true })), "takeover-done-already"],
  ["what there is not cannot come along", decide({ plan: true }, all({ there: 0 })), "takeover-nothing-there"],
  ["what her role does not record another takes along", decide({ plan: true }, all({ mayWrite: false })), "takeover-not-yours"],
  ["a no needs nothing to be there", decide({ plan: false }, all({ there: 0 })), []],
];
for (const [sentence, decided, outcome] of cases)
  test(sentence, () => assert.deepEqual("code" in decided ? decided.code : decided, outcome));

const answer = fc.constantFrom(undefined, true, false);
const facts = fc.record({ there: fc.nat(3), mayWrite: fc.boolean(), taken: fc.boolean() });
test("in no case comes anything along that got no yes, is not there, or came along before", () =>
  fc.assert(
    fc.property(fc.tuple(answer, answer, answer), fc.tuple(facts, facts, facts), (said, about) => {
      const answers: Answers = Object.fromEntries(takeOverParts.flatMap((part, nr) => (said[nr] === undefined ? [] : [[part, said[nr]]])));
      const parts = takeOverParts.map((part, nr) => ({ part, there: 0, mayWrite: false, taken: false, ...about[nr] }));
      const decided = decideTakeOver(parts, answers, { on: today, today });
      if ("code" in decided) return;
      for (const part of decided) {
        const one = parts.find((fact) => fact.part === part);
        assert.ok(answers[part] === true && one && standOfPart(one) === "ask", part);
      }
    }),
  ));
