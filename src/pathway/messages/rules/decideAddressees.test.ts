import assert from "node:assert/strict";
import { test } from "node:test";
import type { Addressee } from "../messages.ts";
import { decideAddressees, decideFamilyTalk, type Content, type FamilyTalk } from "./decideAddressees.ts";

const nurse: Addressee = {
  principal: 1,
  organisationId: "jgz",
  organisation: "JGZ Zuid",
  role: "youth_nurse",
  name: "Noor",
  medical: true,
  partner: false,
  leads: false,
  near: false,
  me: false,
};
const me = { ...nurse, principal: 7, partner: true, me: true };
const worker: Addressee = { ...nurse, principal: 2, organisationId: "heerlen", organisation: "Heerlen", name: null, medical: false };
const father: Addressee = { ...nurse, principal: 3, partner: true };

const cases: readonly (readonly [string, readonly number[], readonly Addressee[], Content, string])[] = [
  ["the nurse who may read it is addressed", [1], [me, nurse, worker], { medical: false, partner: false }, "go"],
  ["nobody chosen", [], [me, nurse], { medical: false, partner: false }, "messages-nobody"],
  ["herself alone", [7], [me, nurse], { medical: false, partner: false }, "messages-nobody"],
  [
    "something medical by who may not read that",
    [1],
    [{ ...me, medical: false }, nurse],
    { medical: true, partner: false },
    "messages-may-not-read",
  ],
  ["nobody may read it, the asker neither", [1], [], { medical: false, partner: false }, "messages-no-ground"],
  ["someone who is not of the family's team", [9], [me, nurse], { medical: false, partner: false }, "messages-may-not-read"],
  ["something medical to a social partner", [1, 2], [me, nurse, worker], { medical: true, partner: false }, "messages-may-not-read"],
  ["something medical to the nurse alone", [1], [me, nurse, worker], { medical: true, partner: false }, "go"],
  ["about the partner, without his consent", [1], [me, nurse], { medical: false, partner: true }, "messages-may-not-read"],
  ["about the partner, with his consent", [3], [me, nurse, father], { medical: false, partner: true }, "go"],
];
for (const [sentence, chosen, possible, content, outcome] of cases)
  test(sentence, () => {
    const decided = decideAddressees(chosen, possible, content);
    assert.equal("code" in decided ? decided.code : "go", outcome);
  });

test("the refusal says who, and what she may not read", () => {
  const decided = decideAddressees([2], [me, nurse, worker], { medical: true, partner: false });
  assert.deepEqual("facts" in decided && decided.facts, { who: "Heerlen", what: "wat medisch is" });
});

test("with the mother alone a conversation can begin too, but not by who may not read it herself", () => {
  assert.deepEqual(decideAddressees([], [me], { medical: false, partner: false }, true), []);
  const decided = decideAddressees([], [{ ...me, medical: false }], { medical: true, partner: false }, true);
  assert.equal("code" in decided && decided.code, "messages-may-not-read");
});

const talk: FamilyTalk = { part: "plan", subject: null, partner: false, reads: true };
const talks: readonly (readonly [string, Partial<FamilyTalk>, string])[] = [
  ["about the plan the mother reads along", {}, "go"],
  ["about practical matters", { part: "identity" }, "go"],
  ["about help that was asked for her", { part: "referrals", subject: { kind: "referral" } }, "go"],
  ["not about the category", { part: "assessment" }, "messages-not-with-family"],
  ["not about what was noticed", { part: "signals" }, "messages-not-with-family"],
  ["not where it began at a signal", { subject: { kind: "signal" } }, "messages-not-with-family"],
  ["not about her partner", { partner: true }, "messages-not-with-family"],
  ["not when she has no pages", { reads: false }, "messages-family-away"],
];
for (const [sentence, change, outcome] of talks)
  test(`with the family: ${sentence}`, () => {
    const decided = decideFamilyTalk({ ...talk, ...change });
    assert.equal(decided === "go" ? "go" : decided.code, outcome);
  });
