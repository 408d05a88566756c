import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../../../main/testing/browse.ts";
import type { Actor } from "../../../../platform/db/actor.ts";
import { aRegion, type Region } from "../../../../registry/testing/aRegion.ts";
import { aLine } from "../../../trajectory/testing/aLine.ts";

let region: Region;
let server: FastifyInstance;
let midwife: Actor;
let helper: Actor;
before(async () => {
  region = await aRegion();
  await region.setToday("2026-11-09");
  server = await aServer();
  midwife = await region.actor("midwife", "practice", "M. Voorbeeld");
  helper = await region.actor("support_provider", "support", "Cora Voorbeeld");
});
after(async () => {
  await server.close();
  await region.close();
});

const fields = {
  name: "Samen de post",
  description: "Wekelijks samen de post openen.",
  status: "active",
  topics: ["money"],
  languages: ["nl"],
};

test("an offer is added, found, reported and checked, each with the least presses", async () => {
  const [hers, mine] = [browse(server, helper), browse(server, midwife)];
  const wrong = await hers.submit("/sociale-kaart/nieuw", { ...fields, name: "", pregnancyFromWeek: "veel" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Vul de naam in/);
  assert.match(wrong.text, /Vul een heel getal in/);
  const made = await hers.submit("/sociale-kaart/nieuw", {
    ...fields,
    waitWeeks: "3",
    capacityAvailable: "0",
    capacityMaximum: "8",
    contactPhone: "045 123 45 67",
  });
  assert.match(made.text, /Samen de post open/);
  assert.match(made.text, /vol \(8 plaatsen\)/);
  const [, id = ""] = /sociale-kaart\/([0-9a-f-]{36})/.exec(made.html) ?? [];
  const list = await mine.get("/sociale-kaart?zoek=post");
  assert.match(list.text, /Samen de post vol/);
  assert.match(list.html, /href="tel:0451234567"/);
  assert.match((await mine.submit(`/sociale-kaart/${id}/klopt-niet`)).text, /Gemeld\. Wie het bijhoudt, kijkt het na\./);
  assert.match((await hers.get("/werk")).text, /“Samen de post” klopt misschien niet meer/);
  await hers.get(`/sociale-kaart/${id}`);
  assert.match((await hers.submit(`/sociale-kaart/${id}/klopt`)).text, /Nagekeken op ma 9 november 2026 door Cora Voorbeeld/);
  assert.doesNotMatch((await hers.get("/werk")).text, /Samen de post/);
  assert.equal((await mine.get(`/sociale-kaart/${id}/wijzigen`)).status, 404);
});

test("from a family's page: what fits, why, and what does not on request", async () => {
  const she = browse(server, midwife);
  const line = await aLine(midwife); // 20 weeks pregnant, 30 years old, in Heerlen
  const family = await she.get(`/gezinnen/${line.trajectoryId}`);
  assert.match(family.text, /Steun zoeken voor dit gezin/);
  const fits = await she.get(`/gezinnen/${line.trajectoryId}/steun`);
  assert.match(fits.text, /Stevig Ouderschap past misschien/);
  assert.match(fits.text, /zij is 20\+0 zwanger/);
  assert.doesNotMatch(fits.text, /VoorZorg past/);
  const all = await she.get(`/gezinnen/${line.trajectoryId}/steun?alles=ja&zoek=voorzorg`);
  assert.match(all.text, /VoorZorg past niet.*het is voor moeders tot en met 25 jaar/);
  assert.match(all.text, /Nog door niemand nagekeken/);
  const stranger = browse(server, await region.actor("midwife", "otherPractice"));
  assert.equal((await stranger.get(`/gezinnen/${line.trajectoryId}/steun`)).status, 404);
});

test("the whole directory as a file; a filter typed by hand explains itself too", async () => {
  const she = browse(server, midwife);
  const file = await she.get("/sociale-kaart/bestand");
  assert.match(file.html, /"total_items": 1[34]/);
  const list = await she.get("/sociale-kaart?periode=infancy&gemeente=GM0917&zoek=vve");
  assert.match(list.text, /VVE.*past misschien.*Ga na: of de JGZ een indicatie gaf/);
});

test("who to call: named by the organisation, seen from a family with one press", async () => {
  const [hers, mine] = [browse(server, helper), browse(server, midwife)];
  const at = `/sociale-kaart/organisaties/${helper.organisationId}`;
  assert.match((await hers.submit(at, { person: helper.membershipId, subject: "Geldzorgen" })).text, /Kies voor welke gemeente/);
  assert.match(
    (await hers.submit(at, { person: helper.membershipId, municipality: "GM0917", subject: "Geldzorgen" })).text,
    /Het aanspreekpunt is toegevoegd/,
  );
  const line = await aLine(midwife);
  const family = await mine.get(`/gezinnen/${line.trajectoryId}`);
  assert.match(family.text, /Vaste aanspreekpunten.*Cora Voorbeeld, hulpverlener \(Geldzorgen\)/);
  assert.match(family.html, /href="tel:0450000000"/);
});

test("who does not work with families has no business here", async () => {
  for (const role of ["research_desk", "project_group", "privacy_officer"] as const)
    assert.equal((await browse(server, await region.actor(role, "office")).get("/sociale-kaart")).status, 403, role);
  assert.equal((await browse(server, await region.actor("organisation_admin", "support")).get("/sociale-kaart")).status, 200);
});
