import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "kysely";
import { aVisitIn } from "../pathway/exploration/testing/aVisit.ts";
import { aLine } from "../pathway/trajectory/testing/aLine.ts";
import { allow, involve } from "../pathway/trajectory/testing/involve.ts";
import type { Actor } from "../platform/db/actor.ts";
import { withActor } from "../platform/db/withActor.ts";
import { aRegion, type Region } from "../registry/testing/aRegion.ts";

// The functions that pages call ask as strictly as the pages themselves: by role, and after the act, not instead of it.

const today = "2026-11-09";
let region: Region;
let midwife: Actor;
let nurse: Actor;
before(async () => {
  region = await aRegion();
  await region.setToday(today);
  midwife = await region.actor("midwife", "practice");
  nurse = await region.actor("youth_nurse", "youthHealth");
});
after(() => region.close());

const asked = async <Row>(actor: Actor, statement: ReturnType<typeof sql<Row>>) =>
  withActor(actor, "test", async ({ db }) => (await statement.execute(db)).rows);
const refused = (answer: Promise<unknown>, why: string) => assert.rejects(answer, { code: "42501" }, why);
const answer = (line: string, basis: string, accept: boolean) => sql`select trust.answer_relation_offer(${line}, ${basis}, ${accept})`;
const relations = async (line: string) =>
  (await region.asOwner("select from care_relation where trajectory_id = $1 and basis in ('home_visit', 'case_lead', 'enrolment')", [line]))
    .length;

test("nobody opens a relation by a visit that was not taken on, and only who could take it on answers at all", async () => {
  const { line } = await aVisitIn("requested", { midwife, nurse, today });
  const others = [await region.actor("organisation_admin", "youthHealth"), await region.actor("maternity_assistant", "youthHealth"), nurse];
  for (const actor of others) {
    await refused(asked(actor, answer(line.trajectoryId, "home_visit", true)), actor.role);
    await refused(asked(actor, answer(line.trajectoryId, "home_visit", false)), actor.role);
  }
  await refused(asked(midwife, answer(line.trajectoryId, "home_visit", false)), "who asked takes the visit back first");
  assert.equal(await relations(line.trajectoryId), 0);
  const taken = await aVisitIn("accepted", { midwife, nurse, today });
  assert.equal(await relations(taken.line.trajectoryId), 1, "by the page's own way it opens");
});

test("each kind of request is answered by the roles that its page is for", async () => {
  const { trajectoryId } = await aLine(midwife);
  const offer = (to: Actor, basis: string) =>
    asked(midwife, sql`select trust.offer_relation(${trajectoryId}, ${to.organisationId}, ${basis})`);
  await offer(nurse, "case_lead");
  await refused(asked(await region.actor("organisation_admin", "youthHealth"), answer(trajectoryId, "case_lead", true)), "administration");
  const coordinator = await region.actor("maternity_coordinator", "maternityCare");
  await offer(coordinator, "enrolment");
  await refused(asked(await region.actor("maternity_assistant", "maternityCare"), answer(trajectoryId, "enrolment", true)), "an assistant");
  assert.equal(await relations(trajectoryId), 0);
  await asked(coordinator, answer(trajectoryId, "enrolment", true));
  assert.equal(await relations(trajectoryId), 1);
});

test("a consent is withdrawn by who may know the family: not by who is involved without that, nor in the name of nobody", async () => {
  const line = await aLine(midwife);
  await allow(midwife, line, nurse.organisationId, ["identity", "signals"]);
  const worker = await region.actor("municipal_worker", "municipality");
  await involve(midwife, worker, line.trajectoryId);
  const [consent] = await region.asOwner<{ id: string; version: number }>("select id, version from consent where trajectory_id = $1", [
    line.trajectoryId,
  ]);
  const withdrawn = (actor: Actor, by: string) =>
    asked(actor, sql`select trust.withdraw_consent(${consent?.id}, ${by}, ${consent?.version})`);
  await refused(withdrawn(worker, "self"), "involved, but the family shares nothing with her");
  await refused(withdrawn(await region.actor("organisation_admin", "practice"), "self"), "administration");
  await refused(withdrawn(midwife, "someone"), "in the name of nobody");
  const left = await region.asOwner("select from consent where id = $1 and withdrawn_on is null", [consent?.id]);
  assert.equal(left.length, 1);
  await withdrawn(midwife, "self");
  assert.equal((await region.asOwner("select from consent where id = $1 and withdrawn_on is null", [consent?.id])).length, 0);
});

test("that a file is being destroyed is told to who may change the line, and to nobody else", async () => {
  const line = await aLine(midwife);
  await region.asOwner(
    `insert into destruction_request (trajectory_id, about_person, about, asked_by, identity_checked, due_on, state, decided_by, confirmed_by, destroyed_kinds, asked_membership_id,
       author_organisation_id, author_id) select $1, $2, 'mother', 'self', 'document', app.today() + 30, 'confirmed', $3, (select id from professional where id <> $3 limit 1),
       '{medical_file}', $4, $5, $3`,
    [line.trajectoryId, line.motherId, midwife.professionalId, midwife.membershipId, midwife.organisationId],
  );
  const so = async (actor: Actor) =>
    (await asked(actor, sql<{ so: boolean }>`select trust.is_being_destroyed(${line.trajectoryId}) as so`))[0]?.so;
  assert.equal(await so(midwife), true);
  for (const actor of [nurse, await region.actor("organisation_admin", "practice"), await region.actor("midwife", "otherPractice")])
    assert.equal(await so(actor), false, `${actor.role} at ${actor.organisation}`);
});
