import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { findLine } from "../../trajectory/server/door.ts";
import { aLine } from "../../trajectory/testing/aLine.ts";
import { allow, involve } from "../../trajectory/testing/involve.ts";
import type { Category } from "../assessment.ts";
import { listAssessments } from "./assessment.store.ts";
import { findConfirmation } from "./confirmation.store.ts";
import { assess, type Assess } from "./assess.ts";
import { confirmCategory } from "./confirmCategory.ts";
import { openConfirmation } from "./openConfirmation.ts";
import { findCategory, stepsNow } from "./readRoute.ts";
import { findNewest } from "./assessment.store.ts";
import { refuseStep, stepDone, wantStep } from "./settleStep.ts";

let region: Region;
let midwife: Actor;
let nurse: Actor;
let line: Awaited<ReturnType<typeof aLine>>;
before(async () => {
  region = await aRegion();
  await region.setToday("2026-03-09");
  midwife = await region.actor("midwife", "practice");
  nurse = await region.actor("youth_nurse", "youthHealth");
});
beforeEach(async () => {
  await region.setToday("2026-03-09");
  line = await aLine(midwife);
});
after(() => region.close());

const vulnerable = { riskNow: true, urgentRisk: false, protectiveSufficient: false };
const potentially = { riskNow: true, urgentRisk: false, protectiveSufficient: true };
const newestId = (actor: Actor) =>
  withActor(actor, "assessment.read", async ({ db }) => (await findNewest(db, line.trajectoryId))?.assessmentId ?? null);
const judge = async (actor: Actor, judgements = vulnerable, chosen: Category = "c", change: Partial<Assess> = {}) =>
  assess(actor, {
    trajectoryId: line.trajectoryId,
    judgements,
    chosen,
    reason: null,
    seen: judgements,
    newestSeen: await newestId(actor),
    ...change,
  });
const category = (actor: Actor) => withActor(actor, "assessment.read", async ({ db }) => findCategory(db, line.trajectoryId));
const steps = (actor: Actor) =>
  withActor(actor, "assessment.read", async (work) => {
    const [found, newest] = [await findLine(work.db, line.trajectoryId), await findNewest(work.db, line.trajectoryId)];
    return found && newest ? (await stepsNow(work, found, newest)).map(({ step, state }) => `${step} ${state}`) : [];
  });
const openWork = async () =>
  (
    await region.asOwner<{ kind: string; who: string; due: string }>(
      `select w.kind, coalesce(t.role, m.role) as who, w.due_on::text as due from work_item w left join team t using (principal) left join membership m on m.principal = w.principal
   where w.trajectory_id = $1 and w.closed_at is null and w.kind not like 'case_lead%' order by 1, 2`,
      [line.trajectoryId],
    )
  ).map(({ kind, who, due }) => `${kind} ${who} ${due}`);
const share = async () => {
  await allow(midwife, line, nurse.organisationId, ["identity", "signals", "assessment", "exploration", "plan"]);
  await allow(midwife, line, midwife.organisationId, ["assessment"]);
  await involve(midwife, nurse, line.trajectoryId);
};

test("c: the assessment is kept with its judgements, and the route's work stands before the practice", async () => {
  assert.equal((await judge(midwife)).code, "done");
  const kept = await withActor(midwife, "assessment.read", async ({ db }) => listAssessments(db, line.trajectoryId));
  assert.deepEqual(
    kept.map(({ category, proposal, judgements }) => ({ category, proposal, judgements })),
    [{ category: "c", proposal: "c", judgements: vulnerable }],
  );
  assert.deepEqual(await openWork(), ["route.ask_home_visit midwife 2026-03-16", "route.conference midwife 2026-03-30"]);
  const now = await category(midwife);
  assert.deepEqual([now?.category, now?.route, now?.assessedBy.role, now?.confirmedByBoth], ["c", 3, "midwife", null]);
});

test("an assessment is never changed, not even by who made it", async () => {
  await judge(midwife);
  const change = (table: "vulnerability_assessment" | "category_route") =>
    withActor(midwife, "assessment.recorded", async ({ db }) =>
      db.updateTable(table).set({ category: "a" }).where("trajectory_id", "=", line.trajectoryId).execute(),
    );
  await assert.rejects(change("vulnerability_assessment"), { code: "42501" });
  await assert.rejects(change("category_route"), { code: "42501" });
});

test("otherwise than proposed: with a reason it is kept, without it is not", async () => {
  assert.equal((await judge(midwife, vulnerable, "b")).code, "reason-needed");
  assert.equal((await judge(midwife, vulnerable, "b", { reason: "Haar moeder trekt in." })).code, "done");
  assert.equal((await category(midwife))?.category, "b");
});

test("two assessments at once: one counts, the other sees it first", async () => {
  const colleague = await region.actor("midwife", "practice");
  const outcomes = await Promise.all([judge(midwife), judge(colleague, potentially, "b", { newestSeen: null })]);
  assert.deepEqual(outcomes.map(({ code }) => code).sort(), ["changed-meanwhile", "done"]);
  assert.equal((await judge(colleague, potentially, "b")).code, "done");
});

test("from b to c: terms begin anew, what is no longer needed is taken away", async () => {
  await judge(midwife, potentially, "b");
  assert.deepEqual(await openWork(), ["route.ask_home_visit midwife 2026-03-16", "route.case_lead midwife 2026-03-30"]);
  await region.setToday("2026-03-20");
  await judge(midwife);
  assert.deepEqual(await openWork(), ["route.ask_home_visit midwife 2026-03-27", "route.conference midwife 2026-04-10"]);
});

test("c again a week later: its terms go on", async () => {
  await judge(midwife);
  await region.setToday("2026-03-12");
  await judge(midwife);
  assert.deepEqual(await openWork(), ["route.ask_home_visit midwife 2026-03-16", "route.conference midwife 2026-03-30"]);
});

test("the family wants no visit: kept with its reason, the line goes on, and it may want it after all", async () => {
  await judge(midwife);
  const step = { trajectoryId: line.trajectoryId, step: "ask_home_visit" } as const;
  assert.equal((await refuseStep(midwife, { ...step, reason: "Zij is al vaak genoeg bezocht." })).code, "done");
  assert.deepEqual(await steps(midwife), ["ask_home_visit declined", "conference now"]);
  assert.deepEqual(await openWork(), ["route.conference midwife 2026-03-30"]);
  assert.equal((await refuseStep(midwife, { ...step, reason: "Nog eens." })).code, "step-not-open");
  assert.equal((await wantStep(midwife, step)).code, "done");
  assert.deepEqual(await openWork(), ["route.ask_home_visit midwife 2026-03-16", "route.conference midwife 2026-03-30"]);
});

test("born: nobody is asked to ask for a prenatal visit any more", async () => {
  await judge(midwife);
  await region.asOwner(
    `with child as (insert into family_member (family_id, kind, family_name, author_organisation_id) values ($1, 'child', 'Frijns', $3) returning id)
    insert into birth (trajectory_id, child_id, born_on, place, author_organisation_id) select $2, id, '2026-03-10', 'home', $3 from child`,
    [line.familyId, line.trajectoryId, midwife.organisationId],
  );
  assert.deepEqual(await openWork(), ["route.conference midwife 2026-03-30"]);
});

const visited = async (proposed: Category) =>
  withActor(nurse, "home-visit.reported", async (work) => {
    await stepDone(work, { trajectoryId: line.trajectoryId, step: "ask_home_visit" });
    await stepDone(work, { trajectoryId: line.trajectoryId, step: "hold_home_visit" });
    return openConfirmation(work, { trajectoryId: line.trajectoryId, proposedCategory: proposed, by: nurse, reason: "Na het bezoek." });
  });
const question = (actor: Actor) => withActor(actor, "assessment.read", async ({ db }) => findConfirmation(db, line.trajectoryId));
const answer = async (actor: Actor, chosen: Category, change: object = {}) => {
  const asked = await question(actor);
  return confirmCategory(actor, {
    trajectoryId: line.trajectoryId,
    confirmationId: asked?.id ?? crypto.randomUUID(),
    version: asked?.version ?? 0,
    category: chosen,
    reason: null,
    ...change,
  });
};

test("after the visit the midwife confirms what the youth nurse proposes: confirmed by both", async () => {
  await share();
  await judge(midwife, potentially, "b");
  await visited("c");
  assert.deepEqual(await openWork(), [
    "assessment.confirm midwife 2026-03-16",
    "assessment.confirm youth_nurse 2026-03-16",
    "route.conference youth_nurse 2026-03-30",
  ]);
  assert.equal((await category(midwife))?.confirmedByBoth, null);
  assert.equal((await answer(nurse, "c")).code, "confirmed-already");
  assert.equal((await answer(midwife, "c")).code, "done");
  const now = await category(midwife);
  assert.deepEqual(
    [now?.category, now?.confirmedByBoth?.on, now?.confirmedByBoth?.by.map(({ role }) => role)],
    ["c", "2026-03-09", ["midwife", "youth_nurse"]],
  );
  assert.equal((await answer(midwife, "c")).code, "confirmed-already");
  assert.deepEqual(await openWork(), ["route.conference youth_nurse 2026-03-30"]);
});

test("the midwife may confirm although the nurse's assessment is not shared with her; then it is hers too", async () => {
  await allow(midwife, line, nurse.organisationId, ["identity", "exploration"]);
  await involve(midwife, nurse, line.trajectoryId);
  await judge(midwife, potentially, "b");
  await visited("c");
  assert.equal((await category(midwife))?.category, "b");
  assert.equal((await answer(midwife, "c")).code, "done");
  assert.deepEqual([(await category(midwife))?.category, (await category(midwife))?.confirmedByBoth?.by.length], ["c", 2]);
});

test("the midwife comes to another category: both see both, she assesses anew and the nurse is asked", async () => {
  await share();
  await judge(midwife, potentially, "b");
  await visited("c");
  assert.equal((await answer(midwife, "b")).code, "reason-needed");
  assert.equal((await answer(midwife, "b", { reason: "Haar zus helpt." })).code, "done");
  assert.deepEqual(
    [(await question(nurse))?.state, (await question(nurse))?.obstetric?.category, (await question(nurse))?.youth?.category],
    ["differs", "b", "c"],
  );
  assert.equal((await category(nurse))?.confirmedByBoth, null);
  await judge(midwife, potentially, "b");
  assert.deepEqual(
    [(await question(nurse))?.state, (await question(nurse))?.category, (await question(nurse))?.youth],
    ["open", "b", null],
  );
  assert.equal((await answer(nurse, "b")).code, "done");
  assert.equal((await category(midwife))?.confirmedByBoth?.by.length, 2);
});

test("a confirmation falls with the category it was for, and both are asked again", async () => {
  await share();
  await judge(midwife);
  await visited("c");
  await answer(midwife, "c");
  await region.setToday("2026-04-20");
  await judge(midwife, potentially, "b");
  assert.equal((await category(midwife))?.confirmedByBoth, null);
  assert.deepEqual([(await question(nurse))?.state, (await question(nurse))?.category], ["open", "b"]);
});

test("two answers of the same side at once: one is kept", async () => {
  await share();
  await judge(midwife);
  await visited("c");
  const colleague = await region.actor("midwife", "practice");
  const outcomes = await Promise.all([answer(midwife, "c"), answer(colleague, "c")]);
  assert.deepEqual(outcomes.map(({ code }) => code).sort(), ["confirmed-already", "done"]);
});

test("a municipal worker sees category and route, not the reasons", async () => {
  const worker = await region.actor("municipal_worker", "municipality");
  await allow(midwife, line, worker.organisationId, ["identity", "assessment"]);
  await involve(midwife, worker, line.trajectoryId, "request");
  await judge(midwife, vulnerable, "b", { reason: "Haar moeder trekt in." });
  await refuseStep(midwife, { trajectoryId: line.trajectoryId, step: "ask_home_visit", reason: "Zij schaamt zich." });
  assert.deepEqual([(await category(worker))?.category, (await category(worker))?.route], ["b", 2]);
  assert.deepEqual(await withActor(worker, "assessment.read", async ({ db }) => listAssessments(db, line.trajectoryId)), []);
  assert.equal(
    await withActor(worker, "assessment.read", async ({ db }) => db.selectFrom("route_step_refusal").select("reason").executeTakeFirst()),
    undefined,
  );
  assert.equal(
    await withActor(worker, "assessment.read", async ({ db }) =>
      db.selectFrom("record_history").select("id").where("table_name", "=", "vulnerability_assessment").executeTakeFirst(),
    ),
    undefined,
  );
});

test("another practice finds nothing and can record nothing", async () => {
  await judge(midwife);
  const stranger = await region.actor("midwife", "otherPractice");
  assert.equal(await category(stranger), null);
  assert.equal((await judge(stranger)).code, "not-visible");
  assert.equal((await answer(stranger, "c")).code, "not-visible");
  assert.equal(
    (await refuseStep(stranger, { trajectoryId: line.trajectoryId, step: "conference", reason: "Niet van haar." })).code,
    "not-visible",
  );
  await assert.rejects(
    withActor(stranger, "route.step-done", async (work) => stepDone(work, { trajectoryId: line.trajectoryId, step: "conference" })),
    { code: "42501" },
  );
});
