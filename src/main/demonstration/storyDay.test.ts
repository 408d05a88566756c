import assert from "node:assert/strict";
import { test } from "node:test";
import { addDays } from "../../kit/day.ts";
import { dayToCome, storyDay } from "./storyDay.ts";

const sunday = "2026-11-22";
const weekdayOf = (day: string): number => Temporal.PlainDate.from(day).dayOfWeek;

for (const [sentence, daysAgo, day] of [
  ["what happened on a working day lately happened on that day", 3, "2026-11-19"],
  ["today is a Sunday: what is told of today was done on Friday", 0, "2026-11-20"],
  ["long ago everything was on a Tuesday", 43, "2026-10-08"],
  ["or on a Thursday", 46, "2026-10-06"],
] as const)
  test(sentence, () => assert.equal(storyDay(sunday, daysAgo), day));

test("nothing is done in a weekend or in the future, and what was earlier stays earlier, whatever day it is today", () => {
  for (let shift = 0; shift < 7; shift++) {
    const today = addDays(sunday, shift);
    const days = Array.from({ length: 120 }, (_, daysAgo) => storyDay(today, daysAgo));
    assert.ok(days.every((day) => day <= today && weekdayOf(day) < 6));
    assert.deepEqual(days, days.toSorted().toReversed());
  }
});

test("what is planned is planned on a working day, today or later", () => {
  assert.equal(dayToCome(sunday, 0), "2026-11-23");
  assert.equal(dayToCome(sunday, 2), "2026-11-24");
});
