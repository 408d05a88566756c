import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Assumptions } from "../capacity.ts";
import { defaultsFor, readAssumptions, shareOf } from "./defaults.ts";
import { forecast, portionsOf, type ForecastInput } from "./forecast.ts";
import { findPinch } from "./pinch.ts";

const region = [
  "GM1954",
  "GM0899",
  "GM0917",
  "GM0928",
  "GM0882",
  "GM0965",
  "GM0986",
  "GM0888",
  "GM1883",
  "GM0971",
  "GM0935",
  "GM1903",
  "GM1729",
  "GM0938",
  "GM0981",
  "GM0994",
];
const defaults = defaultsFor({ municipalities: region, meanHours: 24, weeks: 52 });
const asked = (change: Partial<Assumptions> = {}, more: Partial<ForecastInput> = {}): ForecastInput => ({
  assumptions: { ...defaults, ...change },
  municipalities: region,
  months: 6,
  from: "2026-11-23",
  known: [],
  ...more,
});

test("the whole region has all its births, the pilot a part, a place that is none of it nothing", () => {
  assert.equal(shareOf(region), 1);
  assert.ok(shareOf(["GM0917"]) > 0.1 && shareOf(["GM0917"]) < 0.2);
  assert.equal(shareOf(["GM0363"]), 0);
});

test("a year of the region: 2,460 families of 42 hours, and a tenth of them with 24 hours more", () => {
  const year = forecast(asked({ weeks: 52 }));
  const births = year.reduce((sum, week) => sum + week.births, 0);
  const hours = year.reduce((sum, week) => sum + week.hours, 0);
  assert.ok(Math.abs(births - 2460) < 30, String(births));
  assert.ok(Math.abs(hours - 2460 * (42 + 0.1 * 24)) / hours < 0.02, String(hours));
});

for (const [sentence, change, holds] of [
  ["with as many assistants as the country has it does not pinch in winter", { weeks: 13 }, (weeks: number) => weeks === 0],
  [
    "with half of them it pinches every week",
    { weeks: 13, assistants: Math.round(defaults.assistants / 2) },
    (weeks: number) => weeks === 13,
  ],
  ["without births it never pinches", { careShare: 0 }, (weeks: number) => weeks === 0],
  ["with nobody at work it always does", { absence: 60, summerAbsence: 60 }, (weeks: number) => weeks > 40],
] as const)
  test(sentence, () => {
    const { weeks } = findPinch(forecast(asked(change)));
    assert.ok(holds(weeks), String(weeks));
  });

test("it pinches first in summer, when more are born and fewer work", () => {
  const { first, worst } = findPinch(forecast(asked({ absence: 21, summerAbsence: 15 })));
  assert.match(first?.week ?? "", /^2027-0[678]/);
  assert.match(worst?.week ?? "", /^2027-0[78]/);
});

test("families that the system knows count where they are more than expected", () => {
  const known = [{ week: "2026-12-07", municipality: "GM0965", families: 9 }];
  const [, , third] = forecast(asked({}, { municipalities: ["GM0965"], known }));
  assert.equal(third?.births, 9);
  assert.equal(third?.known, 9);
  const elsewhere = forecast(asked({}, { municipalities: ["GM0917"], known }));
  assert.ok(elsewhere.every((week) => week.known === 0));
});

test("a longer flexible period spreads the same hours over more weeks", () => {
  const sum = (hours: readonly number[]) => hours.reduce((total, one) => total + one, 0);
  assert.ok(Math.abs(sum(portionsOf(defaults, 6)) - sum(portionsOf(defaults, 9))) < 1e-9);
});

test("whatever is assumed: the bands hold the mean, the wide one holds the other, and the chance is one", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 500, max: 10_000 }),
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 1, max: 400 }),
      (birthsPerYear, flexShare, assistants) => {
        for (const week of forecast(asked({ birthsPerYear, flexShare, assistants, weeks: 13 }))) {
          assert.ok(week.wide[0] <= week.likely[0] && week.likely[1] <= week.wide[1]);
          assert.ok(week.likely[0] <= week.hours + 1 && week.hours <= week.likely[1] + 1, JSON.stringify(week));
          assert.ok(week.short >= 0 && week.short <= 1 && Number.isFinite(week.short));
        }
      },
    ),
    { numRuns: 60 },
  );
});

test("what is typed stays within its range, and what is no number is as it was", () => {
  const read = readAssumptions({ assistants: "12,5", absence: "900", flexShare: "veel", weeks: 26 }, defaults);
  assert.deepEqual([read.assistants, read.absence, read.flexShare, read.weeks], [12.5, 60, defaults.flexShare, 26]);
});
