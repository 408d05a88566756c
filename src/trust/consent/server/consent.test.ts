import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { randomUUID } from "node:crypto";
import { findLine } from "../../../pathway/trajectory/server/door.ts";
import { aLine } from "../../../pathway/trajectory/testing/aLine.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { answerRelationOffer, offerRelation } from "../../access/server/door.ts";
import { anAnswer } from "../testing/anAnswer.ts";
import { findAnswerFor, listAnswers, recordConsent, type Answer } from "./consent.store.ts";
import { limitAnswer } from "./limitAnswer.ts";
import { readConsents } from "./readConsents.ts";
import { recordAnswer } from "./recordAnswer.ts";
import { withdrawAnswer } from "./withdrawAnswer.ts";

const today = "2026-11-09";
let region: Region;
let midwife: Actor;
let nurse: Actor;
let worker: Actor;
let line: Awaited<ReturnType<typeof aLine>>;

before(async () => {
  region = await aRegion();
  await region.setToday(today);
  midwife = await region.actor("midwife", "practice");
  nurse = await region.actor("youth_nurse", "youthHealth");
  worker = await region.actor("municipal_worker", "municipality");
});
after(() => region.close());

/** A line with a partner, on which the youth health service and the municipality are involved, without any consent. */
beforeEach(async () => {
  await region.setToday(today);
  line = await aLine(midwife, { partner: { givenName: "Bilal", prefix: null, familyName: "Kaya", birthDate: "1990-02-03" } });
  for (const [actor, basis] of [
    [nurse, "home_visit"],
    [worker, "request"],
  ] as const) {
    await withActor(midwife, "relation.offered", ({ db }) =>
      offerRelation(db, { trajectoryId: line.trajectoryId, organisationId: actor.organisationId, basis }),
    );
    await withActor(actor, "relation.accepted", ({ db }) =>
      answerRelationOffer(db, { trajectoryId: line.trajectoryId, basis, accept: true }),
    );
  }
});

const sees = (actor: Actor) => withActor(actor, "family.read", async ({ db }) => (await findLine(db, line.trajectoryId)) !== null);
const seesPerson = (actor: Actor, id: string) =>
  withActor(
    actor,
    "family.read",
    async ({ db }) => (await db.selectFrom("family_member").select("id").where("id", "=", id).execute()).length === 1,
  );
const answers = () => withActor(midwife, "consent.read", ({ db }) => listAnswers(db, line.trajectoryId));
const ours = async (part: Partial<Answer>) =>
  (await answers()).find((one) => Object.entries(part).every(([key, value]) => one[key as keyof Answer] === value));
const record = (part: Partial<Parameters<typeof anAnswer>[0]> = {}, actor = midwife) =>
  recordAnswer(
    actor,
    anAnswer({ trajectoryId: line.trajectoryId, about: line.motherId, recipients: [{ organisationId: nurse.organisationId }], ...part }),
  );
const partsOf = async (actor: Actor) =>
  (
    await region.asOwner<{ name: string }>(
      `select distinct p.name from access_grant g join part p on p.code = g.part join team t on t.principal = g.principal
   where g.trajectory_id = $1 and t.organisation_id = $2 and t.role = $3 and g.part <> 0 and g.until >= $4 order by 1`,
      [line.trajectoryId, actor.organisationId, actor.role, today],
    )
  ).map(({ name }) => name);

test("without consent nobody but the author sees the line, though they are involved", async () => {
  assert.deepEqual([await sees(midwife), await sees(nurse), await sees(worker)], [true, false, false]);
});

test("a yes opens the line at the next request, for whom it names alone", async () => {
  assert.equal((await record()).code, "done");
  assert.deepEqual([await sees(nurse), await sees(worker)], [true, false]);
});

test("a yes opens the parts it names, and what belongs to them", async () => {
  await record({ parts: ["identity", "plan"] });
  assert.deepEqual(await partsOf(nurse), ["identity", "own_agreements", "plan"]);
});

test("a yes to a role opens it for that role in each organisation involved, not for another", async () => {
  await record({ recipients: [{ role: "municipal_worker" }] });
  assert.deepEqual([await sees(worker), await sees(nurse)], [true, false]);
  assert.equal(await sees(await region.actor("knooppunt_coordinator", "municipality")), false);
});

test("withdrawing closes it at the next request", async () => {
  await record();
  const answer = await ours({ given: true });
  assert.ok(answer);
  assert.deepEqual(await withdrawAnswer(midwife, { trajectoryId: line.trajectoryId, consentId: answer.id, version: answer.version }), {
    code: "done",
    visible: true,
  });
  assert.equal(await sees(nurse), false);
  assert.deepEqual(await partsOf(nurse), []);
  assert.equal((await ours({ id: answer.id }))?.withdrawnOn, today);
});

test("a nurse may record the withdrawal herself, and then sees the line no more", async () => {
  await record();
  const answer = await ours({ given: true });
  assert.deepEqual(await withdrawAnswer(nurse, { trajectoryId: line.trajectoryId, consentId: answer?.id ?? "", version: 1 }), {
    code: "done",
    visible: false,
  });
  assert.equal(await sees(nurse), false);
});

test("limiting ends the wider answer and begins the narrower one in one act", async () => {
  await record();
  const wide = await ours({ given: true });
  assert.equal(
    (
      await limitAnswer(midwife, {
        trajectoryId: line.trajectoryId,
        consentId: wide?.id ?? "",
        version: 1,
        parts: ["identity", "plan"],
        medicalToo: false,
        until: null,
        way: "spoken",
      })
    ).code,
    "done",
  );
  assert.deepEqual(await partsOf(nurse), ["identity", "own_agreements", "plan"]);
  assert.deepEqual(
    (await answers()).map((one) => `${one.withdrawnOn} ${one.replaced}`).toSorted((a, b) => a.localeCompare(b)),
    [`${today} true`, "null false"],
  );
});

test("limiting may add nothing", async () => {
  await record({ parts: ["identity"] });
  const answer = await ours({ given: true });
  const outcome = await limitAnswer(midwife, {
    trajectoryId: line.trajectoryId,
    consentId: answer?.id ?? "",
    version: 1,
    parts: ["identity", "plan"],
    medicalToo: false,
    until: null,
    way: "spoken",
  });
  assert.equal(outcome.code, "consent-not-narrower");
});

test("an answer with a last day holds on that day and not after it", async () => {
  await record({ until: "2026-11-10" });
  await region.setToday("2026-11-10");
  assert.equal(await sees(nurse), true);
  await region.setToday("2026-11-11");
  assert.equal(await sees(nurse), false);
});

test("an answer of a day that has not come cannot be recorded, and opens nothing if it stood there", async () => {
  assert.equal((await record({ givenOn: "2026-11-10" })).code, "consent-in-future");
  await region.asOwner(
    `insert into consent (trajectory_id, about_person, purpose, recipient_organisation_id, parts, given_by, given_on, way, recorded_by, author_organisation_id)
     values ($1, $2, 'sharing', $3, '{identity}', 'self', '2026-11-10', 'spoken', $4, $5)`,
    [line.trajectoryId, line.motherId, nurse.organisationId, midwife.professionalId, midwife.organisationId],
  );
  await record({ recipients: [{ organisationId: worker.organisationId }] }); // makes the grants anew
  assert.equal(await sees(nurse), false);
});

test("the partner's data need the partner's own yes", async () => {
  const partner = line.partnerId ?? "";
  await record();
  assert.deepEqual([await seesPerson(nurse, line.motherId), await seesPerson(nurse, partner)], [true, false]);
  await record({ about: partner });
  assert.equal(await seesPerson(nurse, partner), true);
  const his = await ours({ aboutPerson: partner });
  await withdrawAnswer(midwife, { trajectoryId: line.trajectoryId, consentId: his?.id ?? "", version: 1 });
  assert.deepEqual([await seesPerson(nurse, line.motherId), await seesPerson(nurse, partner)], [true, false]);
});

test("nobody can pass her yes off as the partner's: whose it is follows from the person", async () => {
  await withActor(midwife, "consent.recorded", async ({ db }) => {
    await recordConsent(db, {
      trajectoryId: line.trajectoryId,
      aboutPerson: line.motherId,
      ownPerson: line.partnerId,
      purpose: "sharing",
      organisationId: nurse.organisationId,
      parts: ["identity"],
      given: true,
      givenBy: "self",
      givenOn: today,
      way: "spoken",
    });
  });
  assert.equal(await seesPerson(nurse, line.partnerId ?? ""), false);
});

test("a newer yes to the same takes the place of the older: the last word holds", async () => {
  await record();
  await record({ parts: ["identity"] });
  assert.deepEqual(await partsOf(nurse), ["identity"]);
});

test("a no ends each yes to that purpose, leaves other purposes, and keeps its reason", async () => {
  await record();
  await record({ purpose: "sharing", parts: ["identity"] });
  assert.equal((await record({ given: false, recipients: [], parts: [], reason: "Liever niet thuis" })).code, "done");
  assert.deepEqual(await partsOf(nurse), ["identity"]);
  assert.equal((await ours({ given: false }))?.reason, "Liever niet thuis");
  assert.equal(await sees(midwife), true);
});

test("after a no, a new yes holds again and the no is kept", async () => {
  await record({ given: false, recipients: [], parts: [] });
  await record();
  assert.equal(await sees(nurse), true);
  assert.equal((await ours({ given: false }))?.replaced, true);
});

test("the asked organisation may know whether the visit is allowed, and nothing else", async () => {
  const other = await region.actor("youth_nurse", "otherPractice");
  await record();
  const ask = (actor: Actor, organisationId: string) =>
    withActor(actor, "consent.read", ({ db }) => findAnswerFor(db, line.trajectoryId, "prenatal_home_visit", organisationId));
  assert.equal((await ask(nurse, nurse.organisationId))?.inForce, true);
  assert.equal(await ask(midwife, worker.organisationId), null);
  await assert.rejects(ask(other, other.organisationId), { code: "42501" });
});

test("a line of another practice: no page, no answer, no withdrawal", async () => {
  const other = await region.actor("midwife", "otherPractice");
  await record();
  const answer = await ours({ given: true });
  assert.equal(await readConsents(other, line.trajectoryId), null);
  assert.equal((await record({}, other)).code, "consent-person-unknown");
  assert.equal(
    (await withdrawAnswer(other, { trajectoryId: line.trajectoryId, consentId: answer?.id ?? "", version: 1 })).code,
    "consent-person-unknown",
  );
  const own = await aLine(other);
  assert.equal(
    (
      await recordAnswer(
        other,
        anAnswer({ trajectoryId: own.trajectoryId, about: line.motherId, recipients: [{ organisationId: nurse.organisationId }] }),
      )
    ).code,
    "consent-person-unknown",
  );
  assert.equal((await record({ recipients: [{ organisationId: randomUUID() }] })).code, "consent-needs-recipient");
});

test("two professionals withdraw at once: one does it, the other is told", async () => {
  await record();
  const answer = await ours({ given: true });
  const press = () => withdrawAnswer(midwife, { trajectoryId: line.trajectoryId, consentId: answer?.id ?? "", version: 1 });
  const codes = (await Promise.all([press(), press()])).map(({ code }) => code);
  assert.deepEqual(codes.sort(), ["consent-changed-meanwhile", "done"]);
});

test("the same form sent twice is one answer", async () => {
  const requestKey = randomUUID();
  await record({}, { ...midwife, requestKey });
  await record({}, { ...midwife, requestKey });
  assert.equal((await answers()).length, 1);
});

test("who has to act on an answer is told in the same transaction", async () => {
  const told: string[] = [];
  const listener = async (_work: unknown, _actor: unknown, event: { kind: string; purpose: string }) =>
    void told.push(`${event.kind} ${event.purpose}`);
  await recordAnswer(midwife, anAnswer({ trajectoryId: line.trajectoryId, about: line.motherId, given: false }), [listener]);
  assert.deepEqual(told, ["refused prenatal_home_visit"]);
});
