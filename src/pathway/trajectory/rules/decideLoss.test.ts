import assert from "node:assert/strict";
import { test } from "node:test";
import { decideLoss } from "./decideLoss.ts";

const pregnant = { dueDate: "2027-04-22", bornOn: null };
const born = { dueDate: "2026-11-10", bornOn: "2026-11-08" };
const cases = [
  ["a miscarriage", pregnant, { kind: "pregnancy", on: "2026-11-20" }, null],
  ["one of twins, before the birth", pregnant, { kind: "one_of_more", on: "2026-11-20" }, null],
  ["a child on the day of its birth", born, { kind: "child", on: "2026-11-08" }, null],
  ["a stillborn child ended a pregnancy on its last day", born, { kind: "pregnancy", on: "2026-11-08" }, null],
  ["a loss that has not happened", pregnant, { kind: "pregnancy", on: "2026-11-23" }, "loss-in-future"],
  ["a loss before this pregnancy is one of another", pregnant, { kind: "pregnancy", on: "2026-07-15" }, "loss-before-pregnancy"],
  ["a child that was not born yet", pregnant, { kind: "child", on: "2026-11-20" }, "not-born"],
  ["a child before its birth", born, { kind: "child", on: "2026-11-07" }, "loss-before-birth"],
  ["a line without a pregnancy", { dueDate: null, bornOn: null }, { kind: "pregnancy", on: "2026-11-20" }, "no-pregnancy"],
] as const;

for (const [sentence, line, loss, code] of cases)
  test(sentence, () => assert.equal(decideLoss(line, loss, "2026-11-22")?.code ?? null, code));
