import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../main/testing/browse.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { decidePlace } from "../enrolment/server/decidePlace.ts";
import { anEligibleLine, aPilot } from "../enrolment/testing/anEligibleLine.ts";

// A next version is prepared by one, checked, approved by another; nothing that was decided changes [domain 4].
let region: Region;
let server: FastifyInstance;
let admin: Actor;
let group: Actor;
let midwife: Actor;
let nurse: Actor;
before(async () => {
  region = await aRegion();
  await region.setToday("2026-11-22");
  server = await aServer();
  admin = await region.actor("platform_admin", "office", "Bea Beheer");
  group = await region.actor("project_group", "office", "Paul Project");
  midwife = await region.actor("midwife", "practice");
  nurse = await region.actor("youth_nurse", "youthHealth");
  await aPilot(region);
});
after(async () => {
  await server.close();
  await region.close();
});

const base = "/beheer/programma/geboortezorg-flex";
const pillars = {
  "pillars.1.name": "Vergoeding",
  "pillars.1.ceiling": "160",
  "pillars.1.flowOnAtMost": "0",
  "pillars.1.source": "besluit",
  "pillars.2.name": "Flexibel",
  "pillars.2.ceiling": "100",
  "pillars.2.flowOnAtMost": "60",
  "pillars.2.source": "besluit",
};

test("each section is readable, with its values in Dutch", async () => {
  const page = await browse(server, admin).get("/beheer/programma");
  assert.match(page.text, /Gebied .*Gemeenten .*Heerlen/);
  assert.match(page.text, /Pijler 1: Plaatsen 150 gezinnen/);
  assert.match(page.text, /2025 € 5,40/);
  assert.match(page.text, /Pijler 2 tot 6 maanden na de geboorte/);
});

test("prepared by the administrator, refused where it is wrong, offered with its warnings, approved by the project group", async () => {
  const her = browse(server, admin);
  const theirs = browse(server, group);
  await her.get(base);
  await her.submit(`${base}/begin`);
  const empty = await her.get(`${base}/voorstel`);
  assert.match(empty.text, /Eerst herstellen Er is al een versie vanaf|Er is nog niets veranderd/);
  await her.get(`${base}/voorstel/deel/pillars`);
  const wrong = await her.submit(`${base}/voorstel/deel/pillars`, {
    ...pillars,
    "pillars.2.flowOnAtMost": "120",
    "pillars.1.ceiling": "veel",
  });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Vul dit in, als getal/);
  assert.match(wrong.html, /value="veel"/, "what was typed is kept");
  await her.get(`${base}/voorstel/deel/pillars`);
  const kept = await her.submit(`${base}/voorstel/deel/pillars`, pillars);
  assert.match(kept.text, /Pijler 1: Plaatsen anders 150 gezinnen 160 gezinnen/);
  assert.match(kept.text, /Er staat|geen tarief van de eigen bijdrage/);
  await her.get(`${base}/voorstel/ingang`);
  assert.match((await her.submit(`${base}/voorstel/ingang`, { startsOn: "1-1-2026" })).text, /Kies vandaag of een latere dag/);
  await her.get(`${base}/voorstel/ingang`);
  assert.match((await her.submit(`${base}/voorstel/ingang`, { startsOn: "1-12-2026" })).text, /Vanaf di 1 december 2026/);
  await her.get(`${base}/voorstel/aanbieden`);
  assert.match((await her.submit(`${base}/voorstel/aanbieden`, { why: "Meer gezinnen dan verwacht" })).text, /Vink elke waarschuwing aan/);
  const offered = await her.submit(`${base}/voorstel/aanbieden`, { why: "Meer gezinnen dan verwacht", confirmed: ["rate-missing"] });
  assert.match(offered.text, /De projectgroep vindt dit nu bij haar werk/);
  assert.match((await theirs.get("/werk")).text, /Nieuwe versie van Geboortezorg Flex/);
  await theirs.get(`${base}/voorstel`);
  const approved = await theirs.submit(`${base}/voorstel/akkoord`);
  assert.match(approved.text, /De nieuwe versie staat vast/);
  assert.match(approved.text, /Versie 2 Meer gezinnen dan verwacht di 1 december 2026 komt nog Bea Beheer, akkoord van Paul Project/);
  assert.doesNotMatch((await theirs.get("/werk")).text, /Nieuwe versie van/);
});

test("before its first day it changes nothing; from then on it holds for new decisions, and an earlier one stays with its version", async () => {
  const line = await anEligibleLine(region, { midwife, nurse });
  assert.equal((await decidePlace(midwife, { trajectoryId: line.trajectoryId, pillar: 1, funder: null })).code, "done");
  const me = browse(server, midwife);
  assert.match((await me.get("/geboortezorg-flex")).text, /1 van 150 bezet/);
  await region.setToday("2026-12-01");
  assert.match((await me.get("/geboortezorg-flex")).text, /1 van 160 bezet.*Waarvan doorstroom uit pijler 1 0 van 60/);
  const next = await anEligibleLine(region, { midwife, nurse });
  assert.equal((await decidePlace(midwife, { trajectoryId: next.trajectoryId, pillar: 1, funder: null })).code, "done");
  const rows = await region.asOwner<{ number: number; state: string }>(
    `select v.number, p.state from programme_decision d join programme_version v on v.id = d.version_id join programme_place p on p.decision_id = d.id
     where d.trajectory_id = any($1) order by v.number`,
    [[line.trajectoryId, next.trajectoryId]],
  );
  assert.deepEqual(rows, [
    { number: 1, state: "taken" },
    { number: 2, state: "taken" },
  ]);
  assert.match((await me.get(`/gezinnen/${line.trajectoryId}/geboortezorg-flex/1`)).text, /Versie van de regels 1/);
  await region.setToday("2026-11-22");
});

test("a version that does not hold yet is taken back with a reason; one that holds is not", async () => {
  const theirs = browse(server, group);
  assert.equal((await theirs.get(`${base}/versie/1`)).html.includes("intrekken"), false);
  await theirs.get(`${base}/versie/2/intrekken`);
  assert.match((await theirs.submit(`${base}/versie/2/intrekken`, { why: "Toch niet nodig" })).text, /is ingetrokken en gaat niet in/);
  assert.match((await theirs.get(`${base}/versie/2`)).text, /ingetrokken.*Paul Project: Toch niet nodig/);
  await theirs.get(`${base}/versie/1/intrekken`);
  assert.match((await theirs.submit(`${base}/versie/1/intrekken`, { why: "Mag niet" })).text, /Deze versie geldt al/);
  await region.setToday("2026-12-02");
  assert.match((await browse(server, midwife).get("/geboortezorg-flex")).text, /van 150 bezet/);
  await region.setToday("2026-11-22");
});

test("the preview counts families whose outcome would differ, and names them to the coordinator alone", async () => {
  const line = await anEligibleLine(
    region,
    { midwife, nurse },
    { family: { mother: { givenName: "Amira", prefix: null, familyName: "Yilmaz", birthDate: "1998-01-01", insurer: "CZ" } } },
  );
  await region.asOwner("update family_address set municipality_code = 'GM0935' where family_id = $1", [line.familyId]);
  const her = browse(server, admin);
  await her.get(base);
  await her.submit(`${base}/begin`);
  const typed = { "area.name": "Parkstad en Maastricht", "area.source": "besluit", "area.municipalities": ["GM0917", "GM0935"] };
  await her.get(`${base}/voorstel/deel/area`);
  const preview = await her.submit(`${base}/voorstel/deel/area`, typed);
  assert.match(preview.text, /1 gezin die nu niet konden, kunnen dan wel/);
  assert.match(preview.text, /Niet meer in het gebied: .*Kerkrade/);
  assert.match(preview.text, /Gemeenten erbij Maastricht/);
  assert.match(preview.text, /Nieuwe brieven zeggen iets anders \(gebied\)/);
  assert.doesNotMatch(preview.html, /Yilmaz/);
});

test("only who configures prepares, only the project group approves, and a care role sees none of it", async () => {
  assert.equal((await browse(server, midwife).get(base)).status, 403);
  assert.equal((await browse(server, group).get(`${base}/voorstel/deel/area`)).status, 403);
  assert.equal((await browse(server, admin).get("/beheer/programma/geen")).status, 404);
  await assert.rejects(region.asOwner("select trust.start_proposal(id, app.today()) from programme", []), { code: "42501" });
});
