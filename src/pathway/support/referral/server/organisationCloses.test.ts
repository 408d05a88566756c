import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { Actor } from "../../../../platform/db/actor.ts";
import { withActor } from "../../../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../../../registry/testing/aRegion.ts";
import { openConfirmation } from "../../../assessment/server/door.ts";
import { addedAgreement } from "../../../plan/testing/aPlan.ts";
import { aLine } from "../../../trajectory/testing/aLine.ts";
import { allow, involve } from "../../../trajectory/testing/involve.ts";
import { anOfferOf, aReferral, candidatesOf, seenOf } from "../testing/aReferral.ts";
import { acceptReferral } from "./moveReferral.ts";

// An organisation closes. What hangs on it comes before someone else in that same moment: state, message and trail.

const today = "2026-11-09";
let region: Region;
let midwife: Actor;
let bank: Actor;
let offer: string;
before(async () => {
  region = await aRegion();
  await region.setToday(today);
  midwife = await region.actor("midwife", "practice", "Marieke");
  bank = await region.actor("support_provider", "support", "Cora");
  await region.actor("knooppunt_coordinator", "municipality", "Nadia");
  await region.actor("platform_admin", "office", "Beheer");
  offer = await anOfferOf(bank, { name: "Schuldhulp" });
});
beforeEach(() => region.asOwner("update organisation set active = true"));
after(() => region.close());

const closes = (who: Actor) => region.asOwner("update organisation set active = false where id = $1", [who.organisationId]);
/** Whose open work of one kind it is, on a line or about a subject. */
const work = async (kind: string, about: string) =>
  (
    await region.asOwner<{ who: string }>(
      `select coalesce(p.display_name, t.role) as who from work_item w left join membership m on m.principal = w.principal
       left join professional p on p.id = m.professional_id left join team t on t.principal = w.principal
       where w.kind = $1 and (w.trajectory_id = $2 or w.subject_id = $2) and w.closed_at is null order by 1`,
      [kind, about],
    )
  ).map(({ who }) => who);
async function aSharedLine() {
  const line = await aLine(midwife);
  await withActor(midwife, "assessment.recorded", (one) =>
    openConfirmation(one, { trajectoryId: line.trajectoryId, proposedCategory: "b", by: midwife, reason: "Na het bezoek." }),
  );
  await allow(midwife, line, bank.organisationId, ["identity", "plan"]);
  return line;
}

test("who was asked closes before it answered: who asked and the lead are told at once", async () => {
  const { trajectoryId } = await aSharedLine();
  const [one] = await aReferral(midwife, trajectoryId, [offer]);
  await closes(bank);
  assert.deepEqual(await work("referral.late", trajectoryId), ["Marieke"]);
  const [fact] = await region.asOwner<{ why: string }>(
    "select facts ->> 'why' as why from work_item where kind = 'referral.late' and trajectory_id = $1",
    [trajectoryId],
  );
  assert.equal(fact?.why, "closed");
  assert.equal((await candidatesOf(midwife, trajectoryId))[0]?.status.state, "requested", "nobody answered for it");
  await assert.rejects(acceptReferral(bank, seenOf(one ?? assert.fail())), "its people are signed out");
});

test("who helps closes: the help does not go silently on, and what it would do in the plan is asked of another", async () => {
  const line = await aSharedLine();
  const [one] = await aReferral(midwife, line.trajectoryId, [offer]);
  await acceptReferral(bank, seenOf(one ?? assert.fail()));
  const agreement = await addedAgreement(midwife, line.trajectoryId, {
    responsible: { kind: "professional", membershipId: bank.membershipId },
  });
  await closes(bank);
  assert.deepEqual(await work("referral.late", line.trajectoryId), ["Marieke"]);
  assert.deepEqual([await work("plan.responsible-left", agreement), await work("plan.agreement", agreement)], [["Marieke"], []]);
});

test("who leads and asked closes: the coordinator of the Knooppunt is told, and who was asked knows that nobody waits for it there", async () => {
  const { trajectoryId } = await aSharedLine();
  await aReferral(midwife, trajectoryId, [offer]);
  await closes(midwife);
  assert.deepEqual(await work("case_lead.lead_left", trajectoryId), ["knooppunt_coordinator"]);
  assert.deepEqual(await work("referral.late", trajectoryId), ["midwife", "support_provider"]);
  const trail = await region.asOwner("select from lead_alert where trajectory_id = $1 and kind = 'lead_left' and settled_at is null", [
    trajectoryId,
  ]);
  assert.equal(trail.length, 1);
});

test("a family of a closed organisation without any open work is told to who administers the region: how many, never who", async () => {
  const other = await region.actor("midwife", "otherPractice");
  const [alone, shared] = [await aLine(other), await aLine(other)];
  await allow(other, shared, midwife.organisationId, ["identity"]);
  await involve(other, midwife, shared.trajectoryId);
  await closes(other);
  assert.deepEqual(await work("left-families", other.organisationId), ["platform_admin"]);
  const [item] = await region.asOwner<{ facts: object; line: string | null }>(
    "select facts, trajectory_id as line from work_item where kind = 'left-families' and closed_at is null",
  );
  assert.deepEqual(item, { facts: { organisation: "Praktijk De Geul", families: 1 }, line: null });
  await allow(other, alone, midwife.organisationId, ["identity"]).catch(() => undefined);
  await region.asOwner("insert into care_relation (trajectory_id, organisation_id, basis) values ($1, $2, 'handover')", [
    alone.trajectoryId,
    midwife.organisationId,
  ]);
  await region.asOwner("select trust.watch_left_families()");
  assert.deepEqual(await work("left-families", other.organisationId), [], "taken over: nobody is asked any longer");
});
