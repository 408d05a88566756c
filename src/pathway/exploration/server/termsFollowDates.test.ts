import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { addDays, type Day } from "../../../kit/day.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { routeTerms } from "../../assessment/server/door.ts";
import { changeDueDate } from "../../trajectory/server/changeLine.ts";
import { readLine } from "../../trajectory/server/changingLine.ts";
import type { VisitState } from "../homeVisit.ts";
import { visitBefore } from "../rules/visitTerms.ts";
import { aVisitIn } from "../testing/aVisit.ts";

const today = "2026-11-09";
let region: Region;
let midwife: Actor;
let nurse: Actor;
before(async () => {
  region = await aRegion();
  midwife = await region.actor("midwife", "practice");
  nurse = await region.actor("youth_nurse", "youthHealth");
});
beforeEach(() => region.setToday(today));
after(() => region.close());

const rule = (dueDate: Day | null) => visitBefore({ kind: "prenatal", requestedOn: today, dueDate }, routeTerms);
const soon = addDays(today, 55);

async function moved(state: VisitState) {
  const { line, visit } = await aVisitIn(state, { midwife, nurse, today }, { dueDate: addDays(today, 140) });
  const before = visit.visitBefore;
  const version = (await readLine(midwife, line.trajectoryId))?.line.version ?? 0;
  assert.equal((await changeDueDate(midwife, line.trajectoryId, { dueDate: soon, version })).code, "done");
  const [kept] = await region.asOwner<{ term: Day; version: number }>(
    "select visit_before::text as term, version from home_visit where id = $1",
    [visit.id],
  );
  const work = await region.asOwner<{ kind: string; due: Day; term: Day }>(
    "select kind, due_on::text as due, facts ->> 'visitBefore' as term from work_item where subject_id = $1 and closed_at is null order by kind",
    [visit.id],
  );
  return { before, kept, work, version: visit.version };
}

test("a visit that was taken on: its term, and that of who waits for it, follow the due date", async () => {
  const { before, kept, work, version } = await moved("accepted");
  assert.deepEqual([before, kept?.term, kept?.version], [rule(addDays(today, 140)), rule(soon), version]);
  assert.notEqual(kept?.term, before);
  assert.deepEqual(
    work,
    ["home-visit.awaited", "home-visit.plan"].map((kind) => ({ kind, due: rule(soon), term: rule(soon) })),
  );
});

test("a request that waits for an answer keeps the day of the answer, and says the new last day of the visit", async () => {
  const { work } = await moved("requested");
  assert.deepEqual(
    work.map(({ term, due }) => [term, due !== rule(soon)]),
    [
      [rule(soon), true],
      [rule(soon), true],
    ],
  );
});

test("a visit with a day agreed keeps that day", async () => {
  const { work } = await moved("scheduled");
  assert.deepEqual(
    work.map(({ due, term }) => [due, term]),
    [
      [today, rule(soon)],
      [today, rule(soon)],
    ],
  );
});

test("a visit that was held keeps the term that it had", async () => {
  const { before, kept } = await moved("held");
  assert.equal(kept?.term, before);
});

test("the database reckons as the rule does, on every day of a pregnancy", async () => {
  const rows = await region.asOwner<{ away: number | null; term: Day }>(
    "select n as away, trust.visit_before($1::date, $1::date + n)::text as term from (select generate_series(-30, 300) n union all select null) days",
    [today],
  );
  for (const { away, term } of rows) assert.equal(term, rule(away === null ? null : addDays(today, away)), `due in ${away} days`);
});
