import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import type { Actor } from "../../../../platform/db/actor.ts";
import { withActor } from "../../../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../../../registry/testing/aRegion.ts";
import { findFamilyOfLine } from "../../../../registry/server/door.ts";
import { recordAnswer } from "../../../../trust/consent/server/recordAnswer.ts";
import { anAnswer } from "../../../../trust/consent/testing/anAnswer.ts";
import type { Candidate } from "../referral.ts";
import { anOfferOf, aReferral, aSharingLine, candidatesOf, seenOf } from "../testing/aReferral.ts";
import { askReferral, type AskInput } from "./askReferral.ts";
import * as make from "./moveReferral.ts";
import { findCandidate, findQuestion, listReports } from "./referral.store.ts";
import { referralConsentListener } from "./referralConsentListener.ts";
import { escalateReferralsTask } from "./referralTasks.ts";

const today = "2026-11-09";
let region: Region;
let midwife: Actor;
let bank: Actor;
let brug: Actor;
let offers: { bank: string; brug: string };
before(async () => {
  region = await aRegion();
  await region.setToday(today);
  midwife = await region.actor("midwife", "practice", "Marieke");
  bank = await region.actor("support_provider", "support", "Cora");
  brug = await region.actor("youth_nurse", "youthHealth", "Ineke");
  offers = { bank: await anOfferOf(bank, { name: "Schuldhulp" }), brug: await anOfferOf(brug, { name: "Stevig Ouderschap" }) };
});
after(() => region.close());

const aLineFor = (...actors: readonly Actor[]) =>
  aSharingLine(
    midwife,
    actors.map(({ organisationId }) => organisationId),
  );
const now = async (actor: Actor, one: Candidate) => {
  const found = await withActor(actor, "referral.read", ({ db }) => findCandidate(db, one.trajectoryId, one.id));
  assert.ok(found);
  return found;
};
const one = (all: readonly Candidate[], offer: string): Candidate => {
  const found = all.find((candidate) => candidate.offer.id === offer);
  assert.ok(found);
  return found;
};
const family = (actor: Actor, trajectoryId: string) =>
  withActor(actor, "family.read", async ({ db }) => (await findFamilyOfLine(db, trajectoryId))?.members[0]?.givenName ?? null);
/** Open work of a candidate: kind, side, and whose it is. */
const work = async ({ id }: Candidate) =>
  (
    await region.asOwner<{ kind: string; side: string; who: string }>(
      `select substr(w.kind, 10) as kind, w.side, coalesce(p.display_name, t.role) as who from work_item w left join membership m on m.principal = w.principal
       left join professional p on p.id = m.professional_id left join team t on t.principal = w.principal where w.subject_id = $1 and w.closed_at is null order by 1, 2, 3`,
      [id],
    )
  ).map(({ kind, side, who }) => `${kind} ${side} ${who}`);

test("before it accepts a candidate reads its own row alone, and nothing that says who the family is", async () => {
  const line = await aLineFor(bank, brug);
  const asked = one(await aReferral(midwife, line.trajectoryId, [offers.bank]), offers.bank);
  assert.deepEqual([asked.municipality, asked.period, asked.weeksFrom], ["Heerlen", "pregnancy", 20]);
  assert.equal((await now(bank, asked)).offer.name, "Schuldhulp");
  assert.deepEqual([await family(bank, line.trajectoryId), await family(midwife, line.trajectoryId)], [null, "Sanne"]);
  assert.equal(await withActor(bank, "referral.read", ({ db }) => findQuestion(db, asked.referralId)), null);
  assert.deepEqual(await work(asked), ["answer mine support_provider", "awaited waiting Marieke"]);
  const stranger = await region.actor("midwife", "otherPractice");
  assert.equal((await make.acceptReferral(stranger, seenOf(asked))).code, "referral-not-found");
});

test("from request to completion: the relation opens with acceptance and ends with the help; who asked hears it", async () => {
  const line = await aLineFor(bank);
  const asked = one(await aReferral(midwife, line.trajectoryId, [offers.bank]), offers.bank);
  assert.equal((await make.acceptReferral(bank, seenOf(asked))).code, "done");
  assert.equal(await family(bank, line.trajectoryId), "Sanne");
  assert.equal(await withActor(bank, "referral.read", ({ db }) => findQuestion(db, asked.referralId)), "Kunt u helpen met de post?");
  assert.deepEqual(await work(asked), ["running waiting Marieke", "start mine Cora"]);
  assert.equal((await make.startReferral(bank, { ...seenOf(asked), version: 2, on: today })).code, "done");
  assert.equal((await make.reportReferral(bank, { ...seenOf(asked), version: 3, words: "Het loopt." })).code, "done");
  assert.deepEqual(await work(asked), ["report mine Cora", "reported mine Marieke", "running waiting Marieke"]);
  assert.equal((await make.completeReferral(bank, { ...seenOf(asked), version: 4, words: "De post is op orde." })).code, "done");
  assert.deepEqual(await work(asked), ["completed mine Marieke"]);
  const reports = await withActor(midwife, "referral.read", ({ db }) => listReports(db, asked.id));
  assert.deepEqual(
    reports.map(({ words }) => words),
    ["De post is op orde.", "Het loopt."],
  );
  await make.seeReferral(midwife, seenOf(asked));
  assert.deepEqual(await work(asked), []);
  await region.setToday("2026-11-10");
  assert.equal(await family(bank, line.trajectoryId), null);
  await region.setToday(today);
});

test("where the family does not want it, who asked does not hear how it went", async () => {
  const line = await aLineFor(bank);
  const asked = one(await aReferral(midwife, line.trajectoryId, [offers.bank], { feedbackAllowed: false }), offers.bank);
  await make.acceptReferral(bank, seenOf(asked));
  await make.startReferral(bank, { ...seenOf(asked), version: 2, on: today });
  await make.completeReferral(bank, { ...seenOf(asked), version: 3, words: "Alleen voor ons." });
  assert.deepEqual(await withActor(midwife, "referral.read", ({ db }) => listReports(db, asked.id)), []);
});

test("two accept in the same instant: one has it, the other is told, and learns nothing", async () => {
  for (let round = 0; round < 4; round += 1) {
    const line = await aLineFor(bank, brug);
    const all = await aReferral(midwife, line.trajectoryId, [offers.bank, offers.brug]);
    const [a, b] = [one(all, offers.bank), one(all, offers.brug)];
    const outcomes = await Promise.all([make.acceptReferral(bank, seenOf(a)), make.acceptReferral(brug, seenOf(b))]);
    assert.deepEqual(
      outcomes.map(({ code }) => code).toSorted((x, y) => x.localeCompare(y)),
      ["done", "referral-taken"],
    );
    const [winner, loser, lost, name] = outcomes[0].code === "done" ? [bank, brug, b, "youth_nurse"] : [brug, bank, a, "support_provider"];
    assert.deepEqual([await family(winner, line.trajectoryId), await family(loser, line.trajectoryId)], ["Sanne", null]);
    assert.equal((await now(loser, lost)).status.state, "taken");
    assert.ok((await work(lost)).includes(`taken mine ${name}`), (await work(lost)).join());
    const given = await region.asOwner("select from referral_candidate where trajectory_id = $1 and state = 'accepted'", [
      line.trajectoryId,
    ]);
    assert.equal(given.length, 1);
  }
});

test("no consent, no request: a clear no names the offer; a consent that is too narrow too", async () => {
  const line = await aLineFor(brug);
  const ask = (change: Partial<AskInput> = {}) =>
    askReferral(midwife, {
      trajectoryId: line.trajectoryId,
      offerIds: [offers.bank],
      question: null,
      urgent: false,
      feedbackAllowed: true,
      evenIfFull: false,
      ...change,
    });
  const outcome = await ask();
  assert.deepEqual([outcome.code, "facts" in outcome && outcome.facts["offer"]], ["referral-no-consent", "Schuldhulp"]);
  assert.equal((await ask({ offerIds: [offers.brug, offers.bank] })).code, "referral-no-consent");
  assert.deepEqual(await candidatesOf(midwife, line.trajectoryId), []);
  assert.equal((await ask({ offerIds: [] })).code, "referral-nobody-asked");
  assert.equal((await ask({ trajectoryId: randomUUID() })).code, "referral-not-found");
});

test("consent withdrawn between opening the page and pressing: nothing is accepted, and both sides know", async () => {
  const line = await aLineFor(bank);
  const asked = one(await aReferral(midwife, line.trajectoryId, [offers.bank]), offers.bank);
  const no = anAnswer({
    trajectoryId: line.trajectoryId,
    about: line.motherId,
    purpose: "sharing",
    given: false,
    reason: "Toch niet",
    recipients: [{ organisationId: bank.organisationId }],
    parts: [],
  });
  await recordAnswer(midwife, no, [referralConsentListener]);
  assert.ok((await work(asked)).includes("consent-gone mine Marieke"));
  assert.equal((await make.acceptReferral(bank, seenOf(asked))).code, "referral-no-consent");
  await recordAnswer(midwife, { ...no, given: true, reason: null, parts: ["identity"] }, [referralConsentListener]);
  assert.ok(!(await work(asked)).some((item) => item.startsWith("consent-gone")));
  assert.equal((await make.declineReferral(bank, { ...seenOf(asked), reason: "no_room", note: null })).code, "done");
});

test("who was asked and does not know the family yet can't withdraw the request, not past the use case either", async () => {
  const line = await aLineFor(bank);
  const asked = one(await aReferral(midwife, line.trajectoryId, [offers.bank]), offers.bank);
  const withdrawn = { state: "withdrawn", withdrawn_by: "asking", ended_by: "asking", ended_on: today, version: 2 } as const;
  await assert.rejects(
    withActor(bank, "referral.read", ({ db }) => db.updateTable("referral_candidate").set(withdrawn).where("id", "=", asked.id).execute()),
    { code: "42501" },
  );
  assert.equal((await now(bank, asked)).status.state, "requested");
});

test("an offer that filled up between opening the page and sending is refused, and may be asked for the waiting list", async () => {
  const full = await anOfferOf(bank, { name: "Volle groep", capacityAvailable: 0, capacityMaximum: 8 });
  const line = await aLineFor(bank);
  const input = { trajectoryId: line.trajectoryId, offerIds: [full], question: null, urgent: false, feedbackAllowed: true };
  assert.equal((await askReferral(midwife, { ...input, evenIfFull: false })).code, "referral-offer-full");
  assert.equal((await askReferral(midwife, { ...input, evenIfFull: true })).code, "done");
  assert.equal((await askReferral(midwife, { ...input, evenIfFull: true })).code, "referral-asked-already");
});

test("the same form sent twice asks once", async () => {
  const line = await aLineFor(bank);
  const input = {
    trajectoryId: line.trajectoryId,
    offerIds: [offers.bank],
    question: null,
    urgent: true,
    feedbackAllowed: true,
    evenIfFull: false,
  };
  const requestKey = randomUUID();
  const [first, again] = [await askReferral({ ...midwife, requestKey }, input), await askReferral({ ...midwife, requestKey }, input)];
  assert.deepEqual(first, again);
  const all = await candidatesOf(midwife, line.trajectoryId);
  assert.deepEqual([all.length, all[0]?.answerBy], [1, "2026-11-10"]);
});

test("declined by all, waiting with a bridge, withdrawn: nothing disappears silently", async () => {
  const line = await aLineFor(bank, brug);
  const all = await aReferral(midwife, line.trajectoryId, [offers.bank, offers.brug]);
  const [a, b] = [one(all, offers.bank), one(all, offers.brug)];
  assert.equal((await make.declineReferral(bank, { ...seenOf(a), reason: "other", note: null })).code, "referral-reason-needed");
  assert.equal((await make.declineReferral(bank, { ...seenOf(a), reason: "other", note: "Geen Pools" })).code, "done");
  assert.deepEqual(await work(a), ["declined mine Marieke"]);
  assert.equal((await make.waitlistReferral(brug, { ...seenOf(b), expectedOn: today, bridgeOfferId: null })).code, "referral-day-wrong");
  assert.equal((await make.waitlistReferral(brug, { ...seenOf(b), expectedOn: "2027-01-04", bridgeOfferId: null })).code, "done");
  assert.deepEqual(await work(b), ["awaited waiting Marieke", "bridge mine Marieke", "waiting mine youth_nurse"]);
  assert.equal((await make.bridgeReferral(midwife, { ...seenOf(b), version: 2, offerId: offers.bank })).code, "done");
  assert.deepEqual(await work(b), ["awaited waiting Marieke", "waiting mine youth_nurse"]);
  const waiting = (await now(midwife, b)).status;
  assert.equal(waiting.state === "waitlisted" && waiting.bridge?.name, "Schuldhulp");
  assert.equal((await make.withdrawReferral(brug, { ...seenOf(b), version: 3, by: "asking", note: null })).code, "referral-not-your-side");
  assert.equal((await make.withdrawReferral(midwife, { ...seenOf(b), version: 3, by: "family", note: null })).code, "done");
  assert.deepEqual(await work(b), ["withdrawn mine youth_nurse"]);
});

test("the family tells who helps that it stops: who asked hears it, and the relation ends", async () => {
  const line = await aLineFor(bank);
  const asked = one(await aReferral(midwife, line.trajectoryId, [offers.bank]), offers.bank);
  await make.acceptReferral(bank, seenOf(asked));
  assert.equal((await make.withdrawReferral(bank, { ...seenOf(asked), version: 2, by: "family", note: null })).code, "done");
  assert.deepEqual(await work(asked), ["withdrawn mine Marieke"]);
  const [relation] = await region.asOwner<{ until: string }>(
    "select until from care_relation where trajectory_id = $1 and organisation_id = $2",
    [line.trajectoryId, bank.organisationId],
  );
  assert.equal(String(relation?.until), today);
});

test("no answer in the term, a helper who left, an organisation that closed: put before who asked and the case lead", async () => {
  const line = await aLineFor(bank);
  const lead = await region.actor("municipal_worker", "municipality", "Sjef");
  await region.asOwner(
    "insert into case_lead (trajectory_id, membership_id, professional_id, organisation_id, role, basis, author_organisation_id) values ($1, $2, $3, $4, 'municipal_worker', 'assessment', $4)",
    [line.trajectoryId, lead.membershipId, lead.professionalId, lead.organisationId],
  );
  const asked = one(await aReferral(midwife, line.trajectoryId, [offers.bank]), offers.bank);
  await escalateReferralsTask.run({});
  assert.ok(!(await work(asked)).some((item) => item.startsWith("late")));
  await region.setToday("2026-11-17");
  await escalateReferralsTask.run({});
  await escalateReferralsTask.run({});
  assert.deepEqual(
    (await work(asked)).filter((item) => item.startsWith("late")),
    ["late mine Marieke", "late mine Sjef"],
  );
  await region.setToday(today);
  const leaving = await region.actor("support_provider", "support", "Weg");
  await make.acceptReferral(leaving, seenOf(asked));
  await region.asOwner("update membership set until = app.today() - 1 where id = $1", [leaving.membershipId]);
  await escalateReferralsTask.run({});
  assert.deepEqual(
    (await work(asked)).filter((item) => item.startsWith("late")),
    ["late mine Marieke", "late mine Sjef", "late mine support_provider"],
  );
});

test("the database keeps the moves by itself: no leap, no move of the other side, no request without consent", async () => {
  const line = await aLineFor(bank);
  const asked = one(await aReferral(midwife, line.trajectoryId, [offers.bank]), offers.bank);
  const force = (actor: Actor, set: object) =>
    withActor(actor, "referral.forced", ({ db }) => db.updateTable("referral_candidate").set(set).where("id", "=", asked.id).execute());
  await assert.rejects(force(bank, { state: "completed", ended_on: today, answered_on: today, accepted_by: bank.membershipId }), {
    code: "23001",
  });
  await assert.rejects(force(midwife, { state: "accepted", answered_on: today, accepted_by: midwife.membershipId }), { code: "42501" });
  await assert.rejects(force(bank, { state: "taken", ended_on: today }), { code: "23001" });
  await assert.rejects(force(bank, { feedback_allowed: false }), { code: "23001" });
});
