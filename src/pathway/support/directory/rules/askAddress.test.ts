import assert from "node:assert/strict";
import { test } from "node:test";
import type { SupportOffer } from "../directory.ts";
import { anOffer } from "../testing/anOffer.ts";
import { type AskPart, askAddress, isReferred } from "./askAddress.ts";

const from = (parts: readonly AskPart[]) => ({
  trajectoryId: "t",
  organisationId: "practice",
  mayWrite: (part: AskPart) => parts.includes(part),
});
const every: readonly AskPart[] = ["exploration", "programme", "referrals"];
const cases: readonly (readonly [string, Partial<SupportOffer>, string | null, (readonly AskPart[])?])[] = [
  ["what another offers is asked by a referral", { id: "o", organisationId: "bank" }, "/gezinnen/t/verwijzingen/nieuw?aanbod=o"],
  ["the prenatal home visit is asked in its own way", { code: "prenataal-huisbezoek" }, "/gezinnen/t/huisbezoeken/nieuw"],
  ["Geboortezorg Flex is decided on the family's page", { code: "geboortezorg-flex" }, "/gezinnen/t#geboortezorg-flex"],
  ["who explores nothing with families asks no home visit", { code: "prenataal-huisbezoek" }, null, ["referrals"]],
  ["who has no part in Geboortezorg Flex is not led to it", { code: "geboortezorg-flex" }, null, ["referrals"]],
  ["who may not refer, does not", { id: "o", organisationId: "bank" }, null, ["exploration"]],
  ["nobody refers to her own organisation", { organisationId: "practice" }, null],
  ["nobody gives it here yet", { organisationId: null }, null],
  ["it is closed for now", { status: "temporarily closed" }, null],
];

for (const [sentence, change, expected, parts = every] of cases)
  test(sentence, () => assert.equal(askAddress(anOffer(change), from(parts)), expected));

test("only what has no way of its own is referred to", () =>
  assert.deepEqual(
    [isReferred({ code: null }), isReferred({ code: "vve" }), isReferred({ code: "geboortezorg-flex" })],
    [true, true, false],
  ));
