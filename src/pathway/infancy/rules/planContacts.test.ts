import assert from "node:assert/strict";
import { test } from "node:test";
import { aChild, aRecord, startMoments } from "../testing/aContactMoment.ts";
import type { ContactChild } from "../youthContact.ts";
import { dueDayOf, firstOpen, planContacts, type PlanFacts } from "./planContacts.ts";

const born = aChild();
const facts = (change: Partial<PlanFacts> = {}): PlanFacts => ({
  line: { lossOn: null, state: "open" },
  child: born,
  moments: startMoments,
  records: [],
  followedSince: "2025-09-01",
  today: "2026-01-14",
  ...change,
});
const plan = (change: Partial<PlanFacts> = {}) => planContacts(facts(change));
const whenOf = (code: string, change: Partial<PlanFacts> = {}) => plan(change).find(({ moment }) => moment.code === code)?.when;

const days: readonly (readonly [sentence: string, code: string, child: Partial<ContactChild>, day: string])[] = [
  ["the heel prick is on the fourth day", "heel-prick", {}, "2026-01-14"],
  ["the home visit is after two weeks", "week-2", {}, "2026-01-24"],
  ["months are calendar months", "month-3", {}, "2026-04-10"],
  ["who is born on the 31st is 3 months old at the end of a shorter month", "month-3", { bornOn: "2026-01-31" }, "2026-04-30"],
  ["who came at 32 weeks has the heel prick by the calendar", "heel-prick", { gestationalDays: 224 }, "2026-01-14"],
  ["and the vaccination of 3 months too", "month-3", { gestationalDays: 224 }, "2026-04-10"],
  ["but the development at 6 months is looked at 8 weeks later", "month-6", { gestationalDays: 224 }, "2026-09-07"],
  ["37+0 is not preterm: nothing is counted on", "month-6", { gestationalDays: 259 }, "2026-07-10"],
  ["where nobody knows how long it took, the calendar counts", "month-6", { gestationalDays: null }, "2026-07-10"],
  ["at 2 years the line ends: the day before is the last", "year-2", {}, "2028-01-09"],
  ["also for a child that came too early", "year-2", { gestationalDays: 200 }, "2028-01-09"],
  ["a birth date that was moved by a day moves everything by a day", "month-14", { bornOn: "2026-01-11" }, "2027-03-11"],
];
for (const [sentence, code, child, day] of days)
  test(sentence, () => {
    const moment = startMoments.find((one) => one.code === code);
    assert.equal(moment && dueDayOf(moment, { ...born, ...child }), day);
  });

test("the list has the twelve standard contact moments, in order of age", () =>
  assert.deepEqual(
    plan().map(({ moment }) => moment.code),
    ["heel-prick", "week-2", "week-4", "week-8", "month-3", "month-4", "month-6", "month-9", "month-11", "month-14", "month-18", "year-2"],
  ));

test("of twins each has its own plan", () => {
  const [one, other] = ["liv", "sem"].map((childId) =>
    plan({ child: aChild({ childId, bornOn: childId === "liv" ? "2026-01-10" : "2026-01-11" }) }),
  );
  assert.deepEqual([one?.[0]?.dueOn, other?.[0]?.dueOn], ["2026-01-14", "2026-01-15"]);
  assert.deepEqual([one?.[0]?.childId, other?.[0]?.childId], ["liv", "sem"]);
});

const moments: readonly (readonly [sentence: string, code: string, change: Partial<PlanFacts>, when: string | undefined])[] = [
  ["it opens a little before its day", "heel-prick", { today: "2026-01-13" }, "now"],
  ["before that it lies ahead", "heel-prick", { today: "2026-01-12" }, "later"],
  ["after its last day it is late", "heel-prick", { today: "2026-01-18" }, "late"],
  ["who was held is done", "heel-prick", { records: [aRecord("heel-prick")], today: "2026-01-18" }, "done"],
  ["who was not wanted is done", "heel-prick", { records: [aRecord("heel-prick", { outcome: "declined" })], today: "2026-01-18" }, "done"],
  ["nobody came: it stays to be done", "heel-prick", { records: [aRecord("heel-prick", { outcome: "no_show" })] }, "now"],
  [
    "a service that came to follow the line later is not asked for what went before",
    "heel-prick",
    { followedSince: "2026-03-01", today: "2026-03-02" },
    "before",
  ],
  ["where no service follows the line nobody is asked", "heel-prick", { followedSince: null }, "before"],
  [
    "after a loss nothing is planned, also not for a surviving twin",
    "week-8",
    { line: { lossOn: "2026-01-12", state: "open" } },
    undefined,
  ],
  ["of a child that died nothing is planned", "week-8", { child: aChild({ diedOn: "2026-01-12" }) }, undefined],
  ["of a line that ended nothing is planned", "week-8", { line: { lossOn: null, state: "ended" } }, undefined],
];
for (const [sentence, code, change, when] of moments) test(sentence, () => assert.equal(whenOf(code, change), when));

test("after a loss what was held stays to be read, and asks for nothing", () => {
  const after = plan({ line: { lossOn: "2026-02-01", state: "open" }, records: [aRecord("heel-prick")], today: "2026-03-01" });
  assert.deepEqual(
    after.map(({ moment, when }) => [moment.code, when]),
    [["heel-prick", "done"]],
  );
  assert.equal(firstOpen(after), null);
});

test("one thing waits at a time: the first that has opened", () => {
  assert.equal(firstOpen(plan({ today: "2026-02-07" }))?.moment.code, "heel-prick");
  assert.equal(firstOpen(plan({ today: "2026-02-07", records: [aRecord("heel-prick"), aRecord("week-2")] }))?.moment.code, "week-4");
  assert.equal(firstOpen(plan({ today: "2026-01-11" })), null);
});

test("how often nobody came is counted", () => {
  const [first] = plan({ records: [aRecord("heel-prick", { outcome: "no_show" }), aRecord("heel-prick", { outcome: "no_show" })] });
  assert.deepEqual([first?.missed, first?.state], [2, "missed"]);
});

test("a moment that a region took off its list is planned no more, and what was held of it stays", () => {
  const without = startMoments.map((moment) => ({ ...moment, active: moment.code !== "month-4" }));
  assert.equal(whenOf("month-4", { moments: without }), undefined);
  assert.equal(whenOf("month-4", { moments: without, records: [aRecord("month-4")] }), "done");
});
