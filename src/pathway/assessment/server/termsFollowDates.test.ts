import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { addDays, type Day } from "../../../kit/day.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { changeDueDate } from "../../trajectory/server/changeLine.ts";
import { readLine } from "../../trajectory/server/changingLine.ts";
import { changeBirth, recordBirth, undoBirth, type TypedChild } from "../../trajectory/server/recordBirth.ts";
import { aLine } from "../../trajectory/testing/aLine.ts";
import type { Category } from "../assessment.ts";
import { stepsOf } from "../rules/stepsOf.ts";
import { assess } from "./assess.ts";
import { refuseStep } from "./settleStep.ts";

const today = "2026-03-09";
let region: Region;
let midwife: Actor;
let line: string;
before(async () => {
  region = await aRegion();
  midwife = await region.actor("midwife", "practice");
});
beforeEach(async () => {
  await region.setToday(today);
  line = (await aLine(midwife, { dueDate: addDays(today, 140) })).trajectoryId;
});
after(() => region.close());

const judged = (category: Category) => ({
  riskNow: category !== "a",
  urgentRisk: false,
  protectiveSufficient: category === "b" || category === "a",
});
const give = async (category: Category) => {
  const judgements = judged(category);
  const outcome = await assess(midwife, {
    trajectoryId: line,
    judgements,
    chosen: category,
    reason: null,
    seen: judgements,
    newestSeen: null,
  });
  assert.equal(outcome.code, "done");
};
const version = async () => (await readLine(midwife, line))?.line.version ?? 0;
const move = async (dueDate: Day) => changeDueDate(midwife, line, { dueDate, version: await version() });
const open = async (kind: string) =>
  (
    await region.asOwner<{ due: Day }>(
      "select to_char(due_on, 'YYYY-MM-DD') as due from work_item where trajectory_id = $1 and kind = $2 and closed_at is null",
      [line, kind],
    )
  ).map(({ due }) => due);
const child = (bornOn: Day): TypedChild => ({
  givenName: "Noor",
  prefix: null,
  familyName: null,
  bornOn,
  gestationalDays: null,
  weightGrams: null,
  smallForAge: null,
});
const born = async (on: Day) => recordBirth(midwife, line, { children: [child(on)], place: "home", version: await version() });
const birth = async () => {
  const found = (await readLine(midwife, line))?.details.births[0];
  assert.ok(found);
  return found;
};
const expected = (category: Category, dueDate: Day | null, bornOn: Day | null): readonly (Day | null)[] =>
  stepsOf(1, { category, since: today, assessedOn: today, today, dueDate, bornOn, settled: [] }).map(({ dueOn }) => dueOn);

test("another due date moves the term of the next assessment at once", async () => {
  await give("a");
  assert.deepEqual(await open("route.reassess"), expected("a", addDays(today, 140), null));
  for (const days of [60, 250, 100, 5]) {
    assert.equal((await move(addDays(today, days))).code, "done");
    assert.deepEqual(await open("route.reassess"), expected("a", addDays(today, days), null), `${days} days away`);
  }
});

test("a birth moves it to the close of the maternity period, another day of birth moves it again, and taking it back undoes that", async () => {
  await give("a");
  await region.setToday(addDays(today, 130));
  assert.equal((await born(addDays(today, 125))).code, "done");
  assert.deepEqual(await open("route.reassess"), expected("a", addDays(today, 140), addDays(today, 125)));
  const { id } = await birth();
  const seen = (await birth()).version;
  assert.equal(
    (await changeBirth(midwife, { trajectory: line, birth: id }, { ...child(addDays(today, 127)), place: "home", version: seen })).code,
    "done",
  );
  assert.deepEqual(await open("route.reassess"), [addDays(today, 137)]);
  assert.equal((await undoBirth(midwife, { trajectory: line, birth: id }, (await birth()).version)).code, "done");
  assert.deepEqual(await open("route.reassess"), expected("a", addDays(today, 140), null));
});

test("a first due date brings the term that could not be reckoned before", async () => {
  line = (await aLine(midwife, { dueDate: null })).trajectoryId;
  await give("a");
  assert.deepEqual(await open("route.reassess"), []);
  await move(addDays(today, 200));
  assert.deepEqual(await open("route.reassess"), expected("a", addDays(today, 200), null));
});

test("a birth that was recorded by mistake: the visit is to be asked for again", async () => {
  await give("b");
  const before = await open("route.ask_home_visit");
  assert.equal(before.length, 1);
  await born(today);
  assert.deepEqual(await open("route.ask_home_visit"), []);
  const { id, version: seen } = await birth();
  await undoBirth(midwife, { trajectory: line, birth: id }, seen);
  assert.deepEqual(await open("route.ask_home_visit"), before);
});

test("but not when the family had said no to it", async () => {
  await give("b");
  await refuseStep(midwife, { trajectoryId: line, step: "ask_home_visit", reason: "Liever niet" });
  await born(today);
  const { id, version: seen } = await birth();
  await undoBirth(midwife, { trajectory: line, birth: id }, seen);
  assert.deepEqual(await open("route.ask_home_visit"), []);
});

test("terms that rest on nothing but the assessment stay", async () => {
  await give("c");
  const before = [await open("route.conference"), await open("route.ask_home_visit")];
  await move(addDays(today, 60));
  assert.deepEqual([await open("route.conference"), await open("route.ask_home_visit")], before);
});

test("after a loss nothing is moved or asked", async () => {
  line = (await aLine(midwife, { dueDate: null })).trajectoryId;
  await give("a");
  await region.asOwner("update trajectory set loss = 'pregnancy', loss_on = $2 where id = $1", [line, today]);
  await region.asOwner("update trajectory set due_date = $2 where id = $1", [line, addDays(today, 200)]);
  assert.deepEqual(await open("route.reassess"), []);
});

test("the database reckons as the rule does, on every day of a pregnancy", async () => {
  const days = Array.from({ length: 330 }, (_, nth) => nth - 30);
  const rows = await region.asOwner<{ away: number; due: Day | null; born: Day | null }>(
    `select n as away, trust.next_assessment($1::date, $1::date + n, null)::text as due, trust.next_assessment($1::date, $1::date + 10, $1::date + n)::text as born
     from unnest($2::integer[]) n`,
    [today, days],
  );
  for (const { away, due, born: afterBirth } of rows) {
    assert.deepEqual([due], expected("a", addDays(today, away), null), `due in ${away} days`);
    assert.deepEqual(
      afterBirth === null ? [] : [afterBirth],
      expected("a", addDays(today, 10), addDays(today, away)),
      `born in ${away} days`,
    );
  }
});
