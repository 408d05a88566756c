import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Agreement, EntryState, Goal, PlanContent, Question } from "../familyPlan.ts";
import { changesBetween, contentOf, standOf } from "./planContent.ts";

const entry = { state: "open" as EntryState, source: null, by: "M. Voorbeeld", version: 1 };
const question: Question = { ...entry, id: "q1", wording: "Wie helpt ons met de post?" };
const goal: Goal = { ...entry, id: "g1", wording: "Overzicht over onze rekeningen", questionId: "q1", evaluateOn: "2026-05-08" };
const agreement: Agreement = {
  ...entry,
  id: "a1",
  wording: "Samen de post openen",
  questionId: null,
  goalId: "g1",
  evaluateOn: "2026-03-27",
  responsible: { kind: "network", name: "Haar zus" },
  who: "Haar zus",
  left: false,
};
const none: ReadonlySet<string> = new Set();
const plan = { questions: [question], goals: [goal], agreements: [agreement] };
const agreed = contentOf(plan);
const changed = (change: Partial<typeof plan>): PlanContent => contentOf({ ...plan, ...change });
const told = (content: PlanContent, reached: readonly string[] = []) =>
  changesBetween(agreed, content, new Set(reached)).map(({ kind, how, fields }) => [kind, how, ...fields].join(" "));

const cases: readonly (readonly [string, PlanContent, readonly string[]])[] = [
  ["nothing changed", agreed, []],
  [
    "another word in the question",
    changed({ questions: [{ ...question, wording: "Wie leest mee met de post?" }] }),
    ["question changed wording"],
  ],
  [
    "another person, on another day",
    changed({ agreements: [{ ...agreement, responsible: { kind: "network", name: "Haar moeder" }, evaluateOn: "2026-04-01" }] }),
    ["agreement changed responsible evaluateOn"],
  ],
  ["a goal was stopped", changed({ goals: [{ ...goal, state: "stopped" }] }), ["goal dropped"]],
  ["only the day on which is looked back moved", changed({ goals: [{ ...goal, evaluateOn: "2026-06-01" }] }), []],
  ["one more agreement", changed({ agreements: [agreement, { ...agreement, id: "a2" }] }), ["agreement added"]],
  [
    "it hangs on the question now",
    changed({ agreements: [{ ...agreement, goalId: null, questionId: "q1" }] }),
    ["agreement changed belongs"],
  ],
];
for (const [sentence, content, expected] of cases) test(sentence, () => assert.deepEqual(told(content), expected));

test("an agreement was done: the family agreed to just that, so nothing changed", () => {
  const done = changed({ agreements: [{ ...agreement, state: "reached" }] });
  assert.deepEqual([told(done, ["a1"]), standOf(done, agreed, new Set(["a1"])), told(done)], [[], "final", ["agreement dropped"]]);
});

test("a name is kept of a professional alone: of the family the id, found again by who may see it", () => {
  const [kept] = contentOf({
    ...plan,
    agreements: [{ ...agreement, responsible: { kind: "family", personId: "p1" }, who: "Tom" }],
  }).agreements;
  assert.equal(kept?.who, null);
  const [professional] = contentOf({
    ...plan,
    agreements: [{ ...agreement, responsible: { kind: "professional", membershipId: "m1" }, who: "Nadia Knoop, Gemeente" }],
  }).agreements;
  assert.equal(professional?.who, "Nadia Knoop, Gemeente");
});

test("empty, draft, final: and a draft again with a change", () => {
  const empty = contentOf({ questions: [], goals: [], agreements: [] });
  assert.deepEqual(
    [standOf(empty, null, none), standOf(agreed, null, none), standOf(agreed, agreed, none), standOf(changed({ goals: [] }), agreed, none)],
    ["empty", "draft", "final", "draft"],
  );
});

test("the order in which parts come does not matter, and each change is told once", () => {
  const ids = fc.uniqueArray(fc.constantFrom("a1", "a2", "a3", "a4", "a5"), { maxLength: 5 });
  const content = (chosen: readonly string[], wording: string) =>
    contentOf({ ...plan, agreements: chosen.map((id) => ({ ...agreement, id, wording })) });
  fc.assert(
    fc.property(ids, ids, fc.constantFrom("x", "y"), (before, after, wording) => {
      const changes = changesBetween(content(before, "x"), content(after, wording));
      assert.deepEqual(changesBetween(content(before.toReversed(), "x"), content(after.toReversed(), wording)), changes);
      assert.equal(new Set(changes.map(({ id }) => id)).size, changes.length);
      const expected = [...new Set([...before, ...after])].filter((id) => before.includes(id) !== after.includes(id) || wording !== "x");
      assert.deepEqual(changes.map(({ id }) => id).toSorted(), expected.toSorted());
      assert.equal(standOf(content(after, wording), content(before, "x"), none), changes.length === 0 ? "final" : "draft");
    }),
  );
});
