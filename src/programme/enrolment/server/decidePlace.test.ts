import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type pg from "pg";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { withJob } from "../../../platform/db/withNobody.ts";
import { involve } from "../../../pathway/trajectory/testing/involve.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { recordConsent } from "../../../trust/consent/server/door.ts";
import type { Pillar } from "../../configuration/programme.ts";
import { anEligibleLine, aPilot, type Change } from "../testing/anEligibleLine.ts";
import { askQuestions } from "./askQuestions.ts";
import { acceptPlace, giveBackPlace, recordFunder } from "./changePlace.ts";
import { decideNoPlace } from "./decideNoPlace.ts";
import { decidePlace } from "./decidePlace.ts";
import { readEnrolment } from "./readEnrolment.ts";
import { readOverview, movePlaces } from "./readOverview.ts";
import { confirmRequest, recordRequest, type RequestInput } from "./recordRequest.ts";
import { movePlacesOf, tellCeilings, tellFull } from "./steering.store.ts";

let region: Region;
let midwife: Actor;
let nurse: Actor;
let coordinator: Actor;
let programmeId = "";
before(async () => {
  region = await aRegion();
  await region.setToday("2026-11-22");
  midwife = await region.actor("midwife", "practice");
  nurse = await region.actor("youth_nurse", "youthHealth");
  coordinator = await region.actor("maternity_coordinator", "maternityCare");
  programmeId = await aPilot(region);
});
after(() => region.close());

const aFamily = (change?: Change) => anEligibleLine(region, { midwife, nurse }, change);
const decide = (trajectoryId: string, pillar: Pillar = 1, actor = midwife) => decidePlace(actor, { trajectoryId, pillar, funder: null });
const one = async <Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[]): Promise<Row> =>
  (await region.asOwner<Row>(sql, values))[0] as Row;
const pool = (pillar: Pillar, entry = "direct") =>
  one<{ id: string; taken: number }>("select id, taken from place_pool where programme_id = $1 and pillar = $2 and entry = $3", [
    programmeId,
    pillar,
    entry,
  ]);
const placesOf = (line: string) =>
  region.asOwner<{ pillar: number; entry: string; state: string; funder: string | null }>(
    "select pillar, entry, state, funder from programme_place where trajectory_id = $1 order by created_at",
    [line],
  );

/** Sets how many places a pool has left. */
async function leave(places: number, pillar: Pillar, entry = "direct"): Promise<void> {
  await region.asOwner(
    "update place_pool o set taken = trust.pool_places(o.programme_id, o.pillar, o.entry) + o.moved - $1 where programme_id = $2 and pillar = $3 and entry = $4",
    [places, programmeId, pillar, entry],
  );
}

test("a family that fits gets a place, with every criterion, the version, who and when", async () => {
  const { trajectoryId } = await aFamily();
  const before = (await pool(1)).taken;
  assert.deepEqual(await decide(trajectoryId), { code: "done" });
  assert.equal((await pool(1)).taken, before + 1);
  assert.deepEqual(await placesOf(trajectoryId), [{ pillar: 1, entry: "direct", state: "taken", funder: "CZ" }]);
  const kept = await one<{
    criteria: { code: string; outcome: string; reason: string }[];
    author_id: string;
    role: string;
    decided_on: string;
    number: number;
  }>(
    "select d.criteria, d.author_id, d.role, d.decided_on, v.number from programme_decision d join programme_version v on v.id = d.version_id where trajectory_id = $1",
    [trajectoryId],
  );
  assert.deepEqual(
    kept.criteria.map(({ code, outcome }) => [code, outcome]),
    ["vulnerability", "residence", "insurer", "maternity_care", "home_visit_consent", "triangle_consent", "capacity"].map((code) => [
      code,
      "met",
    ]),
  );
  assert.deepEqual([kept.author_id, kept.role, kept.decided_on, kept.number], [midwife.professionalId, "midwife", "2026-11-22", 1]);
  const events = await region.asOwner(
    "select outcome from trail_event where event = 'programme.decided' and trajectory_ids = array[$1::uuid]",
    [trajectoryId],
  );
  assert.deepEqual(events, [{ outcome: "done" }]);
});

const notYet: readonly (readonly [string, Change, string])[] = [
  ["without the joint confirmation there is a question open", { confirmed: false }, "criteria-unknown"],
  ["without an assessment too", { assessed: false }, "criteria-unknown"],
  [
    "an insurer that nobody knows is a question, no refusal",
    { family: { mother: { givenName: "Amira", prefix: null, familyName: "Yilmaz", birthDate: "1998-01-01", insurer: "VGZ Ruime Keuze" } } },
    "criteria-unknown",
  ],
  [
    "insured elsewhere does not fit",
    { family: { mother: { givenName: "Amira", prefix: null, familyName: "Yilmaz", birthDate: "1998-01-01", insurer: "Menzis" } } },
    "criteria-not-met",
  ],
  [
    "living outside the area does not fit",
    { family: { address: { street: "Markt", houseNumber: "1", postcode: "6211CK", place: "Maastricht", municipality: "GM0935" } } },
    "criteria-not-met",
  ],
  ["not registered with maternity care is a question", { registered: false }, "criteria-unknown"],
  ["a family that was not asked is asked first", { consents: false }, "criteria-unknown"],
];
for (const [sentence, change, code] of notYet)
  test(sentence, async () => {
    const { trajectoryId } = await aFamily(change);
    assert.equal((await decide(trajectoryId)).code, code);
    assert.deepEqual(await placesOf(trajectoryId), []);
  });

test("IZZ fits; who pays is asked, and answered once", async () => {
  const { trajectoryId } = await aFamily({
    family: { mother: { givenName: "Eva", prefix: null, familyName: "Smeets", birthDate: "1990-01-01", insurer: "IZZ" } },
  });
  assert.equal((await decide(trajectoryId)).code, "done");
  const asked = await region.asOwner(
    "select 1 from work_item where trajectory_id = $1 and kind = 'programme-funder-unknown' and closed_at is null",
    [trajectoryId],
  );
  assert.equal(asked.length, 1);
  assert.equal((await recordFunder(midwife, { trajectoryId, pillar: 1, group: "VGZ" })).code, "done");
  assert.equal((await recordFunder(midwife, { trajectoryId, pillar: 1, group: "CZ" })).code, "changed-meanwhile");
  assert.deepEqual(
    (await placesOf(trajectoryId)).map(({ funder }) => funder),
    ["VGZ"],
  );
});

test("nothing later ends a place: another insurer, address, category or a withdrawn consent", async () => {
  const { trajectoryId, familyId, motherId } = await aFamily();
  await decide(trajectoryId);
  await region.asOwner("update family_member set insurer = 'Menzis' where id = $1", [motherId]);
  await region.asOwner("update family_address set municipality_code = 'GM0935' where family_id = $1", [familyId]);
  await region.asOwner(
    "update consent set withdrawn_on = app.today(), withdrawn_by = 'self' where trajectory_id = $1 and purpose <> 'sharing'",
    [trajectoryId],
  );
  await region.asOwner("select trust.recompute_grants($1)", [trajectoryId]);
  const enrolment = await readEnrolment(midwife, trajectoryId, 1);
  assert.equal(enrolment?.held?.state, "taken");
  assert.ok(
    enrolment?.decisions[0]?.criteria.every(({ outcome }) => outcome === "met"),
    "as they were on the day of the decision",
  );
  assert.equal(enrolment?.eligibility.outcome, "not_eligible", "though today it would be another");
});

test("a no is kept with its reasons and with what is offered instead; later it may be a yes", async () => {
  const { trajectoryId, motherId } = await aFamily({
    family: { mother: { givenName: "Bo", prefix: "de", familyName: "Wit", birthDate: "1999-01-01", insurer: "DSW" } },
  });
  const no = { trajectoryId, pillar: 1, offered: ["maternity_care", "other"], note: null } as const;
  assert.equal((await decideNoPlace(midwife, no)).code, "offer-needed");
  assert.equal((await decideNoPlace(midwife, { ...no, note: "De JGZ belt over VoorZorg." })).code, "done");
  const [decision] = (await readEnrolment(midwife, trajectoryId, 1))?.decisions ?? [];
  assert.deepEqual(
    [decision?.outcome, decision?.offered, decision?.criteria.filter(({ outcome }) => outcome === "not_met").map(({ code }) => code)],
    ["no_place", ["maternity_care", "other"], ["insurer"]],
  );
  await region.asOwner("update family_member set insurer = 'VGZ' where id = $1", [motherId]);
  assert.equal((await decideNoPlace(midwife, { ...no, note: "nog eens" })).code, "nothing-not-met");
  assert.equal((await decide(trajectoryId)).code, "done");
});

test("open questions go to who can answer, and leave the list when they are answered", async () => {
  const { trajectoryId, motherId } = await aFamily({
    family: { mother: { givenName: "Kim", prefix: null, familyName: "Jans", birthDate: "1999-01-01", insurer: null } },
    registered: false,
  });
  assert.deepEqual(await askQuestions(midwife, { trajectoryId, pillar: 1 }), { code: "done", asked: 2 });
  const open = () =>
    region.asOwner<{ kind: string }>(
      "select kind from work_item where trajectory_id = $1 and kind like 'programme-%' and closed_at is null order by kind",
      [trajectoryId],
    );
  assert.deepEqual(
    (await open()).map(({ kind }) => kind),
    ["programme-insurer-unknown", "programme-maternity-care-unknown"],
  );
  await region.asOwner("update family_member set insurer = 'CZ' where id = $1", [motherId]);
  await readEnrolment(midwife, trajectoryId, 1);
  assert.deepEqual(
    (await open()).map(({ kind }) => kind),
    ["programme-maternity-care-unknown"],
  );
});

const request = (trajectoryId: string, change: Partial<RequestInput> = {}): RequestInput => ({
  trajectoryId,
  seen: null,
  need: "not_yet_self_reliant",
  question: "Hoe krijgen wij rust in de dag?",
  goal: "Zelf het ritme van voeden en slapen bepalen.",
  agreedMinutes: 24 * 60,
  postnatalVisit: null,
  agreed: ["family", "midwife"],
  ...change,
});

test("pillar 2: question, goal and hours are agreed, the youth nurse confirms, and the family goes on from pillar 1", async () => {
  const { trajectoryId } = await aFamily();
  await decide(trajectoryId);
  assert.equal((await decide(trajectoryId, 2)).code, "criteria-unknown");
  assert.equal((await recordRequest(midwife, request(trajectoryId))).code, "done");
  assert.equal((await recordRequest(midwife, request(trajectoryId))).code, "changed-meanwhile", "two editors: the second sees the first");
  await askQuestions(midwife, { trajectoryId, pillar: 2 });
  const forYouth = await region.asOwner(
    "select 1 from work_item w join team t on t.principal = w.principal and t.role = 'youth_nurse' where w.trajectory_id = $1 and w.kind = 'programme-need-unknown' and w.closed_at is null",
    [trajectoryId],
  );
  assert.equal(forYouth.length, 1);
  assert.equal((await confirmRequest(midwife, { trajectoryId, version: 1 })).code, "not-your-role");
  assert.equal((await decide(trajectoryId, 2, nurse)).code, "not-your-role");
  assert.equal((await confirmRequest(nurse, { trajectoryId, version: 1 })).code, "done");
  const before = (await pool(2, "flow_on")).taken;
  assert.equal((await decide(trajectoryId, 2)).code, "done");
  assert.equal((await pool(2, "flow_on")).taken, before + 1);
  assert.deepEqual(
    (await placesOf(trajectoryId)).map(({ pillar, entry }) => [pillar, entry]),
    [
      [1, "direct"],
      [2, "flow_on"],
    ],
  );
  assert.equal(
    (await giveBackPlace(midwife, { trajectoryId, pillar: 1, why: "family_declined", noCare: true, note: null })).code,
    "went-on-to-pillar-2",
  );
});

test("the sub-ceilings are hard: full flow-on stays full until the project group releases, and then only what is free", async () => {
  const agreed = { agreed: ["family", "youth"] } as const;
  const { trajectoryId } = await aFamily();
  await recordRequest(midwife, request(trajectoryId, agreed));
  await leave(0, 2);
  assert.equal((await decide(trajectoryId, 2)).code, "cap-reached", "direct entry is full, though flow-on has places");
  await leave(2, 2, "flow_on");
  const group = await region.actor("project_group", "office");
  await assert.rejects(
    withActor(midwife, "x", async ({ db }) => movePlacesOf(db, { programmeId, pillar: 2, to: "direct", places: 1, reason: "omdat" })),
    { code: "42501" },
  );
  assert.equal(
    (await movePlaces(group, { programmeId, pillar: 2, to: "direct", places: 3, reason: "Meer gezinnen na de geboorte gevonden." })).code,
    "not-so-many-free",
  );
  assert.equal(
    (await movePlaces(group, { programmeId, pillar: 2, to: "direct", places: 1, reason: "Meer gezinnen na de geboorte gevonden." })).code,
    "done",
  );
  assert.equal((await decide(trajectoryId, 2)).code, "done");
  const overview = await readOverview(group);
  assert.equal(overview.decisions, null, "the project group sees no families");
  assert.equal(
    overview.places.filter(({ pillar }) => pillar === 2).reduce((sum, { places }) => sum + places, 0),
    100,
    "the ceiling stays",
  );
  assert.ok((overview.inflow ?? []).length > 0);
  await leave(40, 2);
  await leave(40, 2, "flow_on");
});

test("a place is given back only while no care is given; after a loss only when the family asks", async () => {
  const { trajectoryId } = await aFamily();
  await decide(trajectoryId);
  const before = (await pool(1)).taken;
  const back = (change: object = {}) =>
    giveBackPlace(midwife, { trajectoryId, pillar: 1, why: "family_declined", noCare: true, note: null, ...change });
  assert.equal((await back({ noCare: false })).code, "care-delivered");
  await region.asOwner("update trajectory set loss_on = app.today(), loss = 'pregnancy' where id = $1", [trajectoryId]);
  assert.equal((await back()).code, "only-when-family-asks");
  assert.deepEqual((await readEnrolment(midwife, trajectoryId, 1))?.letter?.decision, { kind: "none", because: "loss" });
  assert.equal((await back({ why: "family_asks_after_loss" })).code, "done");
  assert.equal((await back()).code, "place-not-held");
  assert.equal((await pool(1)).taken, before - 1);
});

test("when the last place is given all practices are told, once; a place given back takes the notice away", async () => {
  const { trajectoryId } = await aFamily();
  await leave(1, 1);
  await decide(trajectoryId);
  const { id } = await pool(1);
  const jobs = await region.asOwner("select 1 from graphile_worker.jobs where task_identifier = 'programme-full'");
  assert.ok(jobs.length > 0);
  await withJob("programme-full", (db) => tellFull(db, id));
  assert.equal(await withJob("programme-full", (db) => tellFull(db, id)), 0, "once");
  const told = () =>
    region.asOwner<{ role: string }>(
      "select distinct t.role from work_item w join team t on t.principal = w.principal where w.kind = 'programme-full' and w.closed_at is null order by 1",
    );
  assert.deepEqual(
    (await told()).map(({ role }) => role),
    ["maternity_coordinator", "midwife"],
  );
  await giveBackPlace(midwife, { trajectoryId, pillar: 1, why: "mistake", noCare: true, note: "Verkeerd gezin." });
  assert.deepEqual(await told(), []);
  await leave(100, 1);
});

test("a next version with more places tells all practices that there is room again, once; one with fewer that it is full", async () => {
  const { trajectoryId } = await aFamily();
  await leave(1, 1);
  await decide(trajectoryId);
  const { id, taken } = await pool(1);
  await withJob("programme-full", (db) => tellFull(db, id));
  const told = async (kind: string) =>
    (await region.asOwner("select from work_item where kind = $1 and subject_id = $2 and closed_at is null", [kind, id])).length;
  const tell = () => withJob("programme-ceilings", (db) => tellCeilings(db));
  const ceiling = (places: number) =>
    region.asOwner("update programme_version set settings = jsonb_set(settings, '{pillars,1,ceiling}', to_jsonb($1::int))", [places]);
  const [version] = await region.asOwner<{ ceiling: number }>(
    "select (settings -> 'pillars' -> '1' ->> 'ceiling')::int as ceiling from programme_version limit 1",
  );
  const was = version?.ceiling ?? 0;
  assert.equal(await tell(), 0, "nothing changed");
  assert.ok((await told("programme-full")) > 0);
  await ceiling(was + 10);
  assert.equal(await tell(), 1);
  assert.equal(await tell(), 0, "once");
  assert.equal(await told("programme-full"), 0);
  assert.ok((await told("programme-room")) > 0);
  await ceiling(was - 1);
  assert.equal(await tell(), 1);
  assert.ok((await told("programme-full")) > 0);
  assert.equal((await pool(1)).taken, taken, "nobody loses a place");
  await ceiling(was);
  await leave(100, 1);
});

test("a place is put before the coordinator, who sees the place alone until she takes it on", async () => {
  const { trajectoryId } = await aFamily();
  await decide(trajectoryId);
  const seen = await readOverview(coordinator);
  assert.ok(seen.newPlaces.some((place) => place.trajectoryId === trajectoryId));
  assert.equal(await readEnrolment(coordinator, trajectoryId, 1), null);
  assert.equal((await acceptPlace(midwife, trajectoryId)).code, "not-your-role");
  assert.equal((await acceptPlace(coordinator, trajectoryId)).code, "done");
  assert.equal((await readEnrolment(coordinator, trajectoryId, 1))?.held?.state, "taken");
  assert.ok(!(await readOverview(coordinator)).newPlaces.some((place) => place.trajectoryId === trajectoryId));
});

test("a family that goes on to pillar 2 is put before the coordinator again, who has it already: she takes the second place on too", async () => {
  const { trajectoryId } = await aFamily();
  await decide(trajectoryId);
  assert.equal((await acceptPlace(coordinator, trajectoryId)).code, "done");
  await recordRequest(midwife, request(trajectoryId));
  await confirmRequest(nurse, { trajectoryId, version: 1 });
  assert.equal((await decide(trajectoryId, 2)).code, "done");
  const isNew = async () => (await readOverview(coordinator)).newPlaces.some((place) => place.trajectoryId === trajectoryId);
  assert.ok(await isNew());
  assert.equal((await acceptPlace(coordinator, trajectoryId)).code, "done");
  assert.ok(!(await isNew()));
  const left = "select 1 from work_item where trajectory_id = $1 and kind = 'programme-place-given' and closed_at is null";
  assert.deepEqual(await region.asOwner(left, [trajectoryId]), []);
});

test("a line of another practice does not exist, and who is only asked for something decides nothing", async () => {
  const { trajectoryId } = await aFamily();
  const stranger = await region.actor("midwife", "otherPractice");
  assert.equal((await decide(trajectoryId, 1, stranger)).code, "not-visible");
  assert.equal((await askQuestions(stranger, { trajectoryId, pillar: 1 })).code, "not-visible");
  assert.equal(await readEnrolment(stranger, trajectoryId, 1), null);
  await involve(midwife, stranger, trajectoryId, "request");
  assert.equal((await decide(trajectoryId, 1, stranger)).code, "not-visible");
});

test("who said no to the programme gets no place", async () => {
  const { trajectoryId, motherId } = await aFamily();
  await withActor(midwife, "consent.recorded", ({ db, today }) =>
    recordConsent(db, {
      trajectoryId,
      aboutPerson: motherId,
      purpose: "programme",
      given: false,
      givenBy: "self",
      givenOn: today,
      way: "spoken",
    }),
  );
  assert.equal((await decide(trajectoryId)).code, "family-does-not-want");
});
