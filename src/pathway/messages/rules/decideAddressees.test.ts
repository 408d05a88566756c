import assert from "node:assert/strict";
import { test } from "node:test";
import type { Addressee } from "../messages.ts";
import { decideAddressees, type Content } from "./decideAddressees.ts";

const nurse: Addressee = {
  principal: 1,
  organisationId: "jgz",
  organisation: "JGZ Zuid",
  role: "youth_nurse",
  name: "Noor",
  medical: true,
  partner: false,
  leads: false,
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
