import assert from "node:assert/strict";
import type { FastifyInstance } from "fastify";
import { after, before, test } from "node:test";
import { aServer, browse } from "../../../main/testing/browse.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { answerRelationOffer, offerRelation } from "../../../trust/access/server/door.ts";
import { recordConsent } from "../../../trust/consent/server/door.ts";
import { aLine } from "../testing/aLine.ts";

let region: Region;
let server: FastifyInstance;
let midwife: Actor;
let nurse: Actor;
before(async () => {
  region = await aRegion();
  await region.setToday("2026-11-22");
  server = await aServer();
  midwife = await region.actor("midwife", "practice");
  nurse = await region.actor("youth_nurse", "youthHealth");
});
after(async () => {
  await server.close();
  await region.close();
});

const anAlmostBorn = () => aLine(midwife, { dueDate: "2026-11-25" });
/** The youth nurse is involved and may see who they are. */
async function share(line: { trajectoryId: string; motherId: string }): Promise<void> {
  await withActor(midwife, "home-visit.requested", ({ db }) =>
    offerRelation(db, { trajectoryId: line.trajectoryId, organisationId: nurse.organisationId, basis: "home_visit" }),
  );
  await withActor(midwife, "consent.recorded", ({ db }) =>
    recordConsent(db, {
      trajectoryId: line.trajectoryId,
      aboutPerson: line.motherId,
      purpose: "sharing",
      organisationId: nurse.organisationId,
      parts: ["identity"],
      given: true,
      givenBy: "self",
      givenOn: "2026-11-20",
      way: "spoken",
    }),
  );
  await withActor(nurse, "home-visit.accepted", ({ db }) =>
    answerRelationOffer(db, { trajectoryId: line.trajectoryId, basis: "home_visit", accept: true }),
  );
}

test("a birth makes the child a member, with the Big 2 beside it", async () => {
  const { trajectoryId } = await anAlmostBorn();
  const browser = browse(server, midwife);
  const shown = await browser.submit(`/gezinnen/${trajectoryId}/geboorte`, {
    bornOn: "31-10-2026",
    place: "hospital",
    givenName: "Noor",
    weight: "2.450",
    small: "nee",
  });
  assert.match(shown.text, /De geboorte is vastgelegd\. .* tot 2 jaar .* Geboren za 31 oktober 2026 \(3 weken\)/);
  assert.match(shown.text, /Noor za 31 oktober 2026 ziekenhuis 36\+3 vóór 37 weken 2450 gram te vroeg geboren klein of licht/);
  assert.match(shown.text, /Noor Frijns kind/);
});

test("twins are two", async () => {
  const { trajectoryId } = await anAlmostBorn();
  const shown = await browse(server, midwife).submit(`/gezinnen/${trajectoryId}/geboorte`, {
    bornOn: "21-11-2026",
    place: "home",
    givenName: "Pim",
    twin: "ja",
    bornOn2: "22-11-2026",
    givenName2: "Lot",
  });
  assert.match(shown.text, /Pim Frijns kind .* Lot Frijns kind/);
  assert.equal((await region.asOwner("select from birth where trajectory_id = $1", [trajectoryId])).length, 2);
});

test("a birth that can't be meant stays beside its field", async () => {
  const { trajectoryId } = await anAlmostBorn();
  const cases = [
    [{ bornOn: "23-11-2026" }, /Deze dag moet nog komen/],
    [{ bornOn: "1-4-2026" }, /past niet bij de uitgerekende datum/],
    [{ bornOn: "22-11-2026", weight: "32500" }, /het gewicht in grammen/],
    [{ bornOn: "22-11-2026", gestation: "12+3" }, /weken en dagen/],
    [{ bornOn: "22-11-2026", place: "" }, /Kies waar/],
  ] as const;
  for (const [wrong, sentence] of cases) {
    const shown = await browse(server, midwife).post(`/gezinnen/${trajectoryId}/geboorte`, { place: "home", givenName: "Noor", ...wrong });
    assert.equal(shown.status, 422);
    assert.match(shown.text, sentence);
  }
});

test("two colleagues record the same birth: the second is told, and there is one child", async () => {
  const { trajectoryId } = await anAlmostBorn();
  const [first, second] = [browse(server, midwife), browse(server, await region.actor("midwife", "practice"))];
  const [address, fields] = [`/gezinnen/${trajectoryId}/geboorte`, { bornOn: "21-11-2026", place: "home", givenName: "Noor" }];
  await first.get(address);
  await second.get(address);
  await first.post(address, fields);
  assert.match(
    (await second.post(address, fields)).text,
    /Een collega was net eerder .*Nu staat er: Noor Frijns, geboren za 21 november 2026/,
  );
  assert.equal((await region.asOwner("select from birth where trajectory_id = $1", [trajectoryId])).length, 1);
});

test("a birth is mended, and taken back when it was a mistake", async () => {
  const { trajectoryId } = await anAlmostBorn();
  const browser = browse(server, midwife);
  const shown = await browser.submit(`/gezinnen/${trajectoryId}/geboorte`, { bornOn: "21-11-2026", place: "home", givenName: "Noor" });
  const birth = new RegExp(`/gezinnen/${trajectoryId}/geboorte/[0-9a-f-]{36}`).exec(shown.html)?.[0] ?? "";
  assert.match(
    (await browser.submit(birth, { bornOn: "20-11-2026", place: "hospital", givenName: "Noortje", familyName: "Frijns", weight: "3100" }))
      .text,
    /Noortje vr 20 november 2026 ziekenhuis .* 3100 gram/,
  );
  await browser.get(birth);
  assert.match((await browser.submit(`${birth}/terug`)).text, /De geboorte is teruggenomen\. .* zwanger/);
});

test("a loss: care goes on, everyone who may see the line is told, nothing goes out by itself", async () => {
  const line = await anAlmostBorn();
  await share(line);
  await region.asOwner("update professional set email = 'jgz@voorbeeld.nl' where id = $1", [nurse.professionalId]);
  const shown = await browse(server, midwife).submit(`/gezinnen/${line.trajectoryId}/verlies`, { kind: "pregnancy", on: "21-11-2026" });
  assert.match(
    shown.text,
    /na een verlies .* Dit gezin verloor de zwangerschap op za 21 november 2026 Steun, toegang, regie en afspraken gaan door/,
  );
  assert.doesNotMatch(shown.text, /Uitgerekend|2 jaar|Is het kind geboren/);
  const nurses = browse(server, nurse);
  assert.match((await nurses.get("/werk")).text, /Verlies in dit gezin .*Vastgelegd door Praktijk De Maas/);
  assert.doesNotMatch(
    (await browse(server, await region.actor("gp", "gp")).get("/werk")).text,
    /Verlies/,
    "who is not involved is not told",
  );
  await nurses.get(`/gezinnen/${line.trajectoryId}`);
  assert.doesNotMatch((await nurses.submit(`/gezinnen/${line.trajectoryId}/verlies/gelezen`)).text, /Ik heb dit gelezen/);
  assert.match((await browse(server, midwife).get("/werk")).text, /Verlies in dit gezin/, "read by one, it stays with the others");
  const relations = await region.asOwner("select from care_relation where trajectory_id = $1 and until is null", [line.trajectoryId]);
  assert.equal(relations.length, 2, "access goes on");
});

test("a surviving twin keeps its line", async () => {
  const { trajectoryId } = await anAlmostBorn();
  const browser = browse(server, midwife);
  await browser.submit(`/gezinnen/${trajectoryId}/geboorte`, {
    bornOn: "10-11-2026",
    place: "hospital",
    givenName: "Pim",
    twin: "ja",
    givenName2: "Lot",
  });
  const form = await browser.get(`/gezinnen/${trajectoryId}/verlies`);
  const child = /<option value="([0-9a-f-]{36})">Lot Frijns/.exec(form.html)?.[1] ?? "";
  const shown = await browser.submit(`/gezinnen/${trajectoryId}/verlies`, { kind: "one_of_more", on: "12-11-2026", child });
  assert.match(shown.text, /één van een meerling op do 12 november 2026/);
  assert.match(shown.text, /Pim Frijns kind di 10 november 2026 12 dagen/);
  assert.match(shown.text, /Lot Frijns kind di 10 november 2026 overleden op do 12 november 2026/);
  const [line] = await region.asOwner<{ state: string }>("select state from trajectory where id = $1", [trajectoryId]);
  assert.equal(line?.state, "open");
});

test("a loss recorded by mistake is taken back, off every list", async () => {
  const { trajectoryId } = await anAlmostBorn();
  const work = () =>
    region.asOwner("select kind, side from work_item where trajectory_id = $1 and closed_at is null order by 1, 2", [trajectoryId]);
  const before = await work();
  const browser = browse(server, midwife);
  assert.match(
    (await browser.post(`/gezinnen/${trajectoryId}/verlies`, { kind: "child", on: "21-11-2026" })).text,
    /nog geen geboorte vastgelegd/,
  );
  await browser.submit(`/gezinnen/${trajectoryId}/verlies`, { kind: "pregnancy", on: "21-11-2026" });
  await browser.get(`/gezinnen/${trajectoryId}/verlies`);
  assert.match((await browser.submit(`/gezinnen/${trajectoryId}/verlies/terug`)).text, /zwanger .* Uitgerekend/);
  assert.deepEqual(await work(), before);
});

test("a line ends, and opens again", async () => {
  const { trajectoryId } = await anAlmostBorn();
  const browser = browse(server, midwife);
  const ended = await browser.submit(`/gezinnen/${trajectoryId}/afsluiten`, { reason: "moved_away", on: "22-11-2026" });
  assert.match(ended.text, /afgerond .* Afgerond omdat verhuisd naar buiten de regio/);
  assert.equal((await browser.get(`/gezinnen/${trajectoryId}/afsluiten`)).status, 404);
  await browser.get(`/gezinnen/${trajectoryId}`);
  assert.match((await browser.submit(`/gezinnen/${trajectoryId}/heropenen`)).text, /De lijn is weer open\. .* zwanger/);
});

test("a line ends by itself when the child is two, never after a loss", async () => {
  const [two, leap, lost] = [await anAlmostBorn(), await anAlmostBorn(), await anAlmostBorn()];
  await region.asOwner("update trajectory set born_on = '2024-02-28' where id = $1", [two.trajectoryId]);
  await region.asOwner("update trajectory set born_on = '2024-02-29' where id = $1", [leap.trajectoryId]);
  await region.asOwner("update trajectory set born_on = '2024-02-28', loss_on = '2024-03-05', loss = 'child' where id = $1", [
    lost.trajectoryId,
  ]);
  await region.setToday("2026-02-28");
  try {
    await region.asOwner("select trust.close_lines_at_two(28)");
    const states = await region.asOwner<{ state: string; ended_on: string | null }>(
      "select state, ended_on::text from trajectory where id = any($1) order by array_position($1, id)",
      [[two.trajectoryId, leap.trajectoryId, lost.trajectoryId]],
    );
    assert.deepEqual(states, [
      { state: "ended", ended_on: "2026-02-28" },
      { state: "open", ended_on: null },
      { state: "open", ended_on: null },
    ]);
  } finally {
    await region.setToday("2026-11-22");
  }
});

test("a next pregnancy is a line of its own on the same family", async () => {
  const { trajectoryId, familyId } = await anAlmostBorn();
  const browser = browse(server, midwife);
  const next = `/gezinnen/${trajectoryId}/volgende-zwangerschap`;
  assert.match((await browser.post(next, { dueDate: "1-6-2027" })).text, /al een lopende lijn/);
  await region.asOwner("update trajectory set due_date = '2025-06-01', born_on = '2025-06-01' where id = $1", [trajectoryId]);
  const shown = await browser.submit(next, { dueDate: "1-6-2027", parity: "G2P1" });
  assert.match(shown.text, /De nieuwe lijn is begonnen\. .* Gezin Frijns zwanger .* Andere zwangerschappen geboren zo 1 juni 2025/);
  assert.equal((await region.asOwner("select from trajectory where family_id = $1", [familyId])).length, 2);
});

test("maternity care is recorded by who may, also by the maternity care itself", async () => {
  const line = await anAlmostBorn();
  const browser = browse(server, midwife);
  const shown = await browser.submit(`/gezinnen/${line.trajectoryId}/aanmelding-kraamzorg`, {
    organisation: region.organisationId("maternityCare"),
    on: "1-9-2026",
  });
  assert.match(shown.text, /Kraamzorg Geboortezorg Limburg, aangemeld op di 1 september 2026/);
  const coordinator = await region.actor("maternity_coordinator", "maternityCare");
  await withActor(midwife, "home-visit.requested", ({ db }) =>
    offerRelation(db, { trajectoryId: line.trajectoryId, organisationId: coordinator.organisationId, basis: "request" }),
  );
  await withActor(coordinator, "x", ({ db }) =>
    answerRelationOffer(db, { trajectoryId: line.trajectoryId, basis: "request", accept: true }),
  );
  await withActor(midwife, "consent.recorded", ({ db }) =>
    recordConsent(db, {
      trajectoryId: line.trajectoryId,
      aboutPerson: line.motherId,
      purpose: "sharing",
      organisationId: coordinator.organisationId,
      parts: ["identity", "maternity_care"],
      given: true,
      givenBy: "self",
      givenOn: "2026-11-20",
      way: "spoken",
    }),
  );
  const own = browse(server, coordinator);
  assert.match(
    (await own.submit(`/gezinnen/${line.trajectoryId}/aanmelding-kraamzorg`, { other: "Kraamzorg elders" })).text,
    /Kraamzorg elders/,
  );
  assert.equal((await own.get(`/gezinnen/${line.trajectoryId}/datum`)).status, 403);
});

test("lines of others can't be touched", async () => {
  const foreign = await aLine(await region.actor("midwife", "otherPractice"), { dueDate: "2026-11-25" });
  const browser = browse(server, midwife);
  for (const path of ["geboorte", "verlies", "afsluiten", "datum", "volgende-zwangerschap", "kraamzorg", "heropenen", "verlies/terug"]) {
    const sent = await browser.post(`/gezinnen/${foreign.trajectoryId}/${path}`, {
      bornOn: "21-11-2026",
      place: "home",
      kind: "pregnancy",
      on: "21-11-2026",
      reason: "other",
      dueDate: "1-6-2027",
      version: "1",
    });
    assert.equal(sent.status, 404, path);
  }
  const [line] = await region.asOwner("select due_date::text, born_on, loss_on, state, version from trajectory where id = $1", [
    foreign.trajectoryId,
  ]);
  assert.deepEqual(line, { due_date: "2026-11-25", born_on: null, loss_on: null, state: "open", version: 1 });
});
