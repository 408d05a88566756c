import assert from "node:assert/strict";
import { test } from "node:test";
import type { LeadMove, TransferState } from "../caseLead.ts";
import { answerBy, mayMove } from "./leadMoves.ts";

const midwife = { organisationId: "practice", role: "midwife", membershipId: "Marieke" };
const nurse = { organisationId: "JGZ", role: "youth_nurse", membershipId: "Hanna" };
const transfer = (state: TransferState = "offered", membershipId: string | null = null) => ({
  state,
  from: { organisationId: "practice", organisation: "", phone: null },
  to: { organisationId: "JGZ", organisation: "", phone: null, role: "youth_nurse", membershipId, professional: null },
});

const cases: readonly (readonly [string, LeadMove, ReturnType<typeof transfer>, typeof midwife, boolean])[] = [
  ["a nurse of the asked team accepts", "accept", transfer(), nurse, true],
  ["the midwife cannot accept what she offered", "accept", transfer(), midwife, false],
  ["a youth doctor is not the asked team", "accept", transfer(), { ...nurse, role: "youth_doctor" }, false],
  ["asked by name: a colleague cannot accept for her", "accept", transfer("offered", "Hanna"), { ...nurse, membershipId: "Els" }, false],
  ["asked by name: she accepts", "accept", transfer("offered", "Hanna"), nurse, true],
  ["the asked team declines", "decline", transfer(), nurse, true],
  ["the midwife takes her offer back", "withdraw", transfer(), midwife, true],
  ["what was accepted is not taken back", "withdraw", transfer("accepted"), midwife, false],
  ["what was taken back is not accepted", "accept", transfer("withdrawn"), nurse, false],
];
for (const [sentence, move, given, asker, expected] of cases) test(sentence, () => assert.equal(mayMove(move, given, asker), expected));

test("offered on Friday: answered by Wednesday", () => assert.equal(answerBy("2026-03-13"), "2026-03-18"));
