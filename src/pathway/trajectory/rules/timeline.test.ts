import assert from "node:assert/strict";
import { test } from "node:test";
import { daysBetween } from "../../../kit/day.ts";
import { timelineOf } from "./timeline.ts";

const none = { dueDate: null, bornOn: null, lossOn: null };
const lengths = (dates: Partial<typeof none> | object) =>
  timelineOf({ ...none, ...dates }).map(({ name, from, to }) => [name, daysBetween(from, to)]);

test("a pregnancy shows its 280 days and the two years that are to come", () =>
  assert.deepEqual(lengths({ dueDate: "2027-04-22" }), [
    ["pregnancy", 280],
    ["postpartum", 10],
    ["infancy", 721],
  ]));

test("a birth that comes early makes the pregnancy shorter, not the childhood", () =>
  assert.deepEqual(lengths({ dueDate: "2027-04-22", bornOn: "2027-03-22" }), [
    ["pregnancy", 249],
    ["postpartum", 10],
    ["infancy", 721],
  ]));

test("two years without a 29 February are a day shorter", () => assert.deepEqual(lengths({ dueDate: "2028-06-01" })[2], ["infancy", 720]));

test("a birth without a due date counts back 40 weeks", () => assert.deepEqual(lengths({ bornOn: "2027-04-22" })[0], ["pregnancy", 280]));

test("after the loss of a pregnancy no childhood is drawn", () =>
  assert.deepEqual(lengths({ dueDate: "2027-04-22", lossOn: "2026-12-01" }), [
    ["pregnancy", 138],
    ["afterLoss", 365],
  ]));

test("without a date there is nothing to draw yet", () => assert.deepEqual(lengths({}), []));
