import assert from "node:assert/strict";
import { test } from "node:test";
import { dayAfter, dayOf, momentOf, rightNow, timeOf } from "./phoneClock.ts";

const at = (text: string) => Date.parse(text);

test("a phone whose clock is a day ahead shows the right day after one contact", () => {
  const contact = { server: at("2026-11-22T09:00:00Z"), phone: at("2026-11-23T09:00:00Z") };
  assert.equal(dayOf(rightNow(contact, at("2026-11-23T10:30:00Z"))), "2026-11-22");
});

test("a clock that was put back gives no more time", () => {
  const contact = { server: at("2026-11-22T09:00:00Z"), phone: at("2026-11-22T09:00:00Z") };
  assert.equal(rightNow(contact, at("2026-11-01T09:00:00Z")), contact.server);
});

for (const [day, time, moment] of [
  ["2026-11-22", "09:30", "2026-11-22T08:30:00.000Z"],
  ["2026-07-01", "09:30", "2026-07-01T07:30:00.000Z"],
  ["2026-10-25", "04:00", "2026-10-25T03:00:00.000Z"], // the night that the clock goes back
  ["2026-03-29", "04:00", "2026-03-29T02:00:00.000Z"], // and forward
  ["2026-12-31", "23:30", "2026-12-31T22:30:00.000Z"],
] as const)
  test(`${time} on ${day} is ${moment}, and back`, () => {
    assert.equal(new Date(momentOf(day, time)).toISOString(), moment);
    assert.equal(timeOf(at(moment)), time);
    assert.equal(dayOf(at(moment)), day);
  });

test("the day after the last of the year", () => assert.equal(dayAfter("2026-12-31"), "2027-01-01"));
