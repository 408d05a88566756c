import assert from "node:assert/strict";
import { test } from "node:test";
import { anOffer } from "../testing/anOffer.ts";
import { askAddress, isReferred } from "./askAddress.ts";

const from = { trajectoryId: "t", organisationId: "practice" };
const cases = [
  ["what another offers is asked by a referral", { id: "o", organisationId: "bank" }, "/gezinnen/t/verwijzingen/nieuw?aanbod=o"],
  ["the prenatal home visit is asked in its own way", { code: "prenataal-huisbezoek" }, "/gezinnen/t/huisbezoeken/nieuw"],
  ["Geboortezorg Flex is decided on the family's page", { code: "geboortezorg-flex" }, "/gezinnen/t#geboortezorg-flex"],
  ["nobody refers to her own organisation", { organisationId: "practice" }, null],
  ["nobody gives it here yet", { organisationId: null }, null],
  ["it is closed for now", { status: "temporarily closed" }, null],
] as const;

for (const [sentence, change, expected] of cases) test(sentence, () => assert.equal(askAddress(anOffer(change), from), expected));

test("only what has no way of its own is referred to", () =>
  assert.deepEqual(
    [isReferred({ code: null }), isReferred({ code: "vve" }), isReferred({ code: "geboortezorg-flex" })],
    [true, true, false],
  ));
