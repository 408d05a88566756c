import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import type { Category } from "../../assessment/assessment.ts";
import { openConfirmation } from "../../assessment/server/door.ts";
import { findLine } from "../../trajectory/server/door.ts";
import { aLine } from "../../trajectory/testing/aLine.ts";
import { allow, involve } from "../../trajectory/testing/involve.ts";
import { findCaseLead, findTransfer } from "./caseLead.store.ts";
import { caseLeadAlertsTask } from "./leadAlerts.ts";
import { readAlert } from "./readCaseLead.ts";
import { answerCaseLead, offerCaseLead, withdrawCaseLead } from "./transferLead.ts";

let region: Region;
let midwife: Actor;
let nurse: Actor;
let line: Awaited<ReturnType<typeof aLine>>;
before(async () => {
  region = await aRegion();
  await region.setToday("2026-03-13");
  midwife = await region.actor("midwife", "practice");
  nurse = await region.actor("youth_nurse", "youthHealth");
});
beforeEach(async () => {
  await region.setToday("2026-03-13"); // a Friday
  line = await aLine(midwife);
});
after(() => region.close());

/** An assessment as short as it gets: the actor came to this category. */
const assessed = (actor: Actor, proposedCategory: Category) =>
  withActor(actor, "assessment.recorded", async (work) =>
    openConfirmation(work, { trajectoryId: line.trajectoryId, proposedCategory, by: actor, reason: "Na het bezoek." }),
  );
const leadOf = (actor: Actor) => withActor(actor, "case-lead.read", async ({ db }) => findCaseLead(db, line.trajectoryId));
const offer = (by: Actor, to: Actor, membershipId: string | null = null) =>
  offerCaseLead(by, { trajectoryId: line.trajectoryId, organisationId: to.organisationId, role: to.role, membershipId });
const offered = async (by: Actor, to: Actor, membershipId: string | null = null) => {
  const outcome = await offer(by, to, membershipId);
  assert.equal(outcome.code, "done");
  return "transfer" in outcome ? outcome.transfer : "";
};
const accept = (actor: Actor, transferId: string) => answerCaseLead(actor, { transferId, accept: true, reason: null });
const work = async (kind: string) =>
  (
    await region.asOwner<{ who: string }>(
      `select coalesce(t.role, m.role) as who from work_item w left join team t using (principal) left join membership m on m.principal = w.principal
   where w.trajectory_id = $1 and w.kind = $2 and w.closed_at is null order by 1`,
      [line.trajectoryId, kind],
    )
  ).map(({ who }) => who);
const share = (to: Actor) => allow(midwife, line, to.organisationId, ["identity", "assessment", "plan"]);

test("route 1 has no lead; on route 2 and 3 it is who assessed", async () => {
  await assessed(midwife, "a");
  assert.equal(await leadOf(midwife), null);
  await assessed(midwife, "b");
  assert.deepEqual([(await leadOf(midwife))?.membershipId, (await leadOf(midwife))?.basis], [midwife.membershipId, "assessment"]);
  await assessed(midwife, "c");
  assert.equal((await leadOf(midwife))?.membershipId, midwife.membershipId);
});

test("an organisation that was not involved is offered the lead, and leads when it accepts", async () => {
  await assessed(midwife, "b");
  assert.equal((await offer(midwife, nurse)).code, "needs-consent");
  await share(nurse);
  const transfer = await offered(midwife, nurse);
  assert.equal((await leadOf(midwife))?.membershipId, midwife.membershipId);
  const seen = await withActor(nurse, "case-lead.read", async ({ db }) => ({
    line: await findLine(db, line.trajectoryId),
    transfer: await findTransfer(db, transfer),
  }));
  assert.deepEqual(
    [seen.line, seen.transfer?.from.organisation, seen.transfer?.answerBy, seen.transfer?.municipality],
    [null, "Praktijk De Maas", "2026-03-18", "Heerlen"],
  );
  assert.deepEqual(await work("case_lead.offered"), ["midwife", "youth_nurse"]);
  assert.equal((await accept(nurse, transfer)).code, "done");
  assert.deepEqual([(await leadOf(midwife))?.membershipId, (await leadOf(nurse))?.basis], [nurse.membershipId, "transfer"]);
  assert.deepEqual(
    [await work("case_lead.offered"), await work("case_lead.accepted"), await work("route.case_lead")],
    [[], ["midwife"], []],
  );
});

test("declined with a reason: the lead stays and is told", async () => {
  await assessed(midwife, "b");
  await share(nurse);
  const transfer = await offered(midwife, nurse);
  assert.equal((await answerCaseLead(nurse, { transferId: transfer, accept: false, reason: "Geen plek deze maand." })).code, "done");
  assert.equal((await leadOf(midwife))?.membershipId, midwife.membershipId);
  assert.deepEqual(await work("case_lead.declined"), ["midwife"]);
  assert.equal(await withActor(nurse, "family.read", async ({ db }) => findLine(db, line.trajectoryId)), null);
  assert.equal((await offer(midwife, nurse)).code, "done", "and may be offered again");
});

test("two of the team accept at once: one leads, the other is told so", async () => {
  await assessed(midwife, "b");
  await share(nurse);
  const colleague = await region.actor("youth_nurse", "youthHealth");
  const transfer = await offered(midwife, nurse);
  const outcomes = await Promise.all([accept(nurse, transfer), accept(colleague, transfer)]);
  assert.deepEqual(outcomes.map(({ code }) => code).sort(), ["answered-already", "done"]);
  const [leads] = await region.asOwner<{ n: number }>(
    "select count(*)::int as n from case_lead where trajectory_id = $1 and ended_at is null",
    [line.trajectoryId],
  );
  assert.equal(leads?.n, 1);
});

test("accepted and taken back at once: one of the two happens", async () => {
  await assessed(midwife, "b");
  await share(nurse);
  const transfer = await offered(midwife, nurse);
  const outcomes = await Promise.all([accept(nurse, transfer), withdrawCaseLead(midwife, transfer)]);
  assert.deepEqual(outcomes.map(({ code }) => code).sort(), ["answered-already", "done"]);
});

test("two offers at once: one is made", async () => {
  await assessed(midwife, "b");
  await share(nurse);
  const outcomes = await Promise.all([offer(midwife, nurse), offer(midwife, nurse)]);
  assert.deepEqual(outcomes.map(({ code }) => code).sort(), ["done", "offered-already"]);
});

test("asked by name: a colleague finds nothing", async () => {
  await assessed(midwife, "b");
  await share(nurse);
  const transfer = await offered(midwife, nurse, nurse.membershipId);
  assert.equal((await accept(await region.actor("youth_nurse", "youthHealth"), transfer)).code, "not-visible");
  assert.equal((await accept(nurse, transfer)).code, "done");
});

test("who does not lead offers nothing, and another practice finds nothing", async () => {
  await assessed(midwife, "b");
  await share(nurse);
  await involve(midwife, nurse, line.trajectoryId);
  assert.equal((await offer(nurse, midwife)).code, "not-the-lead");
  const stranger = await region.actor("midwife", "otherPractice");
  assert.equal((await offer(stranger, nurse)).code, "not-visible");
  const transfer = await offered(midwife, nurse);
  assert.equal((await accept(stranger, transfer)).code, "not-visible");
  assert.equal((await withdrawCaseLead(stranger, transfer)).code, "not-visible");
  await assert.rejects(accept(midwife, transfer), { code: "42501" });
});

test("a change of category by another is told to the lead", async () => {
  await assessed(midwife, "b");
  await allow(midwife, line, nurse.organisationId, ["identity", "assessment"]);
  await involve(midwife, nurse, line.trajectoryId);
  await assessed(nurse, "c");
  assert.deepEqual(await work("case_lead.category_changed"), ["midwife"]);
});

test("not accepted in 3 working days: the coordinator of the Knooppunt is told, once, until it is settled", async () => {
  const coordinator = await region.actor("knooppunt_coordinator", "municipality");
  await assessed(midwife, "b");
  await share(nurse);
  const transfer = await offered(midwife, nurse);
  await region.setToday("2026-03-18");
  await caseLeadAlertsTask.run({});
  assert.deepEqual(await work("case_lead.not_accepted"), []);
  await region.setToday("2026-03-19");
  await caseLeadAlertsTask.run({});
  await caseLeadAlertsTask.run({});
  assert.deepEqual([await work("case_lead.not_accepted"), await work("case_lead.offer_again")], [["knooppunt_coordinator"], ["midwife"]]);
  const [alert] = await region.asOwner<{ id: string }>("select id from lead_alert where subject_id = $1", [transfer]);
  const told = await readAlert(coordinator, alert?.id ?? "");
  assert.deepEqual([told?.leadOrganisation, told?.askedOrganisation, told?.familyVisible], ["Praktijk De Maas", "JGZ Zuid", false]);
  assert.equal(await readAlert(await region.actor("municipal_worker", "municipality"), alert?.id ?? ""), null);
  await accept(nurse, transfer);
  assert.deepEqual([await work("case_lead.not_accepted"), (await readAlert(coordinator, alert?.id ?? ""))?.settled], [[], true]);
});

test("a lead who left: the coordinator is told, a colleague hands the lead over", async () => {
  const leaving = await region.actor("midwife", "practice");
  await region.actor("knooppunt_coordinator", "municipality");
  await assessed(leaving, "c");
  await region.asOwner("update membership set until = '2026-03-13' where id = $1", [leaving.membershipId]);
  await region.setToday("2026-03-14");
  await caseLeadAlertsTask.run({});
  assert.deepEqual([await work("case_lead.lead_left"), await work("case_lead.take_over")], [["knooppunt_coordinator"], ["midwife"]]);
  assert.equal((await leadOf(midwife))?.left, true);
  assert.equal((await accept(midwife, await offered(midwife, midwife, midwife.membershipId))).code, "done");
  assert.deepEqual(
    [(await leadOf(midwife))?.membershipId, await work("case_lead.lead_left"), await work("case_lead.take_over")],
    [midwife.membershipId, [], []],
  );
});

test("what the partner allows of himself lets nobody lead her case", async () => {
  line = await aLine(midwife, { partner: { givenName: "Tom", prefix: null, familyName: "Smeets", birthDate: "1990-01-01" } });
  await assessed(midwife, "b");
  const [partner] = await region.asOwner<{ id: string }>("select id from family_member where family_id = $1 and kind = 'partner'", [
    line.familyId,
  ]);
  await allow(midwife, { ...line, motherId: partner?.id ?? "" }, nurse.organisationId, ["identity"]);
  assert.equal((await offer(midwife, nurse)).code, "needs-consent");
});
