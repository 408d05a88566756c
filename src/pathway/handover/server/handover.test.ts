import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, beforeEach, test } from "node:test";
import { isDone } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { findFamilyOfLine } from "../../../registry/server/door.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { recordAnswer } from "../../../trust/consent/server/recordAnswer.ts";
import { anAnswer } from "../../../trust/consent/testing/anAnswer.ts";
import { addedAgreement } from "../../plan/testing/aPlan.ts";
import { allow, involve } from "../../trajectory/testing/involve.ts";
import type { Handover } from "../handover.ts";
import { aHandoverLine, anOfferedHandover, aPreparedHandover, handoverNow, seenOf, words } from "../testing/aHandover.ts";
import { listWords } from "./handover.store.ts";
import { handoverConsentListener } from "./handoverConsentListener.ts";
import { handoverTask } from "./handoverTasks.ts";
import * as make from "./moveHandover.ts";
import { prepareHandover } from "./prepareHandover.ts";

const today = "2026-11-09";
let region: Region;
let midwife: Actor;
let nurse: Actor;
let colleague: Actor;
let worker: Actor;
before(async () => {
  region = await aRegion();
  await region.setToday(today);
  midwife = await region.actor("midwife", "practice", "Marieke");
  nurse = await region.actor("youth_nurse", "youthHealth", "Ineke");
  colleague = await region.actor("youth_nurse", "youthHealth", "Joyce");
  worker = await region.actor("municipal_worker", "municipality", "Nadia");
});
after(() => region.close());
beforeEach(() => region.setToday(today));

const offered = async (to: Actor = nurse, toMembershipId: string | null = null) => {
  const line = await aHandoverLine(midwife, [to.organisationId]);
  const prepared = await aPreparedHandover(midwife, line.trajectoryId, to);
  await make.changeHandover(midwife, seenOf(prepared), { ...prepared, words: words({ medical: "Diabetes" }), receiver: null });
  return { line, handover: await anOfferedHandover(midwife, await handoverNow(midwife, prepared), today, toMembershipId) };
};
const told = (actor: Actor, { id }: Handover) =>
  withActor(actor, "handover.read", async ({ db }) =>
    (await listWords(db, id)).filter((one) => one.words !== "").map(({ heading }) => heading),
  );
const family = (actor: Actor, trajectoryId: string) =>
  withActor(actor, "family.read", async ({ db }) => (await findFamilyOfLine(db, trajectoryId))?.members[0]?.givenName ?? null);
/** The family takes its consent for the youth health service back. */
const saysNo = (line: { trajectoryId: string; motherId: string }) =>
  recordAnswer(
    midwife,
    anAnswer({
      trajectoryId: line.trajectoryId,
      about: line.motherId,
      purpose: "sharing",
      given: false,
      reason: "Liever niet",
      recipients: [{ organisationId: nurse.organisationId }],
      parts: [],
    }),
    [handoverConsentListener],
  );
/** Open work of a handover: kind, side, and whose it is. */
const work = async ({ id }: Pick<Handover, "id">) =>
  (
    await region.asOwner<{ kind: string; side: string; who: string }>(
      `select substr(w.kind, 10) as kind, w.side, coalesce(p.display_name, t.role) as who from work_item w left join membership m on m.principal = w.principal
       left join professional p on p.id = m.professional_id left join team t on t.principal = w.principal where w.subject_id = $1 and w.closed_at is null order by 1, 2, 3`,
      [id],
    )
  ).map(({ kind, side, who }) => `${kind} ${side} ${who}`);
const trail = async (trajectoryId: string, event: string) =>
  (
    await region.asOwner<{ outcome: string }>(
      "select outcome from trail_event where trajectory_ids = array[$1::uuid] and event = $2 order by outcome",
      [trajectoryId, event],
    )
  ).map(({ outcome }) => outcome);

test("what the plan says stands in the handover, and only its own organisation reads it while it is prepared", async () => {
  const line = await aHandoverLine(midwife, [nurse.organisationId]);
  await addedAgreement(midwife, line.trajectoryId);
  const prepared = await aPreparedHandover(midwife, line.trajectoryId, nurse);
  const entries = await withActor(midwife, "handover.read", ({ db }) => listWords(db, prepared.id));
  assert.equal(entries.find(({ heading }) => heading === "agreements")?.words, "Samen de post openen: Haar zus, tot ma 23 november 2026");
  await assert.rejects(handoverNow(nurse, prepared));
  assert.deepEqual([await told(nurse, prepared), await work(prepared)], [[], ["finish mine Marieke"]]);
});

test("from signing to the talk with the family: the receiver reads the request alone, then takes over, and the sender hears it was held", async () => {
  const { line, handover } = await offered();
  assert.deepEqual(
    [handover.status.state, handover.digest?.length, handover.municipality, handover.weeksFrom],
    ["offered", 64, "Heerlen", 20],
  );
  assert.deepEqual(await work(handover), ["answer mine youth_nurse", "awaited waiting Marieke"]);
  assert.equal((await handoverNow(nurse, handover)).from.organisation, "Praktijk De Maas");
  assert.deepEqual([await told(nurse, handover), await family(nurse, line.trajectoryId)], [[], null], "no more than the request");
  assert.equal((await make.acceptHandover(nurse, seenOf(handover))).code, "done");
  assert.deepEqual([await told(nurse, handover), await family(nurse, line.trajectoryId)], [["going_on", "medical"], "Sanne"]);
  assert.deepEqual(await work(handover), ["hold mine Ineke", "holding waiting Marieke"]);
  const now = await handoverNow(nurse, handover);
  assert.ok(now.status.state === "accepted");
  assert.deepEqual([now.status.from.name, now.status.to.name, now.status.to.on], ["Marieke", "Ineke", today], "signed by both");
  assert.equal((await make.holdHandover(nurse, { ...seenOf(now), on: "2026-11-10" })).code, "handover-day-wrong");
  assert.equal((await make.holdHandover(nurse, { ...seenOf(now), on: today })).code, "done");
  assert.deepEqual(await work(handover), ["held mine Marieke"]);
  assert.equal((await make.seeHandover(midwife, seenOf(handover))).code, "done");
  assert.deepEqual(await work(handover), []);
  assert.deepEqual(await trail(line.trajectoryId, "handover.held"), ["done", "refused"]);
});

test("two colleagues accept in the same instant: one has it, the other is told so", async () => {
  for (let round = 0; round < 4; round += 1) {
    const { line, handover } = await offered();
    const outcomes = await Promise.all([make.acceptHandover(nurse, seenOf(handover)), make.acceptHandover(colleague, seenOf(handover))]);
    assert.deepEqual(
      outcomes.map(({ code }) => code).toSorted((a, b) => a.localeCompare(b)),
      ["done", "handover-accepted-already"],
    );
    const winner = isDone(outcomes[0]) ? "Ineke" : "Joyce";
    assert.deepEqual(await work(handover), [`hold mine ${winner}`, "holding waiting Marieke"]);
    const relations = await region.asOwner("select from care_relation where trajectory_id = $1 and basis = 'handover'", [
      line.trajectoryId,
    ]);
    assert.equal(relations.length, 1);
    assert.deepEqual(await trail(line.trajectoryId, "handover.accepted"), ["done", "refused"]);
  }
});

test("consent withdrawn between opening and accepting: nothing is told, both sides know, and the sender stays responsible", async () => {
  const { line, handover } = await offered();
  const seen = seenOf(await handoverNow(nurse, handover));
  await saysNo(line);
  assert.equal((await make.acceptHandover(nurse, seen)).code, "handover-no-consent");
  assert.equal((await handoverNow(midwife, handover)).status.state, "offered");
  assert.deepEqual([await told(nurse, handover), await family(nurse, line.trajectoryId)], [[], null]);
  assert.ok((await work(handover)).includes("consent-gone mine Marieke"), (await work(handover)).join());
  assert.deepEqual(await trail(line.trajectoryId, "handover.accepted"), ["refused"]);
  assert.equal((await make.withdrawHandover(midwife, { ...seenOf(handover), reason: "family_no", note: null })).code, "done");
  assert.deepEqual(await work(handover), ["withdrawn mine youth_nurse"]);
});

test("consent withdrawn after acceptance: the words are closed at the next request", async () => {
  const { line, handover } = await offered();
  await make.acceptHandover(nurse, seenOf(handover));
  await saysNo(line);
  assert.deepEqual([await told(nurse, handover), await family(nurse, line.trajectoryId)], [[], null]);
  assert.ok((await work(handover)).includes("consent-gone mine Ineke"), "who took it on is told too");
  assert.equal(
    (await make.holdHandover(midwife, { ...seenOf(await handoverNow(midwife, handover)), on: today })).code,
    "done",
    "to end is always allowed",
  );
});

test("a social partner does not read what is medical, unless the family allows just that", async () => {
  const { line, handover } = await offered(worker);
  await make.acceptHandover(worker, seenOf(handover));
  assert.deepEqual(await told(worker, handover), ["going_on"]);
  assert.equal((await handoverNow(worker, handover)).hasMedical, true);
  await allow(midwife, line, worker.organisationId, ["identity", "plan"], { medicalToo: true });
  assert.deepEqual(await told(worker, handover), ["going_on", "medical"]);
});

test("to someone who is away: after two working days her team has it too, and a colleague takes it", async () => {
  const { handover } = await offered(nurse, nurse.membershipId);
  assert.deepEqual(await work(handover), ["answer mine Ineke", "awaited waiting Marieke"]);
  await handoverTask.run({});
  assert.deepEqual((await work(handover)).length, 2);
  await region.setToday("2026-11-11");
  await handoverTask.run({});
  await handoverTask.run({});
  assert.deepEqual(await work(handover), ["answer mine Ineke", "answer mine youth_nurse", "awaited waiting Marieke"]);
  assert.equal((await make.acceptHandover(colleague, seenOf(handover))).code, "done");
  assert.deepEqual(await work(handover), ["hold mine Joyce", "holding waiting Marieke"]);
});

test("to someone whose job there ended: the team has it at once", async () => {
  const leaving = await region.actor("youth_nurse", "youthHealth", "Weg");
  const { handover } = await offered(leaving, leaving.membershipId);
  await region.asOwner("update membership set until = app.today() - 1 where id = $1", [leaving.membershipId]);
  assert.deepEqual(await work(handover), ["answer mine youth_nurse", "awaited waiting Marieke"]);
  assert.equal((await make.acceptHandover(nurse, seenOf(handover))).code, "done");
});

test("an organisation that closes: who hands over is told that nobody answers, and may take it back", async () => {
  const closing = await region.actor("childcare", "childcare", "Kim");
  const { handover } = await offered(closing);
  await region.asOwner("update organisation set active = false where id = $1", [closing.organisationId]);
  await handoverTask.run({});
  assert.ok((await work(handover)).includes("late mine Marieke"), (await work(handover)).join());
  const [late] = await region.asOwner<{ why: string }>(
    "select facts ->> 'why' as why from work_item where subject_id = $1 and kind = 'handover.late' limit 1",
    [handover.id],
  );
  assert.equal(late?.why, "receiver_closed");
  assert.equal((await make.withdrawHandover(midwife, { ...seenOf(handover), reason: "other_receiver", note: null })).code, "done");
  await region.asOwner("update organisation set active = true where id = $1", [closing.organisationId]);
});

test("its moment passed: an alert on both sides, once, and gone when it is held", async () => {
  const { handover } = await offered();
  await region.setToday("2026-12-02");
  await handoverTask.run({});
  await handoverTask.run({});
  const late = async () => (await work(handover)).filter((item) => item.startsWith("late"));
  assert.deepEqual(await late(), ["late mine Marieke", "late mine youth_nurse"]);
  await make.acceptHandover(nurse, seenOf(handover));
  await make.holdHandover(nurse, { ...seenOf(await handoverNow(nurse, handover)), on: "2026-12-02" });
  assert.deepEqual(await late(), []);
  assert.deepEqual(await work(handover), ["held mine Marieke"]);
});

test("that it was held is told to the other side than who recorded it", async () => {
  const { handover } = await offered();
  await make.acceptHandover(nurse, seenOf(handover));
  await make.holdHandover(midwife, { ...seenOf(await handoverNow(midwife, handover)), on: today });
  assert.deepEqual(await work(handover), ["held mine Ineke"]);
});

test("what was accepted is not withdrawn, nor its words changed, by whatever way", async () => {
  const { handover } = await offered();
  await make.acceptHandover(nurse, seenOf(handover));
  const now = await handoverNow(midwife, handover);
  assert.equal((await make.withdrawHandover(midwife, { ...seenOf(now), reason: "mistake", note: null })).code, "handover-accepted-already");
  assert.equal((await make.changeHandover(midwife, seenOf(now), { ...now, words: words(), receiver: null })).code, "handover-not-in-state");
  const force = (actor: Actor, set: object) =>
    withActor(actor, "handover.forced", ({ db }) => db.updateTable("handover").set(set).where("id", "=", handover.id).execute());
  await assert.rejects(force(midwife, { state: "withdrawn", ended_on: today, reason: "mistake" }), { code: "23001" });
  await assert.rejects(force(nurse, { moment_on: today }), { code: "23001" });
  await assert.rejects(
    withActor(midwife, "handover.forced", ({ db }) =>
      db.updateTable("handover_entry").set({ words: "Anders" }).where("handover_id", "=", handover.id).execute(),
    ),
    { code: "23001" },
  );
});

test("signed is by who is signed in, whatever is said", async () => {
  const { handover } = await offered();
  await withActor(nurse, "handover.forced", ({ db }) =>
    db
      .updateTable("handover")
      .set({ state: "accepted", accepted_by: colleague.membershipId, accepted_on: "2020-01-01" })
      .where("id", "=", handover.id)
      .execute(),
  );
  const { status } = await handoverNow(nurse, handover);
  assert.ok(status.state === "accepted");
  assert.deepEqual([status.to.name, status.to.on], ["Ineke", today]);
});

test("the same form sent twice prepares one", async () => {
  const line = await aHandoverLine(midwife, []);
  const twice = { ...midwife, requestKey: randomUUID() };
  const input = { trajectoryId: line.trajectoryId, moment: "other", momentOn: "2026-12-01", receiver: null } as const;
  const answers = [await prepareHandover(twice, input), await prepareHandover(twice, input)];
  assert.deepEqual(answers[0], answers[1]);
  const made = await region.asOwner("select from handover where trajectory_id = $1", [line.trajectoryId]);
  assert.equal(made.length, 1);
});

test("two people prepare the same at once: one is begun, the other is told", async () => {
  const line = await aHandoverLine(midwife, []);
  const other = await region.actor("midwife", "practice", "Anouk");
  const input = { trajectoryId: line.trajectoryId, moment: "maternity_care", momentOn: "2026-12-01", receiver: null } as const;
  const outcomes = await Promise.all([prepareHandover(midwife, input), prepareHandover(other, input)]);
  assert.deepEqual(
    outcomes.map(({ code }) => code).toSorted((a, b) => a.localeCompare(b)),
    ["done", "handover-open-already"],
  );
});

test("someone who has nothing to do with it finds nothing, and moves nothing", async () => {
  const { handover } = await offered();
  const stranger = await region.actor("midwife", "otherPractice", "Vreemd");
  await assert.rejects(handoverNow(stranger, handover));
  assert.equal((await make.acceptHandover(stranger, seenOf(handover))).code, "handover-not-found");
  assert.equal(
    (await prepareHandover(stranger, { trajectoryId: handover.trajectoryId, moment: "other", momentOn: "2026-12-01", receiver: null }))
      .code,
    "handover-not-found",
  );
});

test("words that were not signed are not told by their history either", async () => {
  const line = await aHandoverLine(midwife, [nurse.organisationId]);
  await involve(midwife, nurse, line.trajectoryId);
  await addedAgreement(midwife, line.trajectoryId);
  const prepared = await aPreparedHandover(midwife, line.trajectoryId, nurse);
  const kept = (actor: Actor) =>
    withActor(actor, "handover.read", async ({ db }) => {
      const rows = await db
        .selectFrom("record_history")
        .select("id")
        .where("table_name", "=", "handover_entry")
        .where("trajectory_id", "=", line.trajectoryId)
        .execute();
      return rows.length;
    });
  assert.ok((await kept(midwife)) > 0);
  assert.equal(await kept(nurse), 0);
  await anOfferedHandover(midwife, prepared, today);
  assert.ok((await kept(nurse)) > 0, "what was signed");
});

test("who moves it says what is hers to say, and changes nothing of what the other side signed", async () => {
  const { handover } = await offered();
  const change = (actor: Actor, values: Readonly<Record<string, unknown>>) =>
    withActor(actor, "x", ({ db }) => db.updateTable("handover").set(values).where("id", "=", handover.id).execute());
  for (const forged of [
    { offered_by: nurse.membershipId },
    { to_role: "youth_doctor" },
    { answer_by: "2030-01-01" },
    { has_medical: false },
    { note: "Zij was het ermee eens" },
  ])
    await assert.rejects(change(nurse, { state: "accepted", ...forged }), { code: "23001" }, Object.keys(forged).join());
  await change(nurse, { state: "accepted" });
  await assert.rejects(change(midwife, { state: "held", held_on: today, accepted_by: midwife.membershipId }), { code: "23001" });
  await change(midwife, { state: "held", held_on: today });
});

test("what its sender only prepares is in nobody's history, whatever stands in it already", async () => {
  const gp = await region.actor("gp", "gp", "Gerda");
  const line = await aHandoverLine(midwife, [nurse.organisationId, gp.organisationId]);
  await involve(midwife, gp, line.trajectoryId);
  const prepared = await aPreparedHandover(midwife, line.trajectoryId, nurse);
  await withActor(midwife, "x", ({ db }) =>
    db.updateTable("handover").set({ discussed_on: today, note: "Nog niet" }).where("id", "=", prepared.id).execute(),
  );
  const history = (actor: Actor) =>
    withActor(actor, "x", ({ db }) => db.selectFrom("record_history").select("id").where("record_id", "=", prepared.id).execute());
  assert.deepEqual([(await history(gp)).length, (await history(midwife)).length], [0, 2]);
});
