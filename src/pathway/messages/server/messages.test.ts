import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { Actor } from "../../../platform/db/actor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { raiseSignal } from "../../signal/server/raiseSignal.ts";
import { aSignal, shareLine } from "../../signal/testing/aSignal.ts";
import { acceptReferral } from "../../support/referral/server/moveReferral.ts";
import { aReferral, aSharingLine, anOfferOf, candidatesOf, seenOf } from "../../support/referral/testing/aReferral.ts";
import { aLine } from "../../trajectory/testing/aLine.ts";
import { allow } from "../../trajectory/testing/involve.ts";
import { addresseesFor, aThread, aThreadInput } from "../testing/aThread.ts";
import { beginThread } from "./beginThread.ts";
import { readThread, readThreads } from "./readMessages.ts";
import { addPerson, closeThread, reopenThread, seeForTeam, sendMessage } from "./writeMessage.ts";

const today = "2026-11-22"; // a Sunday
let region: Region;
let midwife: Actor;
let nurse: Actor;
let colleague: Actor;
let worker: Actor;
let line: Awaited<ReturnType<typeof aLine>>;

before(async () => {
  region = await aRegion();
  await region.setToday(today);
  midwife = await region.actor("midwife", "practice", "Marieke Maas");
  nurse = await region.actor("youth_nurse", "youthHealth", "Noor Smeets");
  colleague = await region.actor("youth_nurse", "youthHealth", "Petra Jongen");
  worker = await region.actor("municipal_worker", "municipality", "Sjef Loket");
});
after(() => region.close());

/** A family that lets its midwife, the nurse and the municipality read signals. */
beforeEach(async () => {
  line = await aLine(midwife, { partner: { givenName: "Tom", prefix: null, familyName: "Smeets", birthDate: "1990-01-01" } });
  await allow(midwife, line, midwife.organisationId, ["identity", "signals", "plan"]);
  await shareLine(midwife, nurse, line);
  await shareLine(midwife, worker, line);
});

const workOf = (threadId: string) =>
  region.asOwner<{ principal: number; closed_why: string | null; due_on: string; facts: object }>(
    "select principal, closed_why, due_on::text, facts from work_item where kind = 'message.unread' and subject_id = $1 order by id",
    [threadId],
  );
const openWork = async (threadId: string) => (await workOf(threadId)).filter(({ closed_why }) => closed_why === null);
const principalOf = async (actor: Actor) =>
  (await region.asOwner<{ principal: number }>("select principal from membership where id = $1", [actor.membershipId]))[0]?.principal ?? 0;
const trailOf = async (threadEvent: string) =>
  Number(
    (
      await region.asOwner<{ count: string }>(
        "select count(*) from trail_event where event = $1 and trajectory_ids = array[$2]::uuid[] and outcome = 'done'",
        [threadEvent, line.trajectoryId],
      )
    )[0]?.count,
  );
const withdrawFrom = async (organisationId: string) => {
  await region.asOwner(
    "update consent set withdrawn_on = app.today(), withdrawn_by = 'self', version = version + 1 where trajectory_id = $1 and recipient_organisation_id = $2",
    [line.trajectoryId, organisationId],
  );
  await region.asOwner("select trust.recompute_grants($1)", [line.trajectoryId]);
};
const wordsOf = async (actor: Actor, threadId: string) =>
  (await readThread(actor, line.trajectoryId, threadId, null))?.messages.map(({ words }) => words) ?? null;

test("a message comes on the list of who is addressed, without a word of it, and leaves it when she reads", async () => {
  const thread = await aThread(midwife, line, ["Noor Smeets"]);
  const [item, ...more] = await openWork(thread);
  assert.deepEqual(more, []);
  assert.equal(item?.principal, await principalOf(nurse));
  assert.equal(item?.due_on, "2026-11-25", "three working days");
  assert.deepEqual(item?.facts, { from: "Praktijk De Maas", part: "signals" });
  assert.deepEqual(await wordsOf(nurse, thread), ["Hoe gaat het volgens jou?"]);
  assert.deepEqual(await openWork(thread), []);
  assert.equal(await trailOf("message.begun"), 1);
  assert.equal(await trailOf("message.read"), 1);
});

test("who wrote sees who read it and when; another reader does not", async () => {
  const thread = await aThread(midwife, line, ["Noor Smeets"]);
  const before = await readThread(midwife, line.trajectoryId, thread, null);
  assert.deepEqual(before?.messages[0]?.readBy, []);
  await readThread(nurse, line.trajectoryId, thread, null);
  await readThread(colleague, line.trajectoryId, thread, null);
  const seen = await readThread(midwife, line.trajectoryId, thread, null);
  assert.deepEqual(
    seen?.messages[0]?.readBy.map(({ name }) => name),
    ["Noor Smeets", "Petra Jongen"],
  );
  assert.deepEqual((await readThread(nurse, line.trajectoryId, thread, null))?.messages[0]?.readBy, []);
});

test("an answer waits for who asked, and for nobody of one's own team", async () => {
  const thread = await aThread(midwife, line, ["Noor Smeets"]);
  assert.equal(
    (await sendMessage(nurse, { trajectoryId: line.trajectoryId, threadId: thread, words: "Beter.", corrects: null })).code,
    "done",
  );
  const open = await openWork(thread);
  assert.deepEqual(
    open.map(({ principal }) => principal),
    [await principalOf(midwife)],
  );
  assert.equal(await trailOf("message.sent"), 1);
});

test("what waits for a whole team stays until someone answers or says it is seen to", async () => {
  const thread = await aThread(midwife, line, ["team JGZ Zuid"]);
  await readThread(nurse, line.trajectoryId, thread, null);
  assert.equal((await openWork(thread)).length, 1, "reading alone leaves it on the list of the team");
  assert.equal((await seeForTeam(colleague, { trajectoryId: line.trajectoryId, threadId: thread })).code, "done");
  assert.deepEqual(await openWork(thread), []);
});

test("who loses consent loses the conversation at the next request, and who wrote in it keeps her own words only", async () => {
  const thread = await aThread(midwife, line, ["Noor Smeets", "Sjef Loket"]);
  await sendMessage(nurse, { trajectoryId: line.trajectoryId, threadId: thread, words: "Moeder slaapt weer.", corrects: null });
  await withdrawFrom(nurse.organisationId);
  assert.equal(await readThread(nurse, line.trajectoryId, thread, null), null);
  assert.equal(
    (await sendMessage(nurse, { trajectoryId: line.trajectoryId, threadId: thread, words: "Nog iets", corrects: null })).code,
    "messages-not-found",
  );
  assert.equal(
    (await addPerson(nurse, { trajectoryId: line.trajectoryId, threadId: thread, principal: await principalOf(colleague) })).code,
    "messages-not-found",
  );
  assert.equal((await closeThread(nurse, { trajectoryId: line.trajectoryId, threadId: thread, version: 1 })).code, "messages-not-found");
  await sendMessage(midwife, { trajectoryId: line.trajectoryId, threadId: thread, words: "Fijn.", corrects: null });
  const open = await openWork(thread);
  assert.deepEqual(
    open.map(({ principal }) => principal),
    [await principalOf(worker)],
    "nothing new waits for her",
  );
  const left = await region.asOwner<{ words: string }>(
    "select words from message where thread_id = $1 and kind = 'words' order by number",
    [thread],
  );
  assert.equal(left.length, 3, "what was written stays");
});

test("the whole line stays closed to who never had consent, whatever is written about her", async () => {
  const stranger = await region.actor("midwife", "otherPractice");
  const thread = await aThread(midwife, line, ["Noor Smeets"]);
  assert.equal(await readThread(stranger, line.trajectoryId, thread, null), null);
  assert.equal(await readThreads(stranger, line.trajectoryId, null), null);
  const begun = await beginThread(midwife, aThreadInput(line, [await principalOf(stranger)]));
  assert.equal(begun.code, "messages-may-not-read");
});

test("a colleague of another part or role in the same family does not read what she was not asked into", async () => {
  const thread = await aThread(midwife, line, ["Noor Smeets"]);
  assert.equal(await readThread(worker, line.trajectoryId, thread, null), null, "the municipality may read signals, but takes no part");
  assert.deepEqual((await readThreads(worker, line.trajectoryId, null))?.threads, []);
});

test("something medical is not for a social partner, and what is about the partner needs his own consent", async () => {
  const possible = await addresseesFor(midwife, line.trajectoryId);
  const toWorker = [possible.get("Sjef Loket")?.principal ?? 0];
  const toNurse = [possible.get("Noor Smeets")?.principal ?? 0];
  assert.equal((await beginThread(midwife, aThreadInput(line, toWorker, { careKind: "medical" }))).code, "messages-may-not-read");
  assert.equal((await beginThread(midwife, aThreadInput(line, toNurse, { careKind: "medical" }))).code, "done");
  assert.equal((await beginThread(midwife, aThreadInput(line, toNurse, { aboutPartner: true }))).code, "messages-may-not-read");
});

test("who may not read the part herself writes to nobody about it", async () => {
  const bare = await aLine(midwife);
  await shareLine(midwife, nurse, bare);
  assert.equal((await addresseesFor(midwife, bare.trajectoryId)).size, 0);
  assert.equal((await beginThread(midwife, aThreadInput(bare, [await principalOf(nurse)]))).code, "messages-no-ground");
  // What is practical is hers to arrange: she registered the family.
  assert.equal((await beginThread(midwife, aThreadInput(bare, [await principalOf(nurse)], { part: "identity" }))).code, "done");
});

test("a signal that was not discussed with the family is spoken about with nobody", async () => {
  const noted = await raiseSignal(midwife, aSignal(line, { today, discussedOn: null }));
  assert.ok(noted.code === "done");
  const subject = { kind: "signal" as const, id: noted.note };
  const to = [await principalOf(nurse)];
  assert.equal((await beginThread(midwife, aThreadInput(line, to, { subject }))).code, "messages-not-discussed");
});

test("a conversation on a medical signal is medical, whatever was ticked", async () => {
  const [medical] = await region.asOwner<{ code: string }>(
    "select code from factor_now where care_kind = 'medical' and kind = 'risk' order by code limit 1",
  );
  const noted = await raiseSignal(midwife, aSignal(line, { today, factorCodes: [medical?.code ?? ""] }));
  assert.ok(noted.code === "done");
  const subject = { kind: "signal" as const, id: noted.note };
  assert.equal((await beginThread(midwife, aThreadInput(line, [await principalOf(worker)], { subject }))).code, "messages-may-not-read");
  const thread = await aThread(midwife, line, ["Noor Smeets"], { subject });
  assert.equal((await readThread(nurse, line.trajectoryId, thread, null))?.thread.careKind, "medical");
});

test("the two sides of a referral speak about it, from its acceptance on", async () => {
  const helper = await region.actor("support_provider", "support", "Cora Centen");
  const offer = await anOfferOf(helper);
  line = await aSharingLine(midwife, [helper.organisationId]);
  const [asked] = await aReferral(midwife, line.trajectoryId, [offer]);
  const subject = { kind: "referral" as const, id: asked?.id ?? "" };
  const to = [await principalOf(helper)];
  assert.equal(
    (await beginThread(midwife, aThreadInput(line, to, { part: "referrals", subject }))).code,
    "messages-may-not-read",
    "not before it knows the family",
  );
  assert.ok(asked);
  assert.equal((await acceptReferral(helper, seenOf(asked))).code, "done");
  const thread = await aThread(midwife, line, ["Cora Centen"], { part: "referrals", subject });
  assert.deepEqual(await wordsOf(helper, thread), ["Hoe gaat het volgens jou?"]);
  assert.equal((await candidatesOf(helper, line.trajectoryId)).length, 1);
  await withdrawFrom(helper.organisationId);
  assert.equal(await readThread(helper, line.trajectoryId, thread, null), null);
  assert.equal(await readThread(midwife, line.trajectoryId, thread, null), null, "nor is she told more than the family allows");
});

test("who comes later reads it from its beginning, and everyone sees that she came", async () => {
  const thread = await aThread(midwife, line, ["Noor Smeets"]);
  const at = { trajectoryId: line.trajectoryId, threadId: thread };
  assert.equal((await addPerson(nurse, { ...at, principal: await principalOf(worker) })).code, "done");
  assert.deepEqual(await wordsOf(worker, thread), ["Hoe gaat het volgens jou?", null]);
  assert.equal((await readThread(midwife, line.trajectoryId, thread, null))?.messages[1]?.about, "Sjef Loket");
  assert.equal((await addPerson(nurse, { ...at, principal: await principalOf(worker) })).code, "messages-already-in");
  const stranger = await region.actor("gp", "gp");
  assert.equal((await addPerson(nurse, { ...at, principal: await principalOf(stranger) })).code, "messages-may-not-read");
  assert.equal(await trailOf("message.person-added"), 1);
});

test("a conversation is closed and opened again; nothing is added to a closed one", async () => {
  const thread = await aThread(midwife, line, ["Noor Smeets"]);
  const at = { trajectoryId: line.trajectoryId, threadId: thread };
  assert.equal((await closeThread(nurse, { ...at, version: 1 })).code, "done");
  assert.deepEqual(await openWork(thread), []);
  assert.equal((await sendMessage(midwife, { ...at, words: "Nog iets", corrects: null })).code, "messages-closed");
  assert.equal((await closeThread(midwife, { ...at, version: 1 })).code, "messages-changed-meanwhile");
  assert.equal((await reopenThread(midwife, { ...at, version: 2 })).code, "done");
  assert.equal((await sendMessage(midwife, { ...at, words: "Nog iets", corrects: null })).code, "done");
});

test("what was wrong is put right by a next message; nobody puts another's right", async () => {
  const thread = await aThread(midwife, line, ["Noor Smeets"]);
  const at = { trajectoryId: line.trajectoryId, threadId: thread };
  assert.equal((await sendMessage(nurse, { ...at, words: "Anders", corrects: 1 })).code, "messages-not-found");
  assert.equal((await sendMessage(midwife, { ...at, words: "Ik bedoelde: overdag.", corrects: 1 })).code, "done");
  const data = await readThread(nurse, line.trajectoryId, thread, null);
  assert.deepEqual(
    data?.messages.map(({ words, corrects, correctedBy }) => [words, corrects, correctedBy]),
    [
      ["Hoe gaat het volgens jou?", null, 2],
      ["Ik bedoelde: overdag.", 1, null],
    ],
  );
});

test("messages stay when who wrote them leaves, and what waited for her waits for her team", async () => {
  const leaver = await region.actor("youth_nurse", "youthHealth", "Wil Weg");
  const thread = await aThread(midwife, line, ["Wil Weg"]);
  await sendMessage(leaver, { trajectoryId: line.trajectoryId, threadId: thread, words: "Ik kijk ernaar.", corrects: null });
  await region.asOwner("update membership set until = app.today() - 1 where id = $1", [leaver.membershipId]);
  await sendMessage(midwife, { trajectoryId: line.trajectoryId, threadId: thread, words: "Dank je.", corrects: null });
  const [team] = await region.asOwner<{ principal: number }>(
    "select principal from team where organisation_id = $1 and role = 'youth_nurse'",
    [nurse.organisationId],
  );
  assert.deepEqual(
    (await openWork(thread)).map(({ principal }) => principal),
    [team?.principal],
  );
  assert.deepEqual(await wordsOf(colleague, thread), ["Hoe gaat het volgens jou?", "Ik kijk ernaar.", "Dank je."]);
  const people = (await readThread(midwife, line.trajectoryId, thread, null))?.people;
  assert.equal(people?.find(({ name }) => name === "Wil Weg")?.works, false);
});

test("after the line has ended it is read, and nothing is added", async () => {
  const thread = await aThread(midwife, line, ["Noor Smeets"]);
  await region.asOwner("update trajectory set state = 'ended', ended_on = app.today(), end_reason = 'other' where id = $1", [
    line.trajectoryId,
  ]);
  assert.equal(
    (await sendMessage(nurse, { trajectoryId: line.trajectoryId, threadId: thread, words: "Nog iets", corrects: null })).code,
    "messages-line-ended",
  );
  assert.equal((await beginThread(midwife, aThreadInput(line, [await principalOf(nurse)]))).code, "messages-line-ended");
  assert.deepEqual(await wordsOf(nurse, thread), ["Hoe gaat het volgens jou?"]);
});

test("messages are found by their words, by who may read them", async () => {
  await aThread(midwife, line, ["Noor Smeets"], { words: "Zij sliep slecht door de hítte." });
  await aThread(midwife, line, ["Noor Smeets"], { topic: "Iets anders", words: "Over 100% andere dingen." });
  const found = async (actor: Actor, words: string) => (await readThreads(actor, line.trajectoryId, words))?.threads.length;
  assert.equal(await found(nurse, "hitte"), 1);
  assert.equal(await found(nurse, "0%"), 1);
  assert.equal(await found(nurse, "%"), 1, "a sign is a sign");
  assert.equal(await found(worker, "hitte"), 0);
});
