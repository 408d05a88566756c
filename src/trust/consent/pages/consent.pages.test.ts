import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aLine } from "../../../pathway/trajectory/testing/aLine.ts";
import { aServer, browse } from "../../../main/testing/browse.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { answerRelationOffer, offerRelation } from "../../access/server/door.ts";

let region: Region;
let server: FastifyInstance;
let midwife: Actor;
let nurse: Actor;
before(async () => {
  region = await aRegion();
  await region.setToday("2026-11-09");
  server = await aServer();
  midwife = await region.actor("midwife", "practice");
  nurse = await region.actor("youth_nurse", "youthHealth");
});
after(async () => {
  await server.close();
  await region.close();
});

/** A line on which the youth health service is involved. */
async function anInvolvedLine() {
  const line = await aLine(midwife);
  await withActor(midwife, "relation.offered", ({ db }) =>
    offerRelation(db, { trajectoryId: line.trajectoryId, organisationId: nurse.organisationId, basis: "home_visit" }),
  );
  await withActor(nurse, "relation.accepted", ({ db }) =>
    answerRelationOffer(db, { trajectoryId: line.trajectoryId, basis: "home_visit", accept: true }),
  );
  return { ...line, base: `/gezinnen/${line.trajectoryId}/toestemming` };
}
const yes = (motherId: string) => ({
  given: "ja",
  about: motherId,
  givenBy: "self",
  recipients: [nurse.organisationId],
  parts: ["identity", "plan"],
  way: "spoken",
  givenOn: "9-11-2026",
});

test("asked, given, shown in one sentence, limited and withdrawn: each at the next request", async () => {
  const { motherId, base } = await anInvolvedLine();
  const me = browse(server, midwife);
  const her = browse(server, nurse);
  assert.equal((await her.get(base)).status, 404);
  const recorded = await me.submit(`${base}/vragen/huisbezoek`, yes(motherId));
  assert.equal(recorded.status, 200);
  assert.match(
    recorded.text,
    /JGZ Zuid mag zien van Sanne Frijns: naam, adres en telefoon en gezinsplan\. Voor: huisbezoek door de JGZ\. Tot het wordt ingetrokken\./,
  );
  assert.equal((await her.get(base)).status, 200);

  const [, consentId = ""] = /toestemming\/([0-9a-f-]{36})\/intrekken/.exec(recorded.html) ?? [];
  const limited = await me.submit(`${base}/${consentId}/beperken`, { parts: ["identity"], way: "spoken" });
  assert.match(limited.text, /mag zien van Sanne Frijns: naam, adres en telefoon\. Voor/);
  assert.match(limited.text, /Eerdere antwoorden/);

  const [, narrower = ""] = /toestemming\/([0-9a-f-]{36})\/intrekken/.exec(limited.html) ?? [];
  assert.match(limited.text, /Vanaf de volgende klik ziet JGZ Zuid dit niet meer/);
  const withdrawn = await me.submit(`${base}/${narrower}/intrekken`);
  assert.match(withdrawn.text, /De toestemming is ingetrokken\. Dat werkt meteen\./);
  assert.match(withdrawn.text, /Nu niemand/);
  assert.equal((await her.get(base)).status, 404);
});

test("a no is kept in the family's own words, and the line goes on", async () => {
  const { trajectoryId, motherId, base } = await anInvolvedLine();
  const me = browse(server, midwife);
  const shown = await me.submit(`${base}/vragen/delen`, {
    given: "nee",
    reason: "Eerst met mijn man praten",
    about: motherId,
    givenBy: "self",
    way: "spoken",
    givenOn: "8-11-2026",
  });
  assert.match(shown.text, /Nee , over Sanne Frijns\. Eerst met mijn man praten/);
  assert.equal((await me.get(`/gezinnen/${trajectoryId}`)).status, 200);
});

test("mistakes come back beside their field, with what was typed", async () => {
  const { motherId, base } = await anInvolvedLine();
  const me = browse(server, midwife);
  const send = (part: object) => me.post(`${base}/vragen/huisbezoek`, { ...yes(motherId), ...part });
  const tomorrow = await send({ givenOn: "10-11-2026", reason: "<b>blijft staan</b>" });
  assert.equal(tomorrow.status, 422);
  assert.match(tomorrow.text, /Deze dag ligt in de toekomst/);
  assert.match(tomorrow.html, /&lt;b&gt;blijft staan/);
  assert.match((await send({ givenOn: "31-2-2026" })).text, /Vul een dag in die bestaat/);
  assert.match((await send({ recipients: [] })).text, /Kies met wie gedeeld mag worden/);
  assert.match((await send({ parts: [] })).text, /Kies ten minste één onderdeel/);
  assert.match((await send({ givenBy: "parents" })).text, /een ander antwoord op de vraag wie beslist/);
  assert.match((await send({ given: "" })).text, /Kies ja of nee/);
});

test("pressing withdraw on an old page changes nothing and says so", async () => {
  const { motherId, base } = await anInvolvedLine();
  const me = browse(server, midwife);
  const page = await me.submit(`${base}/vragen/huisbezoek`, yes(motherId));
  const [, id = ""] = /toestemming\/([0-9a-f-]{36})\/intrekken/.exec(page.html) ?? [];
  await me.post(`${base}/${id}/intrekken`);
  const again = await browse(server, midwife).submit(`${base}/${id}/intrekken`, { version: "1" });
  assert.match(again.text, /Iemand anders veranderde deze toestemming intussen/);
});

test("ids of other families and made-up ids lead to the same neutral page", async () => {
  const { trajectoryId, motherId, base } = await anInvolvedLine();
  const mine = browse(server, midwife);
  const page = await mine.submit(`${base}/vragen/huisbezoek`, yes(motherId));
  const [, id = ""] = /toestemming\/([0-9a-f-]{36})\/intrekken/.exec(page.html) ?? [];
  const other = browse(server, await region.actor("midwife", "otherPractice"));
  const nobodys = "11111111-2222-4333-8444-555555555555";
  for (const address of [
    base,
    `${base}/vragen/huisbezoek`,
    `${base}/${id}/beperken`,
    `${base}/formulier`,
    `${base}/formulier.pdf?over=${motherId}&doel=sharing`,
    `/gezinnen/${nobodys}/toestemming`,
    `/gezinnen/geen-id/toestemming`,
    `${base}/vragen/onzin`,
  ])
    assert.equal((await other.get(address)).status, 404, address);
  assert.equal((await other.post(`${base}/${id}/intrekken`, { version: "1" })).status, 404);
  assert.equal((await mine.get(`${base}/${nobodys}/beperken`)).status, 404);
  assert.equal((await mine.post(`${base}/${nobodys}/intrekken`, { version: "1" })).status, 404);
  const own = await aLine(await region.actor("midwife", "otherPractice"));
  assert.equal((await mine.post(`/gezinnen/${own.trajectoryId}/toestemming/${id}/intrekken`, { version: "1" })).status, 404);
  assert.match((await mine.get(base)).text, /JGZ Zuid mag zien/);
  assert.ok(trajectoryId);
});

test("the form for a signature is a PDF, of one person", async () => {
  const { motherId, base } = await anInvolvedLine();
  const me = browse(server, midwife);
  assert.match((await me.get(`${base}/formulier`)).text, /Voor wie\?/);
  const pdf = await me.get(`${base}/formulier.pdf?over=${motherId}&doel=sharing&doel=prenatal_home_visit`);
  assert.equal(pdf.headers["content-type"], "application/pdf");
  assert.match(pdf.html, /^%PDF-/);
  assert.equal((await me.get(`${base}/formulier.pdf?over=${motherId}`)).location, `${base}/formulier?probleem=form-without-questions`);
});

test("a platform administrator has no page of consents", async () => {
  const { base } = await anInvolvedLine();
  assert.equal((await browse(server, await region.actor("platform_admin", "office")).get(base)).status, 403);
});
