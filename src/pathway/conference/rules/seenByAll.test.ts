import assert from "node:assert/strict";
import { test } from "node:test";
import { seenByAll, type Lacking } from "./seenByAll.ts";

const practice = "practice";
const bank: Lacking = { part: "plan", organisationId: "bank", readsOwn: false };
const midwife: Lacking = { part: "plan", organisationId: practice, readsOwn: true };
const cases: readonly (readonly [says: string, lacking: readonly Lacking[], part: Lacking["part"], author: string, shown: boolean])[] = [
  ["nobody lacks anything: it stands on the wall", [], "plan", "jgz", true],
  ["one of those present may not see plans: no plan on the wall", [bank], "plan", "jgz", false],
  ["but the name, which she may see, does stand there", [bank], "identity", "jgz", true],
  ["the midwife's practice recorded it itself: she sees it without a grant", [midwife], "plan", practice, true],
  ["what another recorded, she does not", [midwife], "plan", "jgz", false],
  ["an own entry of the one is none of the other", [midwife, bank], "plan", practice, false],
  ["who recorded it but has no such right in her role does not see it", [{ ...bank, organisationId: practice }], "plan", practice, false],
];
for (const [says, lacking, part, author, shown] of cases) test(says, () => assert.equal(seenByAll(lacking, part, author), shown));
