import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer } from "../../../../main/testing/browse.ts";
import type { Actor } from "../../../../platform/db/actor.ts";
import { withActor } from "../../../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../../../registry/testing/aRegion.ts";
import { allow } from "../../../trajectory/testing/involve.ts";
import { anOfferOf, anOutsideOffer, aReferral, aSharingLine, candidatesOf, seenOf } from "../testing/aReferral.ts";
import { acceptReferral } from "./moveReferral.ts";
import { answerReferralLink, openReferralLink, sendReferralLink } from "./referralLink.ts";
import { findLink, type LinkAnswer } from "./referralLink.store.ts";
import { mostTries } from "../../../../trust/oneTimeLink/server/door.ts";

const today = "2026-11-09";
const nobody = { source: "test", requestId: "test" };
const yes: LinkAnswer = { state: "accepted", helper: "Toos", expectedOn: null, reason: null, note: null };
let region: Region;
let server: FastifyInstance;
let midwife: Actor;
let bank: Actor;
let outside: { offerId: string; organisationId: string };
before(async () => {
  region = await aRegion();
  await region.setToday(today);
  server = await aServer(); // links begin with where Wieg is reached
  midwife = await region.actor("midwife", "practice", "Marieke");
  bank = await region.actor("support_provider", "support", "Cora");
  outside = await anOutsideOffer(region, "koffie@example.org");
});
after(async () => {
  await server.close();
  await region.close();
});

/** A referral to someone without an account, its link (from the mail) and its code (from the page of who asked). */
async function aLink(more: readonly string[] = []) {
  const line = await aSharingLine(midwife, [outside.organisationId, bank.organisationId]);
  const all = await aReferral(midwife, line.trajectoryId, [outside.offerId, ...more]);
  const candidate = all.find(({ way }) => way === "link");
  assert.ok(candidate);
  assert.equal((await sendReferralLink(midwife, seenOf(candidate))).code, "done");
  return { line, all, candidate, ...(await newest(candidate.id)) };
}

async function newest(candidateId: string) {
  const [mail] = await region.asOwner<{ to_address: string; subject: string; body: string }>(
    "select to_address, subject, body from mail where once like 'referral-link%' order by id desc limit 1",
  );
  const link = await withActor(midwife, "referral.read", ({ db }) => findLink(db, candidateId, mostTries));
  return { mail, token: /verwijzing\/([\w-]+)/.exec(mail?.body ?? "")?.[1] ?? "", code: link?.code ?? "" };
}
const wrong = (code: string) => (code === "000000" ? "000001" : "000000");

test("the mail says nothing of whom or what, nor the code; the request behind it names nobody", async () => {
  const { mail, token, code } = await aLink();
  assert.equal(mail?.to_address, "koffie@example.org");
  assert.doesNotMatch(`${mail?.subject} ${mail?.body}`, new RegExp(`Sanne|Frijns|Koffie-ochtend|Heerlen|${code}`));
  const request = await openReferralLink(nobody, token, code);
  assert.deepEqual(
    [request?.offer, request?.municipality, request?.askedBy, request?.allowed],
    ["Koffie-ochtend", "Heerlen", "Marieke", true],
  );
  assert.doesNotMatch(JSON.stringify(request), /Sanne|Frijns|post/);
});

test("accepted once: who the family is is read once, the relation opens, who asked keeps it going, and the link is gone", async () => {
  const { line, candidate, token, code } = await aLink();
  const answered = await answerReferralLink(nobody, token, code, yes);
  assert.ok(answered.code === "done");
  assert.deepEqual([answered.family, answered.question], ["Sanne Frijns", "Kunt u helpen met de post?"]);
  assert.equal((await answerReferralLink(nobody, token, code, yes)).code, "link-gone");
  assert.equal(await openReferralLink(nobody, token, code), null);
  const [now] = await candidatesOf(midwife, line.trajectoryId);
  assert.deepEqual(now?.status, { state: "accepted", answeredOn: today, helper: { membershipId: null, name: "Toos" } });
  const relation = await region.asOwner("select from care_relation where trajectory_id = $1 and organisation_id = $2 and until is null", [
    line.trajectoryId,
    outside.organisationId,
  ]);
  assert.equal(relation.length, 1);
  const work = await region.asOwner<{ kind: string }>("select kind from work_item where subject_id = $1 and closed_at is null", [
    candidate.id,
  ]);
  assert.deepEqual(
    work.map(({ kind }) => kind),
    ["referral.chase"],
  );
});

test("too late, replaced, made up, another's code, or the code guessed too often: all answer alike", async () => {
  const { candidate, token, code } = await aLink();
  const other = await aLink();
  assert.equal(await openReferralLink(nobody, other.token, wrong(other.code)), null);
  assert.equal(await openReferralLink(nobody, `${token}x`, code), null);
  await sendReferralLink(midwife, seenOf(candidate));
  assert.equal(await openReferralLink(nobody, token, code), null, "replaced by a newer one");
  const again = await newest(candidate.id);
  await region.setToday("2026-11-17");
  assert.equal(await openReferralLink(nobody, again.token, again.code), null, "too late");
  await region.setToday(today);
  assert.ok(await openReferralLink(nobody, again.token, again.code));
  for (let times = 0; times < mostTries; times += 1) assert.equal(await openReferralLink(nobody, again.token, wrong(again.code)), null);
  assert.equal(await openReferralLink(nobody, again.token, again.code), null, "guessed too often");
});

test("consent withdrawn between opening the link and accepting: nothing is told", async () => {
  const { line, token, code } = await aLink();
  assert.ok(await openReferralLink(nobody, token, code));
  await region.asOwner("update consent set withdrawn_on = $2 where trajectory_id = $1", [line.trajectoryId, today]);
  const answered = await answerReferralLink(nobody, token, code, yes);
  assert.deepEqual([answered.code, "family" in answered], ["referral-no-consent", false]);
  await allow(midwife, line, outside.organisationId, ["identity"]);
  assert.equal((await answerReferralLink(nobody, token, code, yes)).code, "done");
});

test("declined and waitlisted by link; a day that can't be", async () => {
  const first = await aLink();
  const later = { ...yes, state: "waitlisted" as const, helper: null };
  assert.equal((await answerReferralLink(nobody, first.token, first.code, { ...later, expectedOn: today })).code, "referral-day-wrong");
  const waiting = await answerReferralLink(nobody, first.token, first.code, { ...later, expectedOn: "2027-01-04" });
  assert.ok(waiting.code === "done");
  assert.equal(waiting.family, null);
  const second = await aLink();
  assert.equal(
    (await answerReferralLink(nobody, second.token, second.code, { ...later, state: "declined", reason: "no_room" })).code,
    "done",
  );
  assert.equal((await candidatesOf(midwife, second.line.trajectoryId))[0]?.status.state, "declined");
});

test("by link and in Wieg in the same instant: one has it", async () => {
  const inWieg = await anOfferOf(bank);
  const { line, all, token, code } = await aLink([inWieg]);
  const candidate = all.find(({ way }) => way === "wieg");
  assert.ok(candidate);
  const outcomes = await Promise.all([acceptReferral(bank, seenOf(candidate)), answerReferralLink(nobody, token, code, yes)]);
  assert.equal(outcomes.filter((outcome) => outcome.code === "done").length, 1);
  const states = (await candidatesOf(midwife, line.trajectoryId)).map(({ status }) => status.state).toSorted((a, b) => a.localeCompare(b));
  assert.deepEqual(states, ["accepted", "taken"]);
});

test("on paper: only the organisation that asked enters what the partner wrote", async () => {
  const paper = await anOutsideOffer(region, null);
  const line = await aSharingLine(midwife, [paper.organisationId]);
  const [candidate] = await aReferral(midwife, line.trajectoryId, [paper.offerId]);
  assert.ok(candidate);
  assert.deepEqual([candidate.way, /^[A-Z2-9]{4}-[A-Z2-9]{4}$/.test(candidate.paperCode ?? "")], ["paper", true]);
  assert.equal((await acceptReferral(midwife, seenOf(candidate))).code, "referral-reason-needed");
  assert.equal((await acceptReferral(midwife, { ...seenOf(candidate), helper: "Toos" })).code, "done");
  assert.equal((await sendReferralLink(midwife, seenOf(candidate))).code, "referral-not-found");
});

test("a code that is left out opens nothing and answers nothing, and counts as a wrong one", async () => {
  const { token } = await aLink();
  const left = null as unknown as string;
  assert.equal(await openReferralLink(nobody, token, left), null);
  assert.equal((await answerReferralLink(nobody, token, left, yes)).code, "link-gone");
  const [link] = await region.asOwner<{ tries: number }>("select tries from one_time_link order by made_at desc limit 1");
  assert.equal(link?.tries, 2);
});
