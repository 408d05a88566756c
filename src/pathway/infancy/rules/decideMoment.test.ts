import assert from "node:assert/strict";
import { test } from "node:test";
import { startMoments } from "../testing/aContactMoment.ts";
import { decideMoment, mayKeepMoments } from "./decideMoment.ts";

const moment = { code: "month-16", ageMonths: 16, ageDays: 0, opensDaysBefore: 14 };
const cases: readonly (readonly [string, "add" | "change", Partial<typeof moment>, string])[] = [
  ["a new contact moment at sixteen months", "add", {}, "go"],
  ["a code that is there already", "add", { code: "month-18" }, "moment-code-taken"],
  ["another window for a known one", "change", { code: "month-18", ageMonths: 18 }, "go"],
  ["a change of what is not there", "change", {}, "moment-unknown"],
  ["at the second birthday", "add", { ageMonths: 24 }, "go"],
  ["past the second birthday, when the line has ended", "add", { ageMonths: 24, ageDays: 1 }, "moment-past-two"],
  ["past it by days alone", "add", { ageMonths: 22, ageDays: 90 }, "moment-past-two"],
  ["held before the child is born", "add", { ageMonths: 0, ageDays: 3, opensDaysBefore: 4 }, "moment-before-birth"],
  ["from the day of birth", "add", { ageMonths: 0, ageDays: 4, opensDaysBefore: 4 }, "go"],
];
for (const [sentence, act, change, expected] of cases)
  test(sentence, () => {
    const outcome = decideMoment(act, { ...moment, ...change }, startMoments);
    assert.equal(outcome === "go" ? outcome : outcome.code, expected);
  });

test("what comes with Wieg is what the list can hold", () => {
  for (const one of startMoments) assert.equal(decideMoment("change", one, startMoments), "go", one.code);
});

test("who administers a youth health service or the region keeps the list, and nobody else", () => {
  for (const [role, organisationKind, may] of [
    ["platform_admin", "programme_office", true],
    ["organisation_admin", "youth_health", true],
    ["organisation_admin", "midwifery_practice", false],
    ["youth_nurse", "youth_health", false],
  ] as const)
    assert.equal(mayKeepMoments({ role, organisationKind }), may, `${role} ${organisationKind}`);
});
