import assert from "node:assert/strict";
import { test } from "node:test";
import type { InflowCell } from "../desk.ts";
import { fullOn, inflowOf } from "./inflowOf.ts";

const plan = { startsOn: "2027-01-01", months: 12 };
const cells: readonly InflowCell[] = [
  { month: "2027-01-01", arm: "intervention", count: 10 },
  { month: "2027-01-01", arm: "control", count: 5 },
  { month: "2027-03-01", arm: null, count: 12 },
];

test("consents add up by month, also over a month in which nobody came", () => {
  const points = inflowOf(plan, 300, cells, "2027-03-20");
  assert.deepEqual(
    points.map(({ month, inMonth, actual }) => [month, inMonth, actual]),
    [
      ["2027-01-01", 15, 15],
      ["2027-02-01", 0, 15],
      ["2027-03-01", 12, 27],
    ],
  );
});

const expectations: readonly { readonly says: string; readonly plan?: typeof plan; readonly today: string; readonly expected: number }[] = [
  { says: "of a whole month its days", today: "2027-02-01", expected: 0 + (365 * 31) / 365 },
  { says: "of the month that runs the days that are over", today: "2027-02-11", expected: 41 },
  { says: "nothing before the plan begins", today: "2026-12-20", expected: 0 },
  { says: "no more than the size after its end", today: "2028-06-01", expected: 365 },
  { says: "begun half-way a month", plan: { startsOn: "2027-01-16", months: 12 }, today: "2027-02-01", expected: 16 },
];
for (const { says, plan: other = plan, today, expected } of expectations)
  test(`expected is ${says}`, () => assert.equal(inflowOf(other, 365, [], today).at(-1)?.expected, expected));

test("a consent before the plan began is in the picture", () => {
  const [first] = inflowOf(plan, 300, [{ month: "2026-11-01", arm: null, count: 1 }], "2027-01-05");
  assert.deepEqual(first, { month: "2026-11-01", inMonth: 1, actual: 1, expected: 0 });
});

const pace = (months: readonly number[]) =>
  inflowOf(
    plan,
    100,
    months.map((count, nr) => ({ month: `2027-0${nr + 1}-01`, arm: null, count })),
    `2027-0${months.length}-15`,
  );
test("at the pace of the last three whole months it is full in so many months", () => {
  assert.equal(fullOn(pace([1, 10, 10, 10, 4]), 100), "2027-12-01");
  assert.equal(fullOn(pace([0, 0, 0]), 100), null, "nobody came: never");
  assert.equal(fullOn(pace([60, 60]), 100), null, "full already");
});
