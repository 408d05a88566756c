import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { withJob } from "../../../platform/db/withNobody.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { addGoal, addQuestion } from "../../plan/server/changePlan.ts";
import { findPlan } from "../../plan/server/door.ts";
import { listSignals, raiseSignal } from "../../signal/server/door.ts";
import { beginNextLine } from "../../trajectory/server/changeLine.ts";
import { recordLoss } from "../../trajectory/server/recordLoss.ts";
import { aLine } from "../../trajectory/testing/aLine.ts";
import { allow, involve } from "../../trajectory/testing/involve.ts";
import { askInterconception, listTalks } from "./talk.store.ts";
import { holdTalk, undoTalk, type TalkInput } from "./holdTalk.ts";
import { readTalks } from "./readTalks.ts";
import { readEarlier, takeOverEarlier } from "./takeOver.ts";

const today = "2026-11-09";
let region: Region;
let midwife: Actor;
let other: Actor;
before(async () => {
  region = await aRegion();
  midwife = await region.actor("midwife", "practice");
  other = await region.actor("midwife", "otherPractice");
});
after(() => region.close());
beforeEach(() => region.setToday(today));

type ALine = Awaited<ReturnType<typeof aLine>>;
const input = (trajectoryId: string, change: Partial<TalkInput> = {}): TalkInput => ({
  trajectoryId,
  heldOn: today,
  withPartner: true,
  wish: "later",
  topics: ["folic_acid", "last_pregnancy"],
  risks: "Hoge bloeddruk aan het eind",
  advice: "Aspirine vanaf 12 weken",
  followOn: null,
  followedBy: null,
  ...change,
});
const talksOf = (actor: Actor, trajectoryId: string) => withActor(actor, "interconception.read", ({ db }) => listTalks(db, trajectoryId));
const signalsOf = (actor: Actor, trajectoryId: string) => withActor(actor, "signals.read", ({ db }) => listSignals(db, trajectoryId));
const planOf = (actor: Actor, trajectoryId: string) => withActor(actor, "plan.read", ({ db }) => findPlan(db, trajectoryId));
const workOf = (trajectoryId: string, kind: string) =>
  region.asOwner<{ principal: number; due: string }>(
    "select principal, due_on::text as due from work_item where trajectory_id = $1 and kind = $2 and closed_at is null",
    [trajectoryId, kind],
  );
const ask = () => withJob("interconception", (db) => askInterconception(db));
const bornOn = (line: ALine, day: string) => region.asOwner("update trajectory set born_on = $2 where id = $1", [line.trajectoryId, day]);

test("a line with no pregnancy yet has its conversation, and the wish is a signal about the mother", async () => {
  const line = await aLine(midwife, { dueDate: null });
  assert.equal((await holdTalk(midwife, input(line.trajectoryId, { wish: "now" }))).code, "done");
  const [talk] = await talksOf(midwife, line.trajectoryId);
  assert.deepEqual([talk?.kind, talk?.wish, talk?.topics], ["preconception", "now", ["folic_acid", "last_pregnancy"]]);
  assert.deepEqual(
    (await signalsOf(midwife, line.trajectoryId)).map(({ factors, personKind, discussedOn }) => [factors, personKind, discussedOn]),
    [[["next-child-wish"], "mother", today]],
  );
  const trail = await region.asOwner<{ outcome: string }>(
    "select outcome from trail_event where event = 'interconception.recorded' and $1 = any(trajectory_ids)",
    [line.trajectoryId],
  );
  assert.deepEqual(trail, [{ outcome: "done" }]);
});

test("who does not wish a child now is no signal; during a pregnancy it is refused", async () => {
  const line = await aLine(midwife, { dueDate: null });
  assert.equal((await holdTalk(midwife, input(line.trajectoryId, { wish: "none" }))).code, "done");
  assert.deepEqual(await signalsOf(midwife, line.trajectoryId), []);
  const pregnant = await aLine(midwife);
  assert.equal((await holdTalk(midwife, input(pregnant.trajectoryId))).code, "talk-not-in-pregnancy");
});

test("who follows has it on her list on the day, until the next conversation", async () => {
  const line = await aLine(midwife, { dueDate: null });
  const follow = { followedBy: midwife.membershipId, followOn: "2027-02-01" };
  assert.equal((await holdTalk(midwife, input(line.trajectoryId, follow))).code, "done");
  const [membership] = await region.asOwner<{ principal: number }>("select principal from membership where id = $1", [
    midwife.membershipId,
  ]);
  assert.deepEqual(await workOf(line.trajectoryId, "interconception.follow"), [{ principal: membership?.principal, due: "2027-02-01" }]);
  assert.equal((await holdTalk(midwife, input(line.trajectoryId))).code, "done");
  assert.deepEqual(await workOf(line.trajectoryId, "interconception.follow"), []);
  assert.equal((await holdTalk(midwife, input(line.trajectoryId, { ...follow, followedBy: other.membershipId }))).code, "talk-follow-who");
});

test("after the maternity period the practice is asked for it once, and no more when it was held", async () => {
  const line = await aLine(midwife);
  await bornOn(line, "2026-10-10");
  await ask();
  assert.deepEqual(await workOf(line.trajectoryId, "interconception.ask"), []);
  await region.setToday("2026-11-20");
  await ask();
  await ask();
  assert.deepEqual(
    (await workOf(line.trajectoryId, "interconception.ask")).map(({ due }) => due),
    ["2026-12-05"],
  );
  const [team] = await region.asOwner<{ principal: number }>("select principal from team where organisation_id = $1 and role = 'midwife'", [
    midwife.organisationId,
  ]);
  assert.equal((await workOf(line.trajectoryId, "interconception.ask"))[0]?.principal, team?.principal);
  assert.equal((await holdTalk(midwife, input(line.trajectoryId, { heldOn: "2026-11-20" }))).code, "done");
  assert.deepEqual(await workOf(line.trajectoryId, "interconception.ask"), []);
});

test("after a loss nothing about a next child is asked by itself, at once; a professional may still record a conversation", async () => {
  const line = await aLine(midwife);
  await bornOn(line, "2026-10-01");
  await ask();
  assert.equal((await workOf(line.trajectoryId, "interconception.ask")).length, 1);
  await holdTalk(midwife, input(line.trajectoryId, { followedBy: midwife.membershipId, followOn: "2027-02-01" }));
  const [row] = await region.asOwner<{ version: number }>("select version from trajectory where id = $1", [line.trajectoryId]);
  await recordLoss(midwife, line.trajectoryId, { kind: "one_of_more", on: today, childId: null, version: row?.version ?? 0 });
  assert.deepEqual(
    [...(await workOf(line.trajectoryId, "interconception.ask")), ...(await workOf(line.trajectoryId, "interconception.follow"))],
    [],
  );
  await ask();
  assert.deepEqual(await workOf(line.trajectoryId, "interconception.ask"), []);
  assert.equal(
    (await holdTalk(midwife, input(line.trajectoryId, { followedBy: midwife.membershipId, followOn: "2027-02-01" }))).code,
    "done",
  );
  assert.deepEqual(await workOf(line.trajectoryId, "interconception.follow"), []);
});

test("a conversation by mistake is taken back by who recorded it, once", async () => {
  const line = await aLine(midwife, { dueDate: null });
  await holdTalk(midwife, input(line.trajectoryId));
  const [talk] = await talksOf(midwife, line.trajectoryId);
  const seen = { trajectoryId: line.trajectoryId, talkId: talk?.id ?? "", version: talk?.version ?? 0 };
  const codes = await Promise.all([undoTalk(midwife, seen), undoTalk(midwife, seen)]);
  assert.deepEqual(
    codes.map(({ code }) => code).filter((code) => code === "done"),
    ["done"],
  );
  assert.deepEqual(await talksOf(midwife, line.trajectoryId), []);
  assert.equal(await readTalks(other, line.trajectoryId), null);
});

/** A family whose earlier line knows of worries, a plan and what is good to know; and its next line. */
async function aNextPregnancy(by = midwife): Promise<{ earlier: ALine; next: string }> {
  const earlier = await aLine(midwife, { partner: { givenName: "Tim", prefix: null, familyName: "Smeets", birthDate: "1990-01-01" } });
  const [partner] = await region.asOwner<{ id: string }>("select id from family_member where family_id = $1 and kind = 'partner'", [
    earlier.familyId,
  ]);
  const note = { trajectoryId: earlier.trajectoryId, seen: "Brieven ongeopend", observedOn: today, discussedOn: today, urgent: false };
  await raiseSignal(midwife, { ...note, aboutPerson: earlier.motherId, factorCodes: ["debt", "network", "language-barrier"] });
  await raiseSignal(midwife, { ...note, aboutPerson: partner?.id ?? "", factorCodes: ["unemployment"] });
  const question = await addQuestion(midwife, { trajectoryId: earlier.trajectoryId, wording: "Overzicht over de post", factors: [] });
  await addGoal(midwife, {
    trajectoryId: earlier.trajectoryId,
    wording: "Alle brieven open",
    questionId: "id" in question ? question.id : null,
    evaluateOn: "2026-12-01",
  });
  await bornOn(earlier, "2026-08-01");
  await holdTalk(midwife, input(earlier.trajectoryId));
  if (by !== midwife) {
    await allow(midwife, earlier, by.organisationId, ["identity", "signals", "plan", "exploration"]);
    await involve(midwife, by, earlier.trajectoryId, "request");
  }
  const begun = await beginNextLine(by, earlier.trajectoryId, { dueDate: "2027-07-01", parity: null });
  assert.ok("trajectoryId" in begun, begun.code);
  return { earlier, next: begun.trajectoryId };
}
const decide = (actor: Actor, next: string, fromId: string, answers: Parameters<typeof takeOverEarlier>[1]["answers"]) =>
  takeOverEarlier(actor, { trajectoryId: next, fromId, answers, givenOn: today, way: "spoken" });

test("the next pregnancy shows what is known and takes along what got a yes, part by part; the earlier line stays as it is", async () => {
  const { earlier, next } = await aNextPregnancy();
  const before = [
    await signalsOf(midwife, earlier.trajectoryId),
    await planOf(midwife, earlier.trajectoryId),
    await talksOf(midwife, earlier.trajectoryId),
  ];
  const known = (await readEarlier(midwife, next))?.earlier[0];
  assert.deepEqual(
    known?.factors.map(({ code }) => code).toSorted((a, b) => a.localeCompare(b)),
    ["debt", "network"],
    "of the mother alone, and no context",
  );
  assert.deepEqual(known?.plan, ["Overzicht over de post", "Alle brieven open"]);
  assert.deepEqual([await signalsOf(midwife, next), (await planOf(midwife, next)).questions], [[], []], "looking takes nothing along");

  const taken = await decide(midwife, next, earlier.trajectoryId, { plan: true, signals: false });
  assert.ok("taken" in taken && taken.taken === 2, taken.code);
  assert.deepEqual(await signalsOf(midwife, next), [], "a no");
  assert.deepEqual(await talksOf(midwife, next), [], "not asked");
  const plan = await planOf(midwife, next);
  assert.deepEqual(
    [plan.questions[0]?.wording, plan.goals[0]?.wording, plan.goals[0]?.questionId],
    ["Overzicht over de post", "Alle brieven open", plan.questions[0]?.id],
  );
  assert.deepEqual(
    [
      await signalsOf(midwife, earlier.trajectoryId),
      await planOf(midwife, earlier.trajectoryId),
      await talksOf(midwife, earlier.trajectoryId),
    ],
    before,
  );
  assert.equal((await decide(midwife, next, earlier.trajectoryId, { plan: true })).code, "takeover-done-already");
  assert.equal((await decide(midwife, next, earlier.trajectoryId, { signals: true, talks: true })).code, "done", "a no may become a yes");
  assert.deepEqual(
    (await signalsOf(midwife, next)).flatMap(({ factors }) => factors).toSorted((a, b) => a.localeCompare(b)),
    ["debt", "network"],
  );
  assert.deepEqual(
    (await talksOf(midwife, next)).map(({ kind, risks }) => [kind, risks]),
    [["taken_over", "Hoge bloeddruk aan het eind"]],
  );
  const trail = await region.asOwner<{ outcome: string }>(
    "select outcome from trail_event where event = 'takeover.decided' and $1 = any(trajectory_ids) and $2 = any(trajectory_ids)",
    [next, earlier.trajectoryId],
  );
  assert.deepEqual(
    trail.map(({ outcome }) => outcome).toSorted((a, b) => a.localeCompare(b)),
    ["done", "done", "refused"],
  );
});

test("two who take the same part along at the same time take it along once", async () => {
  const { earlier, next } = await aNextPregnancy();
  const codes = (await Promise.all([1, 2].map(() => decide(midwife, next, earlier.trajectoryId, { plan: true })))).map(({ code }) => code);
  assert.deepEqual(
    codes.toSorted((a, b) => a.localeCompare(b)),
    ["done", "takeover-done-already"],
  );
  assert.equal((await planOf(midwife, next)).questions.length, 1);
});

test("the category of then, consents and the partner's data never come along", async () => {
  const { earlier, next } = await aNextPregnancy();
  await allow(midwife, earlier, region.organisationId("youthHealth"), ["identity"]);
  await decide(midwife, next, earlier.trajectoryId, { signals: true, plan: true, talks: true });
  const counts = await region.asOwner<{ consents: number; assessments: number; partner: number }>(
    `select (select count(*)::integer from consent where trajectory_id = $1) as consents, (select count(*)::integer from vulnerability_assessment where trajectory_id = $1) as assessments,
       (select count(*)::integer from signal where trajectory_id = $1 and own_person is not null) as partner`,
    [next],
  );
  assert.deepEqual(counts, [{ consents: 0, assessments: 0, partner: 0 }]);
  assert.equal((await readEarlier(midwife, next))?.earlier[0]?.consents.length, 1);
});

test("another organisation takes along only while the family lets it see the earlier line; after that there is nothing, and nothing that tells of it", async () => {
  const { earlier, next } = await aNextPregnancy(other);
  assert.equal((await readEarlier(other, next))?.earlier.length, 1);
  await region.asOwner(
    "with w as (update consent set withdrawn_on = app.today() where trajectory_id = $1 returning 1) select trust.recompute_grants($1) from (select count(*) from w) x",
    [earlier.trajectoryId],
  );
  await region.asOwner("select trust.recompute_grants($1)", [earlier.trajectoryId]);
  assert.equal(await readEarlier(other, next), null);
  assert.equal((await decide(other, next, earlier.trajectoryId, { plan: true })).code, "takeover-not-found");
  assert.deepEqual((await planOf(other, next)).questions, []);
  assert.equal(await readEarlier(midwife, next), null, "the practice knows nothing of the other's line");
});

test("from the line of another family nothing comes along, whoever asks", async () => {
  const { next } = await aNextPregnancy();
  const stranger = await aLine(midwife);
  assert.equal((await decide(midwife, next, stranger.trajectoryId, { plan: true })).code, "takeover-not-found");
  assert.equal((await decide(other, next, stranger.trajectoryId, { plan: true })).code, "takeover-not-found");
});
