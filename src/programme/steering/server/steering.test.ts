import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../../main/testing/browse.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { anEligibleLine, aPilot } from "../../enrolment/testing/anEligibleLine.ts";
import { givePlaces } from "../testing/givePlaces.ts";

let region: Region;
let server: FastifyInstance;
let group: Actor;
let coordinator: Actor;
let midwife: Actor;
let nurse: Actor;
const sturing = "/geboortezorg-flex/sturing";
const programma = "geboortezorg-flex";

before(async () => {
  region = await aRegion();
  await region.setToday("2026-11-22");
  server = await aServer();
  await aPilot(region);
  group = await region.actor("project_group", "office", "Thomas Voorbeeld");
  coordinator = await region.actor("maternity_coordinator", "maternityCare", "Petra Voorbeeld");
  midwife = await region.actor("midwife", "practice");
  nurse = await region.actor("youth_nurse", "youthHealth");
});
after(async () => {
  await server.close();
  await region.close();
});

const expect = async (fields: Record<string, string>) => {
  const me = browse(server, group);
  await me.get(`${sturing}/verwachting`);
  return me.submit(`${sturing}/verwachting`, { van: "2026-01", "tot-en-met": "2026-12", reden: "Naar de geboorten van 2025", ...fields });
};

test("without an expectation the page says what to do first", async () => {
  const page = await browse(server, group).get(sturing);
  assert.match(page.text, /Er is nog geen verwachting vastgesteld.*Verwachting vaststellen/);
});

test("what is typed wrong is said beside its field, and what was typed stays", async () => {
  const page = await expect({ "n-1-GM0917": "veel" });
  assert.equal(page.status, 422);
  assert.match(page.text, /Vul een aantal in, zoals 2 of 2,5/);
  assert.ok(page.html.includes('value="veel"'));
  assert.match((await expect({ van: "2026-12", "tot-en-met": "2026-01" })).text, /Deze maand ligt voor de eerste/);
});

test("a place counts in its month the moment it is given, beside what was expected, with the mark of the rule", async () => {
  assert.match((await expect({ "n-1-GM0917": "2", "n-1-GM1883": "0,5" })).text, /De verwachting is vastgesteld/);
  const { trajectoryId } = await anEligibleLine(region, { midwife, nurse });
  assert.match(
    (await browse(server, midwife).submit(`/gezinnen/${trajectoryId}/geboortezorg-flex/1/besluit`)).text,
    /De plaats is gegeven/,
  );
  const page = await browse(server, group).get(`${sturing}?maand=2026-11`);
  // Ten months of two and 22 of 30 days of november; one came.
  assert.match(page.text, /Heerlen 1 1,5 1 21,5 13 tot 31 Blijft achter/);
  assert.match(page.text, /Sittard-Geleen 0 0,4 0 5,4 1 tot 10 Blijft achter/);
  assert.match(page.text, /november 2026 loopt nog/i);
  assert.match(page.text, /Stagneert: sinds het begin valt het mee, maar in de laatste 3 maanden/);
});

test("a next version leaves other months and municipalities as they were, and keeps the earlier one with its reason", async () => {
  await expect({ "n-1-GM1883": "1", "n-1-GM0917": "", van: "2026-11", "tot-en-met": "2026-11", reden: "Meer geboorten in Sittard" });
  const page = await browse(server, group).get(`${sturing}?maand=2026-11`);
  assert.match(page.text, /Heerlen 1 1,5 1 21,5/);
  assert.match(page.text, /Sittard-Geleen 0 0,7 0 5,7/);
  assert.match(page.text, /versie 2, vastgesteld op zo 22 november 2026 door Thomas Voorbeeld\. Reden: Meer geboorten in Sittard/);
  assert.match((await browse(server, group).get(`${sturing}/verwachting`)).text, /Eerdere versies \(2\).*Naar de geboorten van 2025/);
});

test("who else may come: the coordinator of this programme reads, a midwife and another organisation's coordinator do not", async () => {
  const reads = await browse(server, coordinator).get(sturing);
  assert.match(reads.text, /Blijft achter/);
  assert.doesNotMatch(reads.html, /sturing\/(?:actie|verwachting)\?/, "she decides nothing");
  assert.equal((await browse(server, coordinator).get(`${sturing}/verwachting`)).status, 403);
  assert.equal((await browse(server, midwife).get(sturing)).status, 403);
  const other = await region.actor("maternity_coordinator", "otherMaternityCare");
  assert.equal((await browse(server, other).get(sturing)).status, 404, "a programme that is not hers");
});

test("an action stands on the list of its owner, is late after its day, and ends with what came of it", async () => {
  const me = browse(server, group);
  await me.get(`${sturing}/actie`);
  const owner = (await region.asOwner<{ id: string }>("select id from membership where id = $1", [coordinator.membershipId]))[0]?.id ?? "";
  const fields = { afwijking: "Heerlen blijft achter", actie: "Praktijken bellen", eigenaar: owner, uiterlijk: "20-11-2026" };
  assert.match(
    (await me.submit(`${sturing}/actie`, { ...fields, eigenaar: midwife.membershipId })).text,
    /Kies iemand van de projectgroep/,
  );
  assert.match((await me.submit(`${sturing}/actie`, fields)).text, /De actie is afgesproken/);
  assert.match((await me.get(sturing)).text, /Praktijken bellen Petra Voorbeeld vr 20 november 2026 Te laat/);
  assert.match((await me.get(sturing)).text, /één actie is te laat/);
  const her = browse(server, coordinator);
  const work = await her.get("/werk");
  assert.match(work.text, /Actie van de projectgroep/);
  const href = /href="(\/geboortezorg-flex\/sturing\/acties\/[0-9a-f-]+)"/.exec(work.html)?.[1] ?? "";
  await her.get(href);
  assert.match(
    (await her.submit(href, { resultaat: "Vier praktijken gesproken" })).text,
    /De actie is afgerond.*Resultaat: Vier praktijken gesproken/,
  );
  assert.doesNotMatch((await her.get("/werk")).text, /Actie van de projectgroep/);
  assert.equal((await her.get(href)).status, 404, "it can't be ended twice");
});

test("an evaluation moment: one a day, its decision is noted from that day on, once", async () => {
  const me = browse(server, group);
  await me.get(`${sturing}/evaluatie`);
  assert.match((await me.submit(`${sturing}/evaluatie`, { dag: "22-11-2026", waarover: "Instroom na een jaar" })).text, /gepland/);
  await me.get(`${sturing}/evaluatie`);
  assert.match(
    (await me.submit(`${sturing}/evaluatie`, { dag: "22-11-2026", waarover: "Nog een keer" })).text,
    /staat al een evaluatiemoment/,
  );
  const page = await me.get(sturing);
  const href = /href="(\/geboortezorg-flex\/sturing\/evaluatie\/[0-9a-f-]+)"/.exec(page.html)?.[1] ?? "";
  await me.get(href);
  assert.match(
    (await me.submit(href, { besluit: "Praktijken in Heerlen bezoeken" })).text,
    /Praktijken in Heerlen bezoeken Genoteerd op zo 22 november 2026/,
  );
  assert.equal((await me.get(href)).status, 404);
});

test("what is published is ten or more, once, and never changes", async () => {
  await givePlaces(region, { pillar: 1, municipality: "GM0917", on: "2026-09-10", families: 12 });
  await givePlaces(region, { pillar: 1, municipality: "GM1883", on: "2026-09-10", families: 4 });
  const me = browse(server, group);
  await me.get(`${sturing}?maand=2026-10`);
  assert.match((await me.submit(`${sturing}/publiceren`, { programma, maand: "2026-10" })).text, /De maand is gepubliceerd/);
  const read = async (month: string) =>
    (await browse(server, midwife).get(`/geboortezorg-flex/cijfers?maand=${month}`)).text.split("Gemeente Pijler 1")[1] ?? "";
  assert.match(await read("2026-10"), /Heerlen 12/);
  assert.match(await read("2026-10"), /Sittard-Geleen –/);
  assert.match(await read("2026-10"), /Samen, voor zover te tonen 12/);
  const before = await read("2026-10");
  await givePlaces(region, { pillar: 1, municipality: "GM0917", on: "2026-10-10", families: 3 });
  await region.setToday("2026-12-05");
  await me.get(`${sturing}?maand=2026-11`);
  await me.submit(`${sturing}/publiceren`, { programma, maand: "2026-11" });
  assert.equal(await read("2026-10"), before, "the month is as it was published");
  assert.match(await read("2026-11"), /Heerlen 12 tot en met oktober 2026/, "three more wait until they are ten");
  await me.get(`${sturing}?maand=2026-11`);
  const twice = await me.post(`${sturing}/publiceren`, { programma, maand: "2026-11" });
  assert.equal(twice.status, 303);
  assert.equal((await region.asOwner<{ n: number }>("select count(*)::int as n from inflow_publication"))[0]?.n, 2);
});

test("the database itself keeps no block that is small, overlaps another or counts otherwise", async () => {
  await assert.rejects(
    region.asOwner(
      "insert into published_block select publication_id, programme_id, pillar, '{GM0882}', '{1900-01-01}', until_month, 9 from published_block limit 1",
    ),
    /families_check/,
  );
});

test("the kept count is what the places say", async () => {
  const kept = await region.asOwner("select * from steering_inflow order by municipality_code, month, pillar");
  await region.asOwner("select trust.rebuild_steering_inflow()");
  assert.deepEqual(await region.asOwner("select * from steering_inflow order by municipality_code, month, pillar"), kept);
});
