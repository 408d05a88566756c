import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../../main/testing/browse.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withJob } from "../../../platform/db/withNobody.ts";
import { ensurePoppler, readPdf } from "../../../platform/pdf/testing/poppler.ts";
import { findWordNotForHome } from "../../../trust/home/home.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { tellFull } from "../server/steering.store.ts";
import { anEligibleLine, aPilot, type Change } from "../testing/anEligibleLine.ts";

let region: Region;
let server: FastifyInstance;
let midwife: Actor;
let nurse: Actor;
before(async () => {
  ensurePoppler();
  region = await aRegion();
  await region.setToday("2026-11-22");
  server = await aServer();
  midwife = await region.actor("midwife", "practice", "Marieke Voorbeeld");
  nurse = await region.actor("youth_nurse", "youthHealth", "Hilde Voorbeeld");
  await aPilot(region);
});
after(async () => {
  await server.close();
  await region.close();
});

const mother = (insurer: string) => ({
  mother: { givenName: "Amira", prefix: null, familyName: "Yilmaz", birthDate: "1998-01-01", insurer },
});
const aFamily = async (change?: Change) => {
  const line = await anEligibleLine(region, { midwife, nurse }, change);
  return { ...line, base: `/gezinnen/${line.trajectoryId}/geboortezorg-flex` };
};
const postIsSafe = (familyId: string) =>
  region.asOwner(
    "insert into family_contact (family_id, channel, value, safe, author_organisation_id) values ($1, 'letter', 'post', true, $2)",
    [familyId, midwife.organisationId],
  );

test("each criterion stands there with its reason, and one press gives the place", async () => {
  const { base, familyId } = await aFamily();
  const me = browse(server, midwife);
  const page = await me.get(`${base}/1`);
  assert.match(page.text, /Geboortezorg Flex, pijler 1: besluit/);
  assert.match(page.text, /Nog 150 van 150 plaatsen vrij/);
  assert.match(page.text, /Categorie c, door verloskundige en JGZ samen bevestigd op zo 22 november 2026\./);
  assert.match(page.text, /Heerlen hoort bij het gebied: Parkstad of Sittard-Geleen\./);
  assert.match(page.text, /Dit gezin voldoet/);
  assert.doesNotMatch(page.text, /inkomen/i);
  const decided = await me.submit(`${base}/1/besluit`);
  assert.match(decided.text, /De plaats is gegeven/);
  assert.match(decided.text, /Dit gezin heeft een plaats.*Marieke Voorbeeld, verloskundige, Praktijk De Maas/);
  assert.match(decided.text, /Nog 149 van 150/);
  assert.match(decided.text, /Er staat niet vast dat een brief naar dit adres veilig is/);
  assert.equal((await me.get(`${base}/1/brief.pdf`)).status, 404, "no letter where post may not be safe");
  await postIsSafe(familyId);
  assert.match((await me.get(`${base}/1`)).text, /Brief openen \(PDF\)/);
  const response = await server.inject({ url: `${base}/1/brief.pdf`, headers: { cookie: `wieg-sessie=${midwife.token}` } });
  assert.equal(response.headers["content-type"], "application/pdf");
  const { text } = readPdf(response.rawPayload);
  assert.match(text, /Sanne Frijns/);
  assert.equal(findWordNotForHome(text), null);
  await me.get(`${base}/1/teruggeven`);
  const givenBack = await me.submit(`${base}/1/teruggeven`, { why: "mistake", noCare: "ja", note: "" });
  assert.match(givenBack.text, /De plaats is teruggegeven\. Vertel het gezin zelf wat dat betekent/);
  assert.equal((await me.get(`${base}/1/brief.pdf`)).status, 404, "no letter says that she has a place that was given back");
});

test("an insurer that is not in the list is a question with a link, and goes to who can answer", async () => {
  const { base, motherId, trajectoryId } = await aFamily({ family: mother("VGZ Ruime Keuze") });
  const me = browse(server, midwife);
  const page = await me.get(`${base}/1`);
  assert.match(page.text, /Verzekeraar te controleren Er staat “VGZ Ruime Keuze”/);
  assert.match(page.text, /Nog één vraag open/);
  assert.ok(page.html.includes(`/gezinnen/${trajectoryId}/gezinsleden/${motherId}`));
  assert.doesNotMatch(page.html, /geboortezorg-flex\/1\/besluit"/, "no button to decide");
  assert.match((await me.submit(`${base}/1/vragen`)).text, /De open vragen staan nu bij wie ze kan beantwoorden/);
  assert.match((await me.get("/werk")).text, /Verzekeraar nog niet bekend Nodig voor het besluit over Geboortezorg Flex, pijler 1/);
  const known = { givenName: "Amira", familyName: "Yilmaz", birthDate: "1-1-1998", insurer: "CZ" };
  const form = `/gezinnen/${trajectoryId}/gezinsleden/${motherId}`;
  assert.doesNotMatch((await me.get(`${form}?terug=//elders.example`)).html, /name="_back"/, "only to a page of Wieg");
  await me.get(`${form}?terug=${base}/1`);
  assert.equal((await me.post(form, { ...known, familyName: "" })).status, 422);
  assert.match(
    (await me.submit(form, known)).text,
    /De gegevens zijn gewijzigd.*pijler 1: besluit.*Dit gezin voldoet/,
    "back at the decision",
  );
});

test("a no: reasons, what is offered instead, how to tell it; a letter that names only what may be named", async () => {
  const { base, familyId } = await aFamily({ family: mother("Menzis") });
  await postIsSafe(familyId);
  const me = browse(server, midwife);
  assert.match((await me.get(`${base}/1`)).text, /Dit gezin voldoet niet Niet aan: verzekeraar\./);
  assert.match((await me.post(`${base}/1/geen-plaats`, {})).text, /Kies wat u het gezin in plaats hiervan aanbiedt/);
  const decided = await me.submit(`${base}/1/geen-plaats`, { offered: ["maternity_care", "youth_health"], note: "" });
  assert.match(decided.text, /Geen plaats, besloten op zo 22 november 2026/);
  assert.match(decided.text, /Gewone kraamzorg, met de uren die nodig zijn/);
  const response = await server.inject({ url: `${base}/1/brief.pdf`, headers: { cookie: `wieg-sessie=${midwife.token}` } });
  const { text } = readPdf(response.rawPayload);
  assert.match(text, /Verzekeraar/);
  assert.equal(findWordNotForHome(text), null);
});

test("a family that is not vulnerable enough gets no letter: it is told in person", async () => {
  const { base, familyId, trajectoryId } = await aFamily();
  await postIsSafe(familyId);
  await region.asOwner(
    "insert into vulnerability_assessment (id, trajectory_id, way, category, role, author_organisation_id) select '0b5e7d4e-0000-4000-8000-000000000001', $1, 'after_visit', 'b', 'midwife', $2",
    [trajectoryId, midwife.organisationId],
  );
  await region.asOwner(
    "insert into category_route (id, trajectory_id, category, route, assessed_on, since, role, author_organisation_id) select '0b5e7d4e-0000-4000-8000-000000000001', $1, 'b', 2, app.today(), app.today(), 'midwife', $2",
    [trajectoryId, midwife.organisationId],
  );
  const decided = await browse(server, midwife).submit(`${base}/1/geen-plaats`, { offered: "municipality" });
  assert.match(decided.text, /Deze reden vertelt u zelf, in een gesprek\. Hiervoor gaat geen brief naar huis\./);
  assert.match(decided.text, /nu bedoeld voor gezinnen met meer zorgen tegelijk/);
});

test("pillar 2 in the browser: recorded, confirmed by the youth nurse, decided", async () => {
  const { base } = await aFamily();
  const me = browse(server, midwife);
  const her = browse(server, nurse);
  assert.match((await me.get(`${base}/2`)).text, /Waarvoor en hoeveel Nog niet vastgelegd/);
  const fields = {
    need: "other_help_not_available",
    question: "Hulp bij slapen",
    goal: "Rust in de nacht",
    hours: "24,3",
    agreed: ["family", "midwife"],
  };
  const wrong = await me.post(`${base}/2/aanvraag`, fields);
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Vul hele of halve uren in, zoals 24 of 24,5/);
  assert.match((await me.submit(`${base}/2/aanvraag`, { ...fields, hours: "24,5" })).text, /24 u 30/);
  assert.doesNotMatch((await me.get(`${base}/2`)).text, /Ik bevestig/);
  await her.get(`${base}/2`);
  assert.match((await her.submit(`${base}/2/eens`)).text, /U bevestigde vraag en doel/);
  assert.match((await me.submit(`${base}/2/besluit`)).text, /Dit gezin heeft een plaats/);
});

test("the overview: bars for all, families for who works with them, numbers for the project group, nothing for others", async () => {
  const { base } = await aFamily();
  const me = browse(server, midwife);
  await me.submit(`${base}/1/besluit`);
  const mine = await me.get("/geboortezorg-flex");
  assert.match(mine.text, /Pijler 1: vergoeding van de eigen bijdrage kraamzorg/);
  assert.match(mine.text, /Waarvan doorstroom uit pijler 1 0 van 50 bezet, 50 vrij/);
  assert.match(mine.text, /S\. Frijns/);
  assert.doesNotMatch(mine.text, /Instroom per gemeente/);
  const group = browse(server, await region.actor("project_group", "office"));
  const theirs = await group.get("/geboortezorg-flex");
  assert.match(theirs.text, /Instroom per gemeente.*Heerlen/);
  assert.doesNotMatch(theirs.html, /Frijns|\/gezinnen\//);
  await group.get("/geboortezorg-flex/verplaatsen?programma=geboortezorg-flex");
  assert.match(
    (
      await group.submit("/geboortezorg-flex/verplaatsen?programma=geboortezorg-flex", {
        to: "direct",
        places: "5",
        reason: "Te weinig doorstroom",
      })
    ).text,
    /De plaatsen zijn verplaatst.*0 van 45 bezet/,
  );
  assert.equal((await browse(server, await region.actor("childcare", "childcare")).get("/geboortezorg-flex")).status, 403);
  assert.equal((await me.get("/geboortezorg-flex/verplaatsen")).status, 403);
});

test("a ceiling that is reached stands on everyone's list until it was read", async () => {
  const [pool] = await region.asOwner<{ id: string; taken: number }>(
    "select id, taken from place_pool where pillar = 1 and entry = 'direct'",
  );
  await region.asOwner("update place_pool set taken = 150 where id = $1", [pool?.id]);
  await withJob("programme-full", (db) => tellFull(db, pool?.id ?? ""));
  const me = browse(server, midwife);
  assert.match((await me.get("/werk")).text, /De plaatsen van pijler 1 van Geboortezorg Flex zijn op/);
  const { base } = await aFamily();
  assert.match((await me.get(`${base}/1`)).text, /Alle 150 plaatsen zijn bezet.*De plaatsen zijn op/);
  await me.get("/geboortezorg-flex");
  await me.submit("/geboortezorg-flex/gelezen");
  assert.doesNotMatch((await me.get("/werk")).text, /De plaatsen van pijler 1/);
  await region.asOwner("update place_pool set taken = $2 where id = $1", [pool?.id, pool?.taken]);
});

test("the family page shows what is decided, and what is next", async () => {
  const { base, trajectoryId } = await aFamily();
  const me = browse(server, midwife);
  assert.match((await me.get(`/gezinnen/${trajectoryId}`)).text, /Besluit over Geboortezorg Flex\. De categorie is samen bevestigd/);
  await me.submit(`${base}/1/besluit`);
  const shown = await me.get(`/gezinnen/${trajectoryId}`);
  assert.match(shown.text, /Flex pijler 1/);
  assert.match(shown.text, /Pijler 1 plaats sinds zo 22 november 2026/);
});

test("someone else's family, and a pillar that is none, do not exist in any address or form", async () => {
  const { base } = await aFamily();
  const stranger = browse(server, await region.actor("midwife", "otherPractice"));
  for (const path of ["/1", "/2", "/1/geen-plaats", "/1/teruggeven", "/2/aanvraag", "/1/brief.pdf", "/3", "/x"])
    assert.equal((await stranger.get(base + path)).status, 404, path);
  const forms: readonly (readonly [string, Record<string, string>])[] = [
    ["/1/besluit", {}],
    ["/1/vragen", {}],
    ["/1/verzekeraar", { group: "CZ" }],
    ["/1/geen-plaats", { offered: "other", note: "omdat" }],
    ["/1/teruggeven", { why: "mistake", noCare: "ja" }],
    ["/2/aanvraag", { seen: "", need: "none", question: "vraag", goal: "doel" }],
    ["/2/eens", { version: "1" }],
  ];
  for (const [path, fields] of forms) assert.equal((await stranger.post(base + path, fields)).status, 404, path);
  const coordinator = browse(server, await region.actor("maternity_coordinator", "otherMaternityCare"));
  assert.equal(
    (await coordinator.post(`${base.replace(/^\/gezinnen\/(.*)\/geboortezorg-flex$/, "/geboortezorg-flex/$1")}/aannemen`)).status,
    404,
  );
});
