import assert from "node:assert/strict";
import { test } from "node:test";
import { answerBy, visitBefore, weekBand, type RouteVisitTerms } from "./visitTerms.ts";

const terms: RouteVisitTerms = { holdHomeVisitDays: 21, holdHomeVisitBeforeWeek: 34, pregnancyDays: 280 };
const asked = "2026-11-02";

const cases: readonly (readonly [string, Parameters<typeof visitBefore>[0], string])[] = [
  ["early in the pregnancy: 21 days after the request", { kind: "prenatal", requestedOn: asked, dueDate: "2027-04-22" }, "2026-11-23"],
  ["shortly before week 34: the last day before it", { kind: "prenatal", requestedOn: asked, dueDate: "2026-12-28" }, "2026-11-15"],
  ["week 34 is already here: 21 days after all", { kind: "prenatal", requestedOn: asked, dueDate: "2026-12-01" }, "2026-11-23"],
  ["no due date yet: 21 days", { kind: "prenatal", requestedOn: asked, dueDate: null }, "2026-11-23"],
  ["after the birth: 21 days", { kind: "postnatal", requestedOn: asked, dueDate: "2026-10-28" }, "2026-11-23"],
];
for (const [sentence, facts, expected] of cases) test(sentence, () => assert.equal(visitBefore(facts, terms), expected));

test("an answer comes within a week, and when urgent the next working day", () => {
  assert.equal(answerBy(asked, false), "2026-11-09");
  assert.equal(answerBy("2026-11-06", true), "2026-11-09"); // a Friday
});

test("the asked service knows the weeks by four, not the day", () => {
  assert.equal(weekBand({ dueDate: "2027-04-22", bornOn: null }, asked, 280), 12);
  assert.equal(weekBand({ dueDate: "2027-04-22", bornOn: "2026-10-20" }, asked, 280), 0);
  assert.equal(weekBand({ dueDate: null, bornOn: null }, asked, 280), null);
  assert.equal(weekBand({ dueDate: "2027-12-01", bornOn: null }, asked, 280), null); // not pregnant yet by that date
});
