import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { openConfirmation } from "../../assessment/server/door.ts";
import { planOffer } from "../../conference/server/planOffer.store.ts";
import { aVisitIn } from "../../exploration/testing/aVisit.ts";
import { aLine } from "../../trajectory/testing/aLine.ts";
import { allow, involve } from "../../trajectory/testing/involve.ts";
import type { Source } from "../familyPlan.ts";
import { addedAgreement, partOf, planOf } from "../testing/aPlan.ts";
import { askConference } from "./askConference.ts";
import { addGoal, changeAgreement } from "./changePlan.ts";
import { evaluate, type EvaluationInput } from "./evaluate.ts";
import { familyPlanTask } from "./planTasks.ts";
import { setAside, takeOver } from "./takeOver.ts";

const today = "2026-11-09";
let region: Region;
let midwife: Actor;
let nurse: Actor;
let line: Awaited<ReturnType<typeof aLine>>;
let trajectoryId: string;
before(async () => {
  region = await aRegion();
  midwife = await region.actor("midwife", "practice", "M. Voorbeeld");
  nurse = await region.actor("youth_nurse", "youthHealth", "H. Voorbeeld");
});
beforeEach(async () => {
  await region.setToday(today);
  line = await aLine(midwife);
  ({ trajectoryId } = line);
});
after(() => region.close());

const work = async (kind: string) =>
  (
    await region.asOwner<{ who: string }>(
      `select coalesce(p.display_name, t.role) as who from work_item w left join membership m on m.principal = w.principal left join professional p on p.id = m.professional_id
       left join team t on t.principal = w.principal where w.trajectory_id = $1 and w.kind = $2 and w.closed_at is null order by 1`,
      [trajectoryId, kind],
    )
  ).map(({ who }) => who);
const morning = async (day: string) => {
  await region.setToday(day);
  await familyPlanTask.run({});
};
const agreementOf = (wording = "Samen de post openen", actor = midwife) => partOf(actor, trajectoryId, "agreement", wording);
const evaluated = async (change: Partial<EvaluationInput>) => {
  const { id, version } = await agreementOf();
  return evaluate(midwife, {
    trajectoryId,
    id,
    version,
    outcome: "reached",
    sentence: "Zo besproken.",
    nextOn: null,
    ...change,
  });
};
const leads = (actor: Actor) =>
  withActor(actor, "assessment.recorded", async (one) =>
    openConfirmation(one, { trajectoryId, proposedCategory: "b", by: actor, reason: "Na het bezoek." }),
  );

test("on its day is asked how it went: of who leads, and of nobody twice", async () => {
  await leads(midwife);
  await addedAgreement(midwife, trajectoryId);
  await addGoal(midwife, { trajectoryId, wording: "Overzicht", questionId: null, evaluateOn: "2026-11-24" });
  await morning("2026-11-22");
  assert.deepEqual(await work("plan.evaluation"), []);
  await morning("2026-11-23");
  assert.deepEqual(await work("plan.evaluation"), ["M. Voorbeeld"]);
  await morning("2026-11-24");
  await morning("2026-11-24");
  assert.deepEqual(await work("plan.evaluation"), ["M. Voorbeeld", "M. Voorbeeld"]);
});

test("each answer: what is open gets a next day, what ended is asked no more, and the sentence stands", async () => {
  await addedAgreement(midwife, trajectoryId);
  await morning("2026-11-23");
  assert.equal((await evaluated({ outcome: "go_on" })).code, "next-day-needed");
  assert.equal((await evaluated({ outcome: "go_on", nextOn: "2026-11-22" })).code, "day-passed");
  assert.equal((await evaluated({ outcome: "go_on", nextOn: "2026-12-07" })).code, "done");
  assert.deepEqual([(await agreementOf()).evaluateOn, await work("plan.evaluation")], ["2026-12-07", []]);
  await morning("2026-12-07");
  assert.deepEqual(await work("plan.evaluation"), ["M. Voorbeeld"]);
  assert.equal((await evaluated({ outcome: "stop" })).code, "done");
  assert.equal((await evaluated({ outcome: "reached" })).code, "not-open");
  assert.equal((await evaluated({ outcome: "reopen", nextOn: "2026-12-20" })).code, "done");
  assert.equal((await evaluated({ outcome: "reached", nextOn: "2027-01-01" })).code, "done");
  assert.equal((await agreementOf()).state, "reached");
  await morning("2027-02-01");
  assert.deepEqual(await work("plan.evaluation"), []);
});

test("a professional who is responsible is asked herself", async () => {
  for (const to of [nurse, midwife]) await allow(midwife, line, to.organisationId, ["identity", "plan"]);
  await involve(midwife, nurse, trajectoryId);
  await addedAgreement(midwife, trajectoryId, { responsible: { kind: "professional", membershipId: nurse.membershipId } });
  assert.deepEqual(await work("plan.agreement"), ["H. Voorbeeld"]);
  await morning("2026-11-23");
  assert.deepEqual([await work("plan.agreement"), await work("plan.evaluation")], [["H. Voorbeeld"], []]);
});

test("scaling up offers the conference again: the case waits there with its question, once", async () => {
  await addedAgreement(midwife, trajectoryId);
  assert.deepEqual(await evaluated({ outcome: "scale_up", nextOn: "2026-12-07" }), { code: "done", scaledUp: true });
  const ask = () => askConference(midwife, planOffer, { trajectoryId, question: "Wie helpt dit gezin aan rust?" });
  assert.deepEqual([(await ask()).code, (await ask()).code], ["done", "waits-already"]);
  const cases = await region.asOwner("select question, due_on from conference_case where trajectory_id = $1 and state = 'waiting'", [
    trajectoryId,
  ]);
  assert.deepEqual(cases, [{ question: "Wie helpt dit gezin aan rust?", due_on: "2026-11-30" }]);
});

test("who is responsible leaves: shown at once, and the case lead is asked who takes over", async () => {
  const colleague = await region.actor("midwife", "practice", "V. Vertrekt");
  await leads(midwife);
  await addedAgreement(midwife, trajectoryId, { responsible: { kind: "professional", membershipId: colleague.membershipId } });
  await region.asOwner("update membership set until = $2 where id = $1", [colleague.membershipId, "2026-11-09"]);
  await morning("2026-11-10");
  assert.equal((await agreementOf()).left, true);
  await morning("2026-11-11");
  assert.deepEqual(
    [await work("plan.responsible-left"), await work("plan.agreement"), await work("plan.evaluation")],
    [["M. Voorbeeld"], [], []],
  );
  const now = await agreementOf();
  assert.equal((await changeAgreement(midwife, { trajectoryId, ...now })).code, "nobody-responsible");
  assert.equal((await changeAgreement(midwife, { trajectoryId, ...now, responsible: { kind: "network", name: "Haar zus" } })).code, "done");
  assert.deepEqual([(await agreementOf()).left, await work("plan.responsible-left")], [false, []]);
});

test("an organisation that is not involved any more, and someone who left the family, are followed up too", async () => {
  for (const to of [nurse, midwife]) await allow(midwife, line, to.organisationId, ["identity", "plan"]);
  await involve(midwife, nurse, trajectoryId);
  await addedAgreement(midwife, trajectoryId, { responsible: { kind: "professional", membershipId: nurse.membershipId } });
  await addedAgreement(midwife, trajectoryId, { wording: "Zelf bellen", responsible: { kind: "family", personId: line.motherId } });
  await region.asOwner("update care_relation set until = $3 where trajectory_id = $1 and organisation_id = $2", [
    trajectoryId,
    nurse.organisationId,
    today,
  ]);
  await region.asOwner("update family_member set until = $2 where id = $1", [line.motherId, today]);
  await morning("2026-11-10");
  assert.deepEqual(
    (await planOf(midwife, trajectoryId))?.agreements.map(({ left }) => left),
    [true, true],
  );
  assert.deepEqual(await work("plan.responsible-left"), ["M. Voorbeeld", "M. Voorbeeld"]);
});

test("the report of a visit is taken over by one press, nothing typed again; two who press at once take it over once", async () => {
  const made = await aVisitIn("reported", { midwife, nurse, today });
  ({ line } = made);
  ({ trajectoryId } = line);
  const proposals = async () => (await planOf(nurse, trajectoryId))?.proposals ?? { open: [], setAside: [] };
  const [wish, agreement] = (await proposals()).open;
  assert.deepEqual([wish?.wording, agreement?.wording], ["Overzicht over onze rekeningen", "Samen de post openen"]);
  const press = (actor: Actor, source: Source | undefined, as: "question" | "goal" | "agreement") =>
    takeOver(actor, { trajectoryId, source: source ?? { kind: "visit_wish", id: "" }, as });
  const pressed = await Promise.all([press(nurse, wish?.source, "goal"), press(midwife, wish?.source, "goal")]);
  assert.deepEqual(pressed.map(({ code }) => code).toSorted(), ["done", "taken-already"]);
  assert.equal((await press(nurse, agreement?.source, "question")).code, "not-visible");
  assert.equal((await press(nurse, agreement?.source, "agreement")).code, "done");
  const taken = await agreementOf("Samen de post openen", nurse);
  assert.deepEqual([taken.who, taken.evaluateOn], ["Sanne en haar zus", "2026-11-23"]);
  assert.deepEqual((await proposals()).open, []);
});

test("a proposal that does not belong in the plan is set aside, and can come back", async () => {
  const made = await aVisitIn("reported", { midwife, nurse, today });
  ({ line } = made);
  ({ trajectoryId } = line);
  const first = async () => (await planOf(midwife, trajectoryId))?.proposals;
  const source = (await first())?.open[0]?.source;
  assert.ok(source);
  assert.equal((await setAside(midwife, { trajectoryId, source, aside: true })).code, "done");
  assert.deepEqual([(await first())?.open.length, (await first())?.setAside.length], [1, 1]);
  assert.equal((await setAside(nurse, { trajectoryId, source, aside: false })).code, "done");
  assert.equal((await first())?.open.length, 2);
});
