import assert from "node:assert/strict";
import { test } from "node:test";
import { describeFamily, type Seen } from "./describeFamily.ts";

const seen: Seen = {
  line: { dueDate: "2027-03-28", bornOn: null, lossOn: null },
  period: "pregnancy",
  pregnancyDays: 154,
  municipality: { code: "GM0917", name: "Heerlen" },
  motherBornOn: "2003-11-23",
  parity: "G1P0",
  category: "c",
  language: "nl",
};
const today = "2026-11-22";

test("a pregnant woman who is 22 until tomorrow, with her first child", () => {
  const family = describeFamily(seen, today);
  assert.deepEqual([family.pregnancyDays, family.motherAge, family.firstChild, family.childMonths], [154, 22, true, null]);
});

test("after the birth the age of the child counts, not the weeks", () => {
  const family = describeFamily({ ...seen, period: "infancy", line: { ...seen.line, bornOn: "2026-06-23" } }, today);
  assert.deepEqual([family.pregnancyDays, family.childMonths], [null, 4]);
});

test("after a loss nothing is said of weeks, a child or a first child", () => {
  const family = describeFamily({ ...seen, line: { ...seen.line, lossOn: "2026-11-01" } }, today);
  assert.deepEqual([family.period, family.pregnancyDays, family.childMonths, family.firstChild], [null, null, null, null]);
});

test("what nobody wrote down is not known", () => {
  const family = describeFamily({ ...seen, parity: null, motherBornOn: null }, today);
  assert.deepEqual([family.firstChild, family.motherAge], [null, null]);
  assert.equal(describeFamily({ ...seen, parity: "G2P1" }, today).firstChild, false);
});
