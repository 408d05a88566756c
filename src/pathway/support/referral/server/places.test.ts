import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Actor } from "../../../../platform/db/actor.ts";
import { withActor } from "../../../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../../../registry/testing/aRegion.ts";
import { addQuestion } from "../../../plan/server/changePlan.ts";
import { addedAgreement, partOf } from "../../../plan/testing/aPlan.ts";
import type { Candidate } from "../referral.ts";
import { anOfferOf, anOutsideOffer, aReferral, aSharingLine, candidatesOf, seenOf } from "../testing/aReferral.ts";
import { askReferral } from "./askReferral.ts";
import { helpForPlan } from "./helpForPlan.ts";
import * as make from "./moveReferral.ts";
import { readReferral } from "./readReferral.ts";

// The places of an offer, and the part of the plan that a referral carries out.

const today = "2026-11-09";
let region: Region;
let midwife: Actor;
let bank: Actor;
let other: Actor;
before(async () => {
  region = await aRegion();
  await region.setToday(today);
  midwife = await region.actor("midwife", "practice", "Marieke");
  bank = await region.actor("support_provider", "support", "Cora");
  other = await region.actor("support_provider", "support", "Ted");
});
after(() => region.close());

const group = (available: number | null, maximum: number | null = 8) =>
  anOfferOf(bank, { name: `Groep ${available}`, capacityAvailable: available, capacityMaximum: available === null ? null : maximum });
/** A family that asked for this offer. */
async function asked(offer: string): Promise<Candidate> {
  const line = await aSharingLine(midwife, [bank.organisationId]);
  const found = (await aReferral(midwife, line.trajectoryId, [offer])).find((one) => one.offer.id === offer);
  assert.ok(found);
  return found;
}
const free = async (offer: string) =>
  (await region.asOwner<{ free: number | null }>("select capacity_available as free from support_offer where id = $1", [offer]))[0]?.free;

test("an acceptance takes a place; completion, stopping and withdrawing each give it back, once", async () => {
  const offer = await group(3);
  const [a, b, c] = [await asked(offer), await asked(offer), await asked(offer)];
  for (const one of [a, b, c]) assert.equal((await make.acceptReferral(bank, seenOf(one))).code, "done");
  assert.equal(await free(offer), 0);
  await make.startReferral(bank, { ...seenOf(a), version: 2, on: today });
  assert.equal((await make.completeReferral(bank, { ...seenOf(a), version: 3, words: "Klaar." })).code, "done");
  assert.equal(await free(offer), 1);
  const stopped = { reason: "moved", note: null, words: null } as const;
  assert.equal((await make.stopReferral(bank, { ...seenOf(b), version: 2, ...stopped })).code, "done");
  assert.equal((await make.stopReferral(bank, { ...seenOf(b), version: 3, ...stopped })).code, "referral-not-in-state");
  assert.equal((await make.withdrawReferral(midwife, { ...seenOf(c), version: 2, by: "family", note: null })).code, "done");
  assert.equal(await free(offer), 3);
});

test("two take the last place in the same instant: one has it, the other is told to use the waiting list", async () => {
  for (let round = 0; round < 4; round += 1) {
    const offer = await group(1);
    const [a, b] = [await asked(offer), await asked(offer)];
    const outcomes = await Promise.all([make.acceptReferral(bank, seenOf(a)), make.acceptReferral(other, seenOf(b))]);
    assert.deepEqual(
      outcomes.map(({ code }) => code).toSorted((x, y) => x.localeCompare(y)),
      ["done", "referral-last-place-gone"],
    );
    assert.equal(await free(offer), 0);
    const late = outcomes[0].code === "done" ? b : a;
    const [now] = (await candidatesOf(midwife, late.trajectoryId)).filter(({ id }) => id === late.id);
    assert.equal(now?.status.state, "requested", "nothing changed for who came second");
    assert.equal((await make.waitlistReferral(bank, { ...seenOf(late), expectedOn: "2027-01-04", bridgeOfferId: null })).code, "done");
  }
});

test("a refused acceptance leaves a trace of who tried, and what waits stays on the list", async () => {
  const offer = await group(0);
  const line = await aSharingLine(midwife, [bank.organisationId]);
  const [one] = await aReferral(midwife, line.trajectoryId, [offer], { evenIfFull: true });
  assert.ok(one);
  assert.equal((await make.acceptReferral(bank, seenOf(one))).code, "referral-last-place-gone");
  const [trail] = await region.asOwner<{ outcome: string }>(
    "select outcome from trail_event where event = 'referral.accepted' and $1 = any(trajectory_ids) order by at desc limit 1",
    [line.trajectoryId],
  );
  assert.equal(trail?.outcome, "refused");
  const work = await region.asOwner("select from work_item where subject_id = $1 and kind = 'referral.answer' and closed_at is null", [
    one.id,
  ]);
  assert.equal(work.length, 1);
});

test("where nobody counts places nothing is counted; what is given back is never more than there is in all", async () => {
  const uncounted = await group(null);
  const a = await asked(uncounted);
  assert.equal((await make.acceptReferral(bank, seenOf(a))).code, "done");
  assert.equal(await free(uncounted), null);
  const offer = await group(2, 2);
  const b = await asked(offer);
  await make.acceptReferral(bank, seenOf(b));
  await region.asOwner("update support_offer set capacity_available = 2 where id = $1", [offer]);
  await make.withdrawReferral(midwife, { ...seenOf(b), version: 2, by: "family", note: null });
  assert.equal(await free(offer), 2);
});

test("who keeps the offer and has its form open is told that a place went meanwhile", async () => {
  const offer = await group(2);
  const version = async () =>
    (await region.asOwner<{ version: number }>("select version from support_offer where id = $1", [offer]))[0]?.version ?? 0;
  const before = await version();
  await make.acceptReferral(bank, seenOf(await asked(offer)));
  assert.equal(await version(), before + 1);
});

test("a partner without Wieg knows her own places: she is not held back by ours", async () => {
  const outside = await anOutsideOffer(region, null);
  await region.asOwner("update support_offer set capacity_available = 0, capacity_maximum = 4 where id = $1", [outside.offerId]);
  const line = await aSharingLine(midwife, [outside.organisationId]);
  const [one] = await aReferral(midwife, line.trajectoryId, [outside.offerId], { evenIfFull: true });
  assert.ok(one);
  assert.equal((await make.acceptReferral(midwife, { ...seenOf(one), helper: "Toos" })).code, "done");
  assert.equal(await free(outside.offerId), 0);
});

test("the database keeps the places by itself: no acceptance past the last, and nobody says that she had a place", async () => {
  const offer = await group(1);
  const [a, b] = [await asked(offer), await asked(offer)];
  const force = (one: Candidate, set: object) =>
    withActor(bank, "referral.forced", ({ db }) => db.updateTable("referral_candidate").set(set).where("id", "=", one.id).execute());
  const accepted = { state: "accepted", answered_on: today, accepted_by: bank.membershipId } as const;
  await force(a, accepted);
  await assert.rejects(force(b, accepted), { code: "23001" });
  await force(b, { place_taken: true, note: "Verzonnen" });
  await make.declineReferral(bank, { ...seenOf(b), reason: "no_room", note: null });
  assert.equal(await free(offer), 0);
});

test("a referral carries out a question or an agreement of the plan: shown on both sides, and nothing typed again", async () => {
  const offer = await group(5);
  const line = await aSharingLine(midwife, [bank.organisationId]);
  const { trajectoryId } = line;
  await addQuestion(midwife, { trajectoryId, wording: "Rust in het geld", factors: [] });
  const question = await partOf(midwife, trajectoryId, "question", "Rust in het geld");
  const agreementId = await addedAgreement(midwife, trajectoryId);
  const [one] = await aReferral(midwife, trajectoryId, [offer], { link: { kind: "question", id: question.id } });
  assert.ok(one);
  assert.deepEqual((await readReferral(midwife, trajectoryId, one.id))?.plan?.wording, "Rust in het geld");
  const inPlan = await withActor(midwife, "plan.read", (work) => helpForPlan.list(work, trajectoryId));
  assert.deepEqual(
    inPlan.map(({ about, title, stand }) => [about, title, stand.text]),
    [[question.id, "Groep 5 (Kredietbank)", "gevraagd"]],
  );
  await make.acceptReferral(bank, seenOf(one));
  const seen = await readReferral(bank, trajectoryId, one.id);
  assert.deepEqual([seen?.question, seen?.plan], ["Kunt u helpen met de post?", null], "who helps reads what was asked, not the plan");
  const again = { trajectoryId, offerIds: [await group(4)], question: null, urgent: false, feedbackAllowed: true, evenIfFull: false };
  assert.equal((await askReferral(midwife, { ...again, link: { kind: "agreement", id: agreementId } })).code, "done");
});

test("what does not stand open in this family's plan can't be carried out", async () => {
  const offer = await group(4);
  const [mine, theirs] = [await aSharingLine(midwife, [bank.organisationId]), await aSharingLine(midwife, [])];
  const elsewhere = await addedAgreement(midwife, theirs.trajectoryId);
  const ask = {
    trajectoryId: mine.trajectoryId,
    offerIds: [offer],
    question: null,
    urgent: false,
    feedbackAllowed: true,
    evenIfFull: false,
  };
  assert.equal((await askReferral(midwife, { ...ask, link: { kind: "agreement", id: elsewhere } })).code, "referral-plan-part-gone");
  assert.deepEqual(await candidatesOf(midwife, mine.trajectoryId), []);
});
