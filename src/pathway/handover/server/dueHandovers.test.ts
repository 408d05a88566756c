import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { findFamilyOfLine } from "../../../registry/server/door.ts";
import { aRegion, type Region, type TestOrganisation } from "../../../registry/testing/aRegion.ts";
import { aLine } from "../../trajectory/testing/aLine.ts";
import { allow, involve } from "../../trajectory/testing/involve.ts";
import { findLine } from "../../trajectory/server/door.ts";
import { addDays } from "../../../kit/day.ts";
import { answerCaseLead, offerCaseLead } from "../../plan/server/transferLead.ts";
import { addedAgreement } from "../../plan/testing/aPlan.ts";
import { anOfferedHandover, aPreparedHandover, handoverNow, seenOf } from "../testing/aHandover.ts";
import { handoverTask } from "./handoverTasks.ts";
import { acceptHandover, holdHandover } from "./moveHandover.ts";
import { leaveOutHandover } from "./prepareHandover.ts";
import { findDue } from "./readHandover.ts";

// What the database proposes is what the rule says, in every situation; and a proposal follows the line, whoever changes it.

const today = "2026-11-09";
let region: Region;
let midwife: Actor;
const others = new Map<TestOrganisation, Actor>();
before(async () => {
  region = await aRegion();
  await region.setToday(today);
  midwife = await region.actor("midwife", "practice", "Marieke");
  others.set("maternityCare", await region.actor("maternity_intake", "maternityCare"));
  others.set("youthHealth", await region.actor("youth_nurse", "youthHealth"));
  others.set("hospital", await region.actor("clinical_midwife", "hospital"));
  others.set("municipality", await region.actor("municipal_worker", "municipality"));
  others.set("otherPractice", await region.actor("midwife", "otherPractice"));
});
after(() => region.close());
const other = (which: TestOrganisation): Actor => {
  const actor = others.get(which);
  assert.ok(actor);
  return actor;
};

const proposals = async (trajectoryId: string) =>
  (
    await region.asOwner<{ what: string }>(
      `select replace(w.kind, 'handover.due.', '') || ' ' || o.name || ' ' || w.due_on as what from work_item w join team t on t.principal = w.principal join organisation o on o.id = t.organisation_id
       where w.trajectory_id = $1 and w.kind like 'handover.due.%' and w.closed_at is null order by 1`,
      [trajectoryId],
    )
  ).map(({ what }) => what);
/** By the rule, as each of those involved sees it. */
async function byRule(trajectoryId: string, actors: readonly Actor[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const actor of actors) {
    const due = await withActor(actor, "handover.read", async (work) => {
      const line = await findLine(work.db, trajectoryId);
      const family = line && (await findFamilyOfLine(work.db, trajectoryId));
      return line && family ? findDue(work, line, family, actor) : [];
    });
    found.push(...due.map(({ moment, dueOn }) => `${moment} ${actor.organisation} ${dueOn}`));
  }
  return found.toSorted((a, b) => (a < b ? -1 : 1));
}

async function aLineOf(dueDate: string | null, ...with_: readonly TestOrganisation[]) {
  const line = await aLine(midwife, dueDate === null ? {} : { dueDate });
  for (const which of with_) {
    await involve(midwife, other(which), line.trajectoryId, "request");
    await allow(midwife, line, other(which).organisationId, ["identity", "plan"]);
  }
  return line;
}
async function born({ trajectoryId, motherId }: { trajectoryId: string; motherId: string }, bornOn: string, place = "home") {
  await region.asOwner(
    `with child as (insert into family_member (family_id, kind, family_name, birth_date, author_organisation_id)
       select m.family_id, 'child', 'Frijns', $2, m.author_organisation_id from family_member m where m.id = $3 returning id, author_organisation_id)
     insert into birth (trajectory_id, child_id, born_on, place, author_organisation_id) select $1, id, $2, $4, author_organisation_id from child`,
    [trajectoryId, bornOn, motherId, place],
  );
}
async function moved({ motherId }: { motherId: string }, to: string, on: string) {
  await region.asOwner(
    "update family_address set until = $2::date - 1 where until is null and family_id = (select family_id from family_member where id = $1)",
    [motherId, on],
  );
  await region.asOwner(
    `insert into family_address (family_id, street, place, municipality_code, since, author_organisation_id)
     select family_id, 'Dorpsstraat', 'Elders', $2, $3, author_organisation_id from family_member where id = $1`,
    [motherId, to, on],
  );
}

test("in 400 days before and 800 days after birth, the database and the rule say the same", async () => {
  const care = ["maternityCare", "youthHealth", "hospital"] as const;
  const pregnant = await aLineOf("2027-03-01", ...care);
  const child = await aLineOf("2026-11-01", ...care);
  await born(child, "2026-11-03", "hospital");
  const actors = [midwife, ...care.map(other)];
  const seen = new Set<string>();
  for (const line of [pregnant, child]) {
    for (const after of [0, 1, 4, 5, 9, 41, 57, 58, 69, 71, 100, 126, 127, 128, 637, 640, 641, 700, 723, 724]) {
      await region.setToday(addDays(today, after));
      await region.asOwner("select trust.propose_handovers($1)", [line.trajectoryId]);
      const now = await proposals(line.trajectoryId);
      assert.deepEqual(now, await byRule(line.trajectoryId, actors), `${after} days later`);
      for (const one of now) seen.add(one.split(" ")[0] ?? "");
    }
  }
  assert.deepEqual(
    [...seen].toSorted((a, b) => (a < b ? -1 : 1)),
    ["childcare", "first_line", "maternity_care", "youth_health"],
  );
  await region.setToday(today);
});

test("a table that is seated at once: who is due and learns by it who the family is, finds it on her list, whichever seat was first", async () => {
  const line = await aLine(midwife, { dueDate: "2026-11-01" });
  await involve(midwife, other("maternityCare"), line.trajectoryId, "request");
  await allow(midwife, line, "", ["identity"], { purpose: "case_conference", organisationId: null, role: "conference" });
  await born(line, "2026-11-03");
  const ofCare = async () => (await proposals(line.trajectoryId)).filter((one) => one.startsWith("youth_health"));
  assert.deepEqual(await ofCare(), []);
  const seats = ["maternityCare", "youthHealth", "municipality"] as const;
  await region.asOwner(`begin;
    insert into care_relation (trajectory_id, organisation_id, basis, until)
      select '${line.trajectoryId}', o::uuid, 'agenda', app.today() from unnest('{${seats.map((one) => other(one).organisationId).join(",")}}'::text[]) o;
    select trust.recompute_grants('${line.trajectoryId}');
    commit`);
  assert.deepEqual(await ofCare(), ["youth_health Geboortezorg Limburg 2026-11-16"]);
  await region.asOwner(`begin;
    update care_relation set until = app.today() - 1 where trajectory_id = '${line.trajectoryId}' and basis = 'agenda';
    select trust.recompute_grants('${line.trajectoryId}');
    commit`);
  assert.deepEqual(await ofCare(), []);
});

test("34 weeks comes near: the midwife is asked on her list, once, and an earlier due date brings it forward", async () => {
  const line = await aLineOf("2027-01-05");
  assert.deepEqual(await proposals(line.trajectoryId), []);
  await region.setToday("2026-11-10");
  await handoverTask.run({});
  await handoverTask.run({});
  assert.deepEqual(await proposals(line.trajectoryId), ["maternity_care Praktijk De Maas 2026-11-24"]);
  await region.asOwner("update trajectory set due_date = '2026-12-29' where id = $1", [line.trajectoryId]);
  assert.deepEqual(await proposals(line.trajectoryId), ["maternity_care Praktijk De Maas 2026-11-17"]);
  await region.setToday(today);
});

test("a loss of the pregnancy ends every proposal at once, and no morning brings it back; what was begun goes on", async () => {
  const line = await aLineOf("2026-12-29", "maternityCare");
  const begun = await aPreparedHandover(midwife, line.trajectoryId, other("maternityCare"));
  assert.equal((await proposals(line.trajectoryId)).length, 1);
  await region.asOwner("update trajectory set loss_on = $2, loss = 'pregnancy' where id = $1", [line.trajectoryId, today]);
  assert.deepEqual(await proposals(line.trajectoryId), []);
  await region.setToday("2026-11-10");
  await handoverTask.run({});
  assert.deepEqual(await proposals(line.trajectoryId), []);
  assert.equal((await handoverNow(midwife, begun)).status.state, "prepared");
  await region.setToday(today);
});

test("prepared, or left out because the family does not want it: not proposed again", async () => {
  const line = await aLineOf("2026-12-29", "maternityCare");
  assert.equal(
    (await leaveOutHandover(midwife, { trajectoryId: line.trajectoryId, moment: "maternity_care", reason: "family_no", note: null })).code,
    "done",
  );
  assert.deepEqual(await proposals(line.trajectoryId), []);
  const next = await aLineOf("2026-12-29", "maternityCare");
  await aPreparedHandover(midwife, next.trajectoryId, other("maternityCare"), "maternity_care");
  assert.deepEqual(await proposals(next.trajectoryId), []);
});

test("a move to where the practice does not work: the line goes along, nothing is registered again, and the old practice lets go", async () => {
  const geul = other("otherPractice");
  const line = await aLineOf("2027-03-01");
  await region.asOwner("delete from organisation_area where organisation_id = $1 and municipality_code = 'GM0935'", [
    midwife.organisationId,
  ]);
  await moved(line, "GM0935", "2026-11-02");
  assert.deepEqual(await proposals(line.trajectoryId), ["move Praktijk De Maas 2026-11-16"]);
  assert.deepEqual(await byRule(line.trajectoryId, [midwife]), await proposals(line.trajectoryId));
  await allow(midwife, line, geul.organisationId, ["identity", "plan", "signals"]);
  await addedAgreement(midwife, line.trajectoryId);
  const prepared = await aPreparedHandover(midwife, line.trajectoryId, geul, "move");
  assert.deepEqual([prepared.senderStays, prepared.municipality, await proposals(line.trajectoryId)], [false, "Maastricht", []]);
  const offered = await anOfferedHandover(midwife, prepared, today);
  assert.equal((await acceptHandover(geul, seenOf(offered))).code, "done");
  const taken = await withActor(geul, "family.read", async ({ db }) => (await findFamilyOfLine(db, line.trajectoryId))?.addresses.length);
  assert.equal(taken, 2, "she has the line with all that belongs to it");
  assert.deepEqual(await until(line.trajectoryId, midwife), null, "until it was held the old practice stays");
  assert.equal((await holdHandover(geul, { ...seenOf(await handoverNow(geul, offered)), on: today })).code, "done");
  assert.equal(await until(line.trajectoryId, midwife), "2026-11-23");
  assert.equal(await until(line.trajectoryId, geul), null);
});

test("who still leads the case does not let go before the lead went along", async () => {
  const geul = other("otherPractice");
  const line = await aLineOf("2027-03-01");
  await region.asOwner(
    "insert into case_lead (trajectory_id, membership_id, professional_id, organisation_id, role, basis, author_organisation_id) values ($1, $2, $3, $4, 'midwife', 'assessment', $4)",
    [line.trajectoryId, midwife.membershipId, midwife.professionalId, midwife.organisationId],
  );
  await allow(midwife, line, geul.organisationId, ["identity", "plan"]);
  await addedAgreement(midwife, line.trajectoryId);
  const offered = await anOfferedHandover(midwife, await aPreparedHandover(midwife, line.trajectoryId, geul, "move"), today);
  await acceptHandover(geul, seenOf(offered));
  await holdHandover(midwife, { ...seenOf(await handoverNow(geul, offered)), on: today });
  const leadWork = () =>
    region.asOwner("select from work_item where subject_id = $1 and kind = 'handover.lead' and closed_at is null", [offered.id]);
  assert.deepEqual([await until(line.trajectoryId, midwife), (await leadWork()).length], [null, 1]);
  const offer = await offerCaseLead(midwife, {
    trajectoryId: line.trajectoryId,
    organisationId: geul.organisationId,
    role: "midwife",
    membershipId: null,
  });
  assert.ok("transfer" in offer, offer.code);
  assert.equal((await answerCaseLead(geul, { transferId: offer.transfer, accept: true, reason: null })).code, "done");
  assert.deepEqual([await until(line.trajectoryId, midwife), (await leadWork()).length], ["2026-11-23", 0]);
});

const until = async (trajectoryId: string, { organisationId }: Actor): Promise<string | null> => {
  const [row] = await region.asOwner<{ until: string | null }>(
    "select until::text from care_relation where trajectory_id = $1 and organisation_id = $2 order by until nulls first limit 1",
    [trajectoryId, organisationId],
  );
  assert.ok(row);
  return row.until;
};
