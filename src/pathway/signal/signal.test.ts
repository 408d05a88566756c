import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "kysely";
import type { Actor } from "../../platform/db/actor.ts";
import { withActor } from "../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { aLine } from "../trajectory/testing/aLine.ts";
import { listFactorsNow } from "./server/door.ts";
import { moveSignal } from "./server/moveSignal.ts";
import { raiseSignal } from "./server/raiseSignal.ts";
import { readSignals } from "./server/readSignals.ts";
import { aSignal, shareLine } from "./testing/aSignal.ts";

const today = "2026-11-12";
let region: Region;
let midwife: Actor;
let nurse: Actor;
let worker: Actor;
before(async () => {
  region = await aRegion();
  await region.setToday(today);
  midwife = await region.actor("midwife", "practice");
  nurse = await region.actor("youth_nurse", "youthHealth");
  worker = await region.actor("municipal_worker", "municipality");
});
after(() => region.close());

const factorsOf = (actor: Actor, line: string) =>
  withActor(actor, "signals.read", async (work) => (await listFactorsNow(work, line)).map(({ factorCode }) => factorCode));
const rowsOf = async (actor: Actor, line: string) => (await readSignals(actor, line))?.rows ?? [];
const historyOf = (actor: Actor, line: string) =>
  withActor(actor, "signals.read", async ({ db }) => {
    const { rows } = await sql<{
      became: unknown;
    }>`select became from record_history where trajectory_id = ${line} and table_name = 'signal'`.execute(db);
    return rows;
  });
const openWork = () =>
  region.asOwner<{ principal: number; due_on: string }>(
    "select principal, due_on from work_item where kind = 'signal-not-discussed' and closed_at is null",
  );

test("what was discussed is seen by whom the family allows; what was not stays with its author's organisation and reminds her", async () => {
  const line = await aLine(midwife);
  const colleague = await region.actor("midwife", "practice");
  await shareLine(midwife, nurse, line);
  const raised = await raiseSignal(midwife, aSignal(line, { today, seen: "Stapel rekeningen ongeopend", discussedOn: null }));
  assert.ok(raised.code === "done");
  assert.deepEqual(await factorsOf(midwife, line.trajectoryId), ["debt"]);
  assert.deepEqual(await factorsOf(colleague, line.trajectoryId), ["debt"], "her own organisation");
  assert.deepEqual(await factorsOf(nurse, line.trajectoryId), []);
  assert.deepEqual(await historyOf(nurse, line.trajectoryId), [], "nor through the history of the record");
  assert.equal((await historyOf(midwife, line.trajectoryId)).length, 1);
  assert.deepEqual(
    (await openWork()).map(({ due_on }) => due_on),
    ["2026-11-19"],
  );

  const move = { trajectoryId: line.trajectoryId, note: raised.note, version: 1 };
  assert.equal((await moveSignal(nurse, "discuss", { ...move, day: today })).code, "not-visible");
  assert.equal((await moveSignal(midwife, "discuss", { ...move, day: today })).code, "done");
  assert.deepEqual(await factorsOf(nurse, line.trajectoryId), ["debt"]);
  assert.equal((await rowsOf(nurse, line.trajectoryId))[0]?.seen, "Stapel rekeningen ongeopend");
  assert.deepEqual(await openWork(), []);
  assert.equal((await moveSignal(nurse, "withdraw", { ...move, version: 2, reason: "klopt niet" })).code, "not-your-organisation");
  assert.equal((await historyOf(nurse, line.trajectoryId)).length, 1, "the moment of discussing, not the one before");
});

test("withdrawn it plays no part, and can be restored; who comes second is told so", async () => {
  const line = await aLine(midwife);
  const raised = await raiseSignal(midwife, aSignal(line, { today, discussedOn: null, factorCodes: ["housing", "network"] }));
  assert.ok(raised.code === "done");
  const move = { trajectoryId: line.trajectoryId, note: raised.note };
  assert.equal((await moveSignal(midwife, "withdraw", { ...move, version: 1, reason: "verkeerd gezin" })).code, "done");
  assert.deepEqual(await factorsOf(midwife, line.trajectoryId), []);
  assert.deepEqual(await openWork(), []);
  assert.equal((await moveSignal(midwife, "restore", { ...move, version: 1 })).code, "changed-meanwhile");
  assert.equal((await moveSignal(midwife, "restore", { ...move, version: 2 })).code, "done");
  assert.deepEqual(await factorsOf(midwife, line.trajectoryId), ["network", "housing"]);
  assert.equal((await openWork()).length, 1, "still not discussed");
  assert.equal((await moveSignal(midwife, "withdraw", { ...move, version: 3, reason: "toch niet" })).code, "done");
});

test("a municipal worker is told that there is a medical circumstance, and sees no more of it", async () => {
  const line = await aLine(midwife);
  await shareLine(midwife, worker, line);
  await shareLine(midwife, nurse, line);
  await raiseSignal(midwife, aSignal(line, { today, factorCodes: ["psychiatric", "debt"], seen: "Zij slikt weer medicijnen" }));
  const seen = await readSignals(worker, line.trajectoryId);
  assert.deepEqual(
    seen?.rows.map(({ factors, seen: words }) => ({ factors, words })),
    [{ factors: ["debt"], words: null }],
  );
  assert.deepEqual(seen?.hiddenMedical, { howMany: 1, newestOn: today });
  assert.doesNotMatch(JSON.stringify(await historyOf(worker, line.trajectoryId)), /medicijnen|psychiatric/);
  const all = await readSignals(nurse, line.trajectoryId);
  assert.equal(all?.rows.length, 2);
  assert.equal(all?.hiddenMedical, null);
  await shareLine(midwife, worker, line, { medicalToo: true });
  assert.equal((await readSignals(worker, line.trajectoryId))?.rows.length, 2, "named in the consent");
  assert.equal((await readSignals(worker, line.trajectoryId))?.hiddenMedical, null);
});

test("what is about the partner needs his own consent", async () => {
  const line = await aLine(midwife, { partner: { givenName: "Tom", prefix: null, familyName: "Smeets", birthDate: "1994-01-01" } });
  await shareLine(midwife, nurse, line);
  const partnerId = line.partnerId ?? "";
  assert.equal((await raiseSignal(midwife, aSignal(line, { today, aboutPerson: partnerId, factorCodes: ["unemployment"] }))).code, "done");
  assert.deepEqual(await factorsOf(nurse, line.trajectoryId), []);
  await shareLine(midwife, nurse, line, { aboutPerson: partnerId });
  assert.deepEqual(await factorsOf(nurse, line.trajectoryId), ["unemployment"]);
});

test("a support provider records and sees her own signals only", async () => {
  const line = await aLine(midwife);
  const provider = await region.actor("support_provider", "support");
  await shareLine(midwife, provider, line);
  await raiseSignal(midwife, aSignal(line, { today, factorCodes: ["housing"] }));
  assert.equal((await raiseSignal(provider, aSignal(line, { today, factorCodes: ["debt"] }))).code, "done");
  assert.deepEqual(await factorsOf(provider, line.trajectoryId), ["debt"]);
  assert.deepEqual(await factorsOf(midwife, line.trajectoryId), ["housing"], "nor does hers go back without the family's consent");
});

test("a remark of 5,000 characters in any script comes back as it was written", async () => {
  const line = await aLine(midwife);
  const seen = "Ø é ń ع 漢 😀".repeat(600).slice(0, 5000);
  assert.equal((await raiseSignal(midwife, aSignal(line, { today, seen }))).code, "done");
  assert.equal((await rowsOf(midwife, line.trajectoryId))[0]?.seen, seen);
});

test("ids of another family are of nobody: no signal on it, none about its people", async () => {
  const line = await aLine(midwife);
  const others = await aLine(await region.actor("midwife", "otherPractice"));
  assert.equal((await raiseSignal(midwife, aSignal(others, { today }))).code, "not-visible");
  assert.equal((await raiseSignal(midwife, aSignal(line, { today, aboutPerson: others.motherId }))).code, "person-unknown");
  assert.equal(await readSignals(midwife, others.trajectoryId), null);
  const direct = withActor(midwife, "signal.raised", async ({ db }) =>
    db
      .insertInto("signal")
      .values({
        trajectory_id: line.trajectoryId,
        noted_together: crypto.randomUUID(),
        about_person: others.motherId,
        care_kind: "social",
        factors: ["debt"],
        observed_on: today,
        author_role: "midwife",
        author_organisation_id: midwife.organisationId,
      })
      .execute(),
  );
  await assert.rejects(direct, { code: "42501" });
});

test("in acute danger a paediatrician may write down what she sees", async () => {
  const line = await aLine(midwife, { mother: { givenName: "Noor", prefix: null, familyName: "Tesfay", birthDate: "1995-02-28" } });
  const doctor = await region.actor("social_paediatrics", "hospital");
  await withActor(doctor, "emergency.opened", ({ db }) =>
    sql`select trust.open_emergency('Tesfay', '1995-02-28', 'Moeder belde in paniek', 4)`.execute(db),
  );
  assert.equal((await raiseSignal(doctor, aSignal(line, { today, discussedOn: null }))).code, "done");
  assert.equal((await openWork()).length, 1);
});

test("nothing that was noticed is rewritten, whoever tries", async () => {
  const line = await aLine(midwife);
  await raiseSignal(midwife, aSignal(line, { today, seen: "zoals het was" }));
  await assert.rejects(
    withActor(midwife, "signal.raised", ({ db }) =>
      db.updateTable("signal").set({ seen: "anders" }).where("trajectory_id", "=", line.trajectoryId).execute(),
    ),
    { code: "23001" },
  );
});
