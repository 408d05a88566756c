import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, beforeEach, test } from "node:test";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { aRegion, type Region, type TestOrganisation } from "../../../registry/testing/aRegion.ts";
import type { Role } from "../../../trust/access/rules/policy.ts";
import { listAnswers } from "../../../trust/consent/server/door.ts";
import { recordAnswer } from "../../../trust/consent/server/recordAnswer.ts";
import { withdrawAnswer } from "../../../trust/consent/server/withdrawAnswer.ts";
import { anAnswer } from "../../../trust/consent/testing/anAnswer.ts";
import { aLine } from "../../trajectory/testing/aLine.ts";
import { allow, involve } from "../../trajectory/testing/involve.ts";
import { aVisitIn } from "../testing/aVisit.ts";
import { endedConsentsTask } from "./endedConsents.ts";
import { visitConsentListener } from "./visitConsentListener.ts";

// A family says no to whoever sits before it. Whatever that person may see or write herself, the no is kept and is told.

const today = "2026-11-09";
let region: Region;
let midwife: Actor;
let nurse: Actor;
before(async () => {
  region = await aRegion();
  midwife = await region.actor("midwife", "practice");
  nurse = await region.actor("youth_nurse", "youthHealth", "H. Voorbeeld");
});
after(() => region.close());
beforeEach(() => region.setToday(today));

const hearers: readonly (readonly [Role, TestOrganisation])[] = [
  ["maternity_assistant", "maternityCare"],
  ["maternity_intake", "maternityCare"],
  ["maternity_coordinator", "maternityCare"],
  ["gp", "gp"],
  ["municipal_worker", "municipality"],
  ["social_paediatrics", "hospital"],
  ["childcare", "childcare"],
];

/** Someone with a care relation of her own, who may see who the family is. */
async function known(role: Role, at: TestOrganisation, line: { trajectoryId: string; motherId: string }): Promise<Actor> {
  const actor = await region.actor(role, at);
  await involve(midwife, actor, line.trajectoryId, "request");
  await allow(midwife, line, actor.organisationId, ["identity"]);
  return actor;
}

const openWork = async (trajectoryId: string): Promise<readonly string[]> =>
  (
    await region.asOwner<{ what: string }>(
      `select w.kind || ' for ' || coalesce(p.display_name, t.role) as what from work_item w left join membership m on m.principal = w.principal
       left join professional p on p.id = m.professional_id left join team t on t.principal = w.principal where w.trajectory_id = $1 and w.closed_at is null order by 1`,
      [trajectoryId],
    )
  ).map(({ what }) => what);

const withdraw = async (actor: Actor, trajectoryId: string): Promise<string> => {
  const answers = await withActor(actor, "consent.read", ({ db }) => listAnswers(db, trajectoryId));
  const yes = answers.find(
    (answer) => answer.purpose === "prenatal_home_visit" && answer.organisationId === nurse.organisationId && answer.withdrawnOn === null,
  );
  return (await withdrawAnswer(actor, { trajectoryId, consentId: yes?.id ?? "", version: yes?.version ?? 0 }, [visitConsentListener])).code;
};

async function assessedLine(): ReturnType<typeof aLine> {
  const line = await aLine(midwife);
  const id = randomUUID();
  await region.asOwner(
    "insert into vulnerability_assessment (id, trajectory_id, way, risk_now, urgent_risk, protective_sufficient, proposal, category, role, author_organisation_id) values ($1, $2, 'judged', true, false, true, 'b', 'b', 'midwife', $3)",
    [id, line.trajectoryId, midwife.organisationId],
  );
  await region.asOwner(
    "insert into category_route (id, trajectory_id, category, route, assessed_on, since, role, author_organisation_id) values ($1, $2, 'b', 2, $3, $3, 'midwife', $4)",
    [id, line.trajectoryId, today, midwife.organisationId],
  );
  return line;
}

for (const [role, at] of hearers) {
  test(`${role}: a no before anyone was asked is kept with its reason, and the route goes on without the visit`, async () => {
    const line = await assessedLine();
    const actor = await known(role, at, line);
    const answer = anAnswer({ trajectoryId: line.trajectoryId, about: line.motherId, given: false, reason: "Liever niet thuis" });
    assert.equal((await recordAnswer(actor, answer, [visitConsentListener])).code, "done");
    const kept = await region.asOwner<{ step: string; outcome: string; reason: string; author: string }>(
      "select s.step, s.outcome, r.reason, r.author_organisation_id as author from route_step s join route_step_refusal r on r.route_step_id = s.id where s.trajectory_id = $1",
      [line.trajectoryId],
    );
    assert.deepEqual(kept, [{ step: "ask_home_visit", outcome: "declined", reason: "Liever niet thuis", author: actor.organisationId }]);
  });

  test(`${role}: a yes that is taken back, or a no, is told at once to the nurse with the visit in hand`, async () => {
    const { line } = await aVisitIn("scheduled", { midwife, nurse, today });
    assert.equal(await withdraw(await known(role, at, line), line.trajectoryId), "done");
    assert.ok((await openWork(line.trajectoryId)).includes("home-visit.consent-gone for H. Voorbeeld"));

    const other = await aVisitIn("requested", { midwife, nurse, today });
    const answer = anAnswer({ trajectoryId: other.line.trajectoryId, about: other.line.motherId, given: false });
    assert.equal((await recordAnswer(await known(role, at, other.line), answer, [visitConsentListener])).code, "done");
    assert.ok((await openWork(other.line.trajectoryId)).includes("home-visit.consent-gone for youth_nurse"));
    assert.deepEqual(await region.asOwner("select from route_step where trajectory_id = $1", [other.line.trajectoryId]), []);
  });
}

test("when the nurse has left, her team is told", async () => {
  const gone = await region.actor("youth_nurse", "youthHealth", "V. Trokken");
  const { line } = await aVisitIn("accepted", { midwife, nurse: gone, today });
  await region.asOwner("update membership set until = $2 where id = $1", [gone.membershipId, "2026-11-08"]);
  assert.equal(await withdraw(midwife, line.trajectoryId), "done");
  assert.ok((await openWork(line.trajectoryId)).includes("home-visit.consent-gone for youth_nurse"));
});

test("while the family still allows the visit nobody is told that it does not", async () => {
  const { line } = await aVisitIn("accepted", { midwife, nurse, today });
  const answers = await withActor(midwife, "consent.read", ({ db }) => listAnswers(db, line.trajectoryId));
  const own = answers.find(({ organisationId }) => organisationId === midwife.organisationId);
  await withdrawAnswer(midwife, { trajectoryId: line.trajectoryId, consentId: own?.id ?? "", version: own?.version ?? 0 }, [
    visitConsentListener,
  ]);
  assert.ok(!(await openWork(line.trajectoryId)).some((what) => what.startsWith("home-visit.consent-gone")));
});

test("a consent that ends by its own date is told the morning after, once", async () => {
  const { line } = await aVisitIn("scheduled", { midwife, nurse, today });
  await region.asOwner("update consent set until = $2 where trajectory_id = $1", [line.trajectoryId, today]);
  const told = async () => (await openWork(line.trajectoryId)).filter((what) => what.startsWith("home-visit.consent-gone"));
  await endedConsentsTask.run({});
  assert.deepEqual(await told(), []);
  await region.setToday("2026-11-10");
  await endedConsentsTask.run({});
  await endedConsentsTask.run({});
  assert.deepEqual(await told(), ["home-visit.consent-gone for H. Voorbeeld"]);
});
