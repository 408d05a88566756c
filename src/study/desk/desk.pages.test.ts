import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse, type Browser } from "../../main/testing/browse.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { aParticipant, type TestParticipant } from "../participation/testing/aParticipant.ts";
import { compareArmsTask } from "./server/comparisonTask.ts";
import { anAsk } from "../waves/testing/anAsk.ts";

// A small study: one who answered T0 and has T1 open, one of the control arm who never answered T1, one who withdrew half-way, and one who said no.

const today = "2027-03-10";
let region: Region;
let server: FastifyInstance;
let desk: Browser;
let one: TestParticipant;
let other: TestParticipant;
let gone: TestParticipant;
let words: readonly string[];

before(async () => {
  region = await aRegion();
  await region.setToday(today);
  server = await aServer();
  const midwife = await region.actor("midwife", "practice");
  const family = { mother: { givenName: "Plantvoornaam", prefix: null, familyName: "Plantnaam", birthDate: "1993-07-19", insurer: "CZ" } };
  one = await aParticipant(region, midwife, { arm: "intervention", registerLink: true, family, consentOn: "2027-01-05" });
  other = await aParticipant(region, midwife, { arm: "control", consentOn: "2027-02-20", answersBy: "paper" });
  gone = await aParticipant(region, midwife, { arm: "control", consentOn: "2027-02-21" });
  await anAsk(region, { participantId: one.id, waves: ["study_1:T0"], state: "answered", opensOn: "2027-01-05" });
  await anAsk(region, {
    participantId: one.id,
    waves: ["study_1:T1", "study_2:T0"],
    state: "open",
    opensOn: "2027-03-01",
    answers: { "brs-1": 5, "brs-2": 5, "brs-3": 5, "brs-4": 5, "brs-5": 5, "brs-6": 5 },
  });
  await anAsk(region, { participantId: other.id, waves: ["study_1:T0"], state: "answered", opensOn: "2027-02-20" });
  await anAsk(region, { participantId: other.id, waves: ["study_1:T1"], state: "expired", way: "paper", opensOn: "2027-02-01" });
  await anAsk(region, { participantId: gone.id, waves: ["study_1:T1"], state: "open", opensOn: "2027-03-02" });
  await region.asOwner("update consent set withdrawn_on = $2, withdrawn_by = 'self' where trajectory_id = $1 and purpose = 'study_1'", [
    gone.trajectoryId,
    today,
  ]);
  await region.asOwner(
    `insert into consent (trajectory_id, about_person, purpose, given, given_by, given_on, way, recorded_by, author_organisation_id)
     select k.trajectory_id, k.person_id, 'study_2', false, 'self', $2, 'signed', $3, $4 from study_key k where k.participant_id = $1`,
    [other.id, today, midwife.professionalId, midwife.organisationId],
  );
  words = [one, other, gone]
    .flatMap(({ trajectoryId, motherId, familyId, id }) => [trajectoryId, motherId, familyId, id])
    .concat("Plantnaam", "Plantvoornaam", "1993", "19-7");
  desk = browse(server, await region.actor("research_desk", "office"));
});
after(async () => {
  await server.close();
  await region.close();
});

test("the flow counts everyone once in each wave, by arm, and says who is out", async () => {
  const { text } = await desk.get("/onderzoek/verloop/study_1");
  assert.match(text, /Toestemming: 3/);
  assert.match(text, /Interventiegroep, T1 0 1 0 0 0 0 1/, "one list open");
  assert.match(text, /Controlegroep, T1 0 0 0 1 0 1 2/, "one not in time, one stopped by her withdrawal");
  assert.match(text, /Controlegroep 1 0 0 0 1 2/, "withdrawn, and who is still in");
  assert.match(text, /Praktijk De Maas 3 0 3 1 2 2 0 0 1/);
  assert.match(
    (await desk.get("/onderzoek/verloop/study_2")).text,
    /gevraagd 1 nee gezegd 1/,
    "who said no is a number and no participant",
  );
  assert.equal((await desk.get("/onderzoek/verloop/study_9")).status, 404);
});

test("what is kept ready for the pages is what the tables say", async () => {
  const kept = await region.asOwner("select * from study_standing order by participant_id, study");
  await region.asOwner("set role wieg_guard; select study.rebuild_standing(); reset role");
  assert.deepEqual(await region.asOwner("select * from study_standing order by participant_id, study"), kept);
  assert.equal(kept.length, 3);
});

test("who is due and who is missing stands in lists, by pseudonym, with the reason", async () => {
  const due = await desk.get("/onderzoek/lijsten");
  assert.match(
    due.text,
    new RegExp(`Aan de beurt: 1 .*${one.code} Praktijk De Maas Deelstudie 1 T1 / Deelstudie 2 T0 .*uitgenodigd, niets ingevuld`),
  );
  const missing = await desk.get("/onderzoek/lijsten?stand=missing");
  assert.match(missing.text, new RegExp(`Ontbreekt: 1 .*${other.code} .*papier is nog niet geprint`));
  assert.match(
    (await desk.get("/onderzoek/lijsten?stand=stopped")).text,
    new RegExp(`Gestopt: 1 .*${gone.code} .*heeft zich teruggetrokken`),
  );
  for (const [query, count] of [
    ["stand=missing&groep=control", 1],
    ["stand=missing&groep=intervention", 0],
    ["stand=missing&meting=T0", 0],
    ["stand=missing&studie=study_1&waarom=paper_to_print", 1],
    ["stand=missing&waarom=not_begun", 0],
    ["stand=due&studie=study_2&volgorde=code", 1],
    [`stand=due&organisatie=${region.organisationId("practice")}&volgorde=site`, 1],
    ["stand=answered", 2],
    ["stand=onzin&groep=%27%3B--&pagina=-4", 1],
  ] as const)
    assert.match((await desk.get(`/onderzoek/lijsten?${query}`)).text, new RegExp(`: ${count} `), query);
});

test("a list goes along as a table of pseudonyms, and that is in the trail", async () => {
  const file = await desk.get("/onderzoek/lijsten/lijsten.csv?stand=missing");
  assert.match(
    file.html,
    new RegExp(`${other.code};Praktijk De Maas;Deelstudie 1 T1;controlegroep;Ontbreekt;papier is nog niet geprint;papier;`),
  );
  const [event] = await region.asOwner("select purpose, outcome from trail_event where event = 'study.lists-taken'");
  assert.deepEqual(event, { purpose: "missing", outcome: "done" });
});

test("the page of one participant shows lists, reasons and flags, and leads to nobody", async () => {
  const page = await desk.get(`/onderzoek/deelnemers/${one.code}`);
  assert.match(page.text, /doet mee .*Deelstudie 1 .*interventiegroep/);
  assert.match(page.text, /spreekt zich tegen: brs-6/);
  for (const [link, words] of [
    ["arm", /Groep van .* verbeteren/],
    ["sleutel", /Sleutel vragen voor/],
  ] as const) {
    assert.match(page.html, new RegExp(`href="/onderzoek/deelnemers/${one.code}/${link}"`));
    assert.match((await desk.get(`/onderzoek/deelnemers/${one.code}/${link}`)).text, words);
  }
  assert.match((await desk.get(`/onderzoek/deelnemers/${gone.code}`)).text, /teruggetrokken/);
  assert.equal((await desk.get(`/onderzoek/deelnemers/${one.id}`)).status, 404, "only by pseudonym");
  assert.equal((await desk.get("/onderzoek/deelnemers/W-AAAAAA")).status, 404);
});

test("a plan of inflow is set, shown beside who came, and not overwritten unseen", async () => {
  const address = "/onderzoek/instroom/study_1";
  assert.match((await desk.get(address)).text, /Er is nog geen plan/);
  const wrong = await desk.post(address, { begin: "31-2-2027", maanden: "0" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Vul 1 tot 120 maanden in/);
  assert.match(wrong.html, /value="31-2-2027"/, "what was typed stays");
  const stale = browse(server, await region.actor("research_desk", "office"));
  await stale.get(address);
  await desk.get(address);
  const set = await desk.submit(address, { begin: "1-1-2027", maanden: "12" });
  assert.match(set.text, /Het plan voor de instroom is vastgesteld.*Alle deelnemers: 3 van 300 .*januari 2027 1 1 25,5/);
  assert.match(set.text, /De interventiegroep: 1 van 150/);
  const late = await stale.post(address, { begin: "1-6-2027", maanden: "6" });
  assert.equal(late.status, 422);
  assert.match(late.text, /Iemand anders heeft het plan net gewijzigd/);
  assert.deepEqual(await region.asOwner("select number, months from study_inflow_plan"), [{ number: 1, months: 12 }]);
});

test("the arms are compared at T0, with who is in and out, and with nothing of a later wave", async () => {
  const address = "/onderzoek/vergelijkbaarheid/study_1";
  const brs = (value: number) =>
    Object.fromEntries(
      [1, 3, 5].flatMap((nr) => [
        [`brs-${nr}`, value],
        [`brs-${nr + 1}`, 6 - value],
      ]),
    );
  const midwife = await region.actor("midwife", "practice");
  for (const [arm, value] of [
    ["intervention", 2],
    ["intervention", 4],
    ["control", 3],
    ["control", 5],
  ] as const) {
    const made = await aParticipant(region, midwife, { arm });
    await anAsk(region, { participantId: made.id, waves: ["study_1:T0"], state: "answered", answers: brs(value) });
    await anAsk(region, { participantId: made.id, waves: ["study_1:T1"], state: "answered", opensOn: "2027-03-02", answers: brs(1) });
  }
  await region.asOwner("insert into app.job_kind values ('study-comparison') on conflict do nothing");
  assert.match((await desk.get(address)).text, /Nog niet geteld/);
  assert.match((await desk.submit(`${address}/tellen`)).text, /Wieg telt op de achtergrond/);
  assert.equal((await region.asOwner("select 1 from graphile_worker._private_jobs where key = 'study-comparison asked'")).length, 1);
  await compareArmsTask.run({});
  const { text } = await desk.get(address);
  assert.match(text, /Interventiegroep 3, controlegroep 3 deelnemers/);
  assert.match(
    text,
    /Brief Resilience Scale gemiddelde \(spreiding\) 3,00 \(1,41\) 2 bekend, 1 niet 4,00 \(1,41\) 2 bekend, 1 niet −0,71 ongelijk/,
  );
});

test("no page of the desk holds a name, a birth date or an id of a family", async () => {
  for (const address of [
    "/onderzoek",
    "/onderzoek/verloop/study_1",
    "/onderzoek/verloop/study_1/verloop.csv",
    "/onderzoek/instroom/study_1",
    "/onderzoek/lijsten",
    "/onderzoek/lijsten?stand=missing",
    "/onderzoek/lijsten/lijsten.csv?stand=due",
    ...[one, other, gone].map(({ code }) => `/onderzoek/deelnemers/${code}`),
  ]) {
    const page = await desk.get(address);
    assert.equal(page.status, 200, address);
    for (const word of words) assert.ok(!page.html.includes(word), `${address} holds ${word}`);
  }
});

test("it is the research desk's, and nobody else's", async () => {
  for (const role of ["midwife", "project_group", "key_keeper", "maternity_coordinator"] as const) {
    const browser = browse(server, await region.actor(role, "practice"));
    for (const address of ["/onderzoek/verloop/study_1", "/onderzoek/lijsten", `/onderzoek/deelnemers/${one.code}`])
      assert.equal((await browser.get(address)).status, 403, `${role} ${address}`);
  }
});
