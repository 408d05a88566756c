import assert from "node:assert/strict";
import { test } from "node:test";
import type { Proposal } from "../familyPlan.ts";
import { dayFor, planTerms } from "./planTerms.ts";
import { proposalsLeft } from "./proposalsLeft.ts";
import { responsibleFrom } from "./responsibleFrom.ts";

const wish: Proposal = { source: { kind: "visit_wish", id: "v1" }, wording: "Overzicht over onze rekeningen", on: "2026-03-10" };
const said: Proposal = { source: { kind: "conversation_wish", id: "c1" }, wording: " overzicht over onze  rekeningen ", on: "2026-03-11" };
const post: Proposal = {
  source: { kind: "visit_agreement", id: "a1" },
  wording: "De post openen",
  on: "2026-03-10",
  who: "Moeder",
  dueOn: null,
};
const left = (...given: Parameters<typeof proposalsLeft>) => proposalsLeft(...given).open.map(({ source }) => source.id);

test("what a visit left can be taken over; what was said twice in the same words, once", () => {
  assert.deepEqual(left([wish, said, post], [], []), ["v1", "a1"]);
});
test("what was taken over is left no longer, also when its words were changed since", () => {
  assert.deepEqual(left([wish, post], [{ source: wish.source, wording: "Rust rond de post" }], []), ["a1"]);
});
test("what stands in the plan in the same words needs no taking over", () => {
  assert.deepEqual(left([said, post], [{ source: null, wording: "Overzicht over onze rekeningen" }], []), ["a1"]);
});
test("what was set aside waits apart, and can come back", () => {
  const { open, setAside } = proposalsLeft([wish, post], [], [post.source]);
  assert.deepEqual([open, setAside], [[wish], [post]]);
});

const around = {
  members: [
    { id: "sanne", kind: "mother", givenName: "Sanne" },
    { id: "tom", kind: "partner", givenName: "Tom" },
    { id: "noor", kind: "child", givenName: "Noor" },
    { id: "noor2", kind: "other", givenName: "Noor" },
  ],
  professionals: [{ membershipId: "m1", name: "Nadia Knoop" }],
} as const;
for (const [sentence, words, expected] of [
  ["the mother, called so", "Moeder", { kind: "family", personId: "sanne" }],
  ["her partner by his name", " tom ", { kind: "family", personId: "tom" }],
  ["a professional by her name", "nadia knoop", { kind: "professional", membershipId: "m1" }],
  ["two are called Noor: nobody guesses which", "Noor", { kind: "network", name: "Noor" }],
  ["her sister, of the own network", "Haar zus", { kind: "network", name: "Haar zus" }],
  [
    "two at once stay as they were said, to be chosen from",
    "Moeder, met de Kredietbank",
    { kind: "network", name: "Moeder, met de Kredietbank" },
  ],
] as const)
  test(sentence, () => assert.deepEqual(responsibleFrom(words, around), expected));

test("a day that was agreed is kept while it lies ahead; else the usual one is proposed", () => {
  assert.deepEqual(
    [dayFor("2026-03-20", "2026-03-13", 14), dayFor("2026-03-01", "2026-03-13", 14), dayFor(null, "2026-03-13", planTerms.goalDays)],
    ["2026-03-20", "2026-03-27", "2026-05-08"],
  );
});
