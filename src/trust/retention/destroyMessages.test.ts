import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sendMessage } from "../../pathway/messages/server/writeMessage.ts";
import { aThread } from "../../pathway/messages/testing/aThread.ts";
import { aLine } from "../../pathway/trajectory/testing/aLine.ts";
import { allow, involve } from "../../pathway/trajectory/testing/involve.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { withActor } from "../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { askDestruction, confirmRequest, decideRequest, readRequest } from "./server/requestDestruction.ts";
import { carryOutTask } from "./server/retentionTasks.ts";

// What professionals wrote to each other about a family is of its file too: it goes with it, each organisation's own.

let region: Region;
let midwife: Actor;
let worker: Actor;
let officer: Actor;
before(async () => {
  region = await aRegion();
  midwife = await region.actor("midwife", "practice", "Marieke");
  worker = await region.actor("municipal_worker", "municipality", "Nadia");
  officer = await region.actor("privacy_officer", "office");
});
after(() => region.close());

async function destroyed(line: { trajectoryId: string }, person: string, kinds: Parameters<typeof decideRequest>[2]): Promise<string> {
  const asked = await askDestruction(midwife, line.trajectoryId, { person, askedBy: "self", checked: "document", concerns: [] });
  assert.ok(asked.code === "done", asked.code);
  assert.equal((await decideRequest(officer, asked.request, kinds)).code, "done");
  assert.equal((await confirmRequest(midwife, asked.request)).code, "done");
  await carryOutTask.run({ request: asked.request });
  return asked.request;
}
const words = async (trajectoryId: string) =>
  (
    await region.asOwner<{ words: string }>("select words from message where trajectory_id = $1 and kind = 'words' order by words", [
      trajectoryId,
    ])
  ).map((one) => one.words);

async function aConversation(change: Parameters<typeof aLine>[1] = {}) {
  const line = await aLine(midwife, change);
  await allow(midwife, line, worker.organisationId, ["identity", "signals"]);
  await allow(midwife, line, midwife.organisationId, ["identity", "signals"]);
  await involve(midwife, worker, line.trajectoryId);
  const thread = await aThread(midwife, line, ["Nadia"], { words: "Van de verloskundige", topic: "Schulden bij de buurvrouw" });
  return { line, thread };
}

test("what the practice wrote goes with its kind of file, with the subject that it chose; what the municipality wrote stays until its own goes", async () => {
  const { line, thread } = await aConversation();
  assert.equal(
    (await sendMessage(worker, { trajectoryId: line.trajectoryId, threadId: thread, words: "Van de gemeente", corrects: null })).code,
    "done",
  );
  await aThread(midwife, line, ["Nadia"], { words: "Nog een" });
  const request = await destroyed(line, line.motherId, { medical_file: "destroy", social_support: "law" });
  assert.deepEqual(await words(line.trajectoryId), ["Van de gemeente"]);
  const kept = await withActor(worker, "x", ({ db }) => db.selectFrom("message_thread").select("topic").where("id", "=", thread).execute());
  assert.deepEqual(kept, [{ topic: "Vernietigd" }]);
  const [proof] = await region.asOwner<{ messages: number; whole: boolean }>(
    "select (records ->> 'message')::integer as messages, whole from destroyed_file where request_id = $1",
    [request],
  );
  assert.deepEqual(proof, { messages: 2, whole: false }, "the line stays as long as a message of another stands on it");
  assert.equal((await readRequest(officer, request))?.request.state, "carried_out");
});

test("the officer is told of them beforehand, and with the last of them the line goes", async () => {
  const { line } = await aConversation();
  const asked = await askDestruction(midwife, line.trajectoryId, {
    person: line.motherId,
    askedBy: "self",
    checked: "document",
    concerns: [],
  });
  assert.ok(asked.code === "done");
  const before = await region.asOwner<{ kind: string }>("select f.kind from trust.retention_facts($1) f order by 1", [line.trajectoryId]);
  assert.deepEqual(before, [{ kind: "medical_file" }]);
  assert.equal((await decideRequest(officer, asked.request, { medical_file: "destroy" })).code, "done");
  assert.equal((await confirmRequest(midwife, asked.request)).code, "done");
  await carryOutTask.run({ request: asked.request });
  for (const table of ["message", "message_thread", "message_participant", "message_receipt", "trajectory"])
    assert.deepEqual(
      await region.asOwner(`select from ${table} where ${table === "trajectory" ? "id" : "trajectory_id"} = $1`, [line.trajectoryId]),
      [],
      table,
    );
});

test("what was written about the partner is his to ask for, and hers stays when he asks", async () => {
  const { line } = await aConversation({ partner: { givenName: "Tom", prefix: null, familyName: "Gubbels", birthDate: "1994-01-02" } });
  const [partner] = await region.asOwner<{ id: string }>("select id from family_member where family_id = $1 and kind = 'partner'", [
    line.familyId,
  ]);
  await region.asOwner(
    `with t as (insert into message_thread (trajectory_id, part, own_person, care_kind, topic, author_organisation_id) values ($1, 2, $2, 'social', 'Over hem', $3) returning id)
     insert into message (trajectory_id, thread_id, number, part, words, author_organisation_id) select $1, id, 1, 2, 'Van hem', $3 from t`,
    [line.trajectoryId, partner?.id, midwife.organisationId],
  );
  await destroyed(line, partner?.id ?? "", { medical_file: "destroy" });
  assert.deepEqual(await words(line.trajectoryId), ["Van de verloskundige"]);
});
