import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../../main/testing/browse.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { recordAnswer } from "../../../trust/consent/server/recordAnswer.ts";
import { anAnswer } from "../../../trust/consent/testing/anAnswer.ts";
import { aLine } from "../../trajectory/testing/aLine.ts";
import { aLineWithVisitConsent, aVisitIn } from "../testing/aVisit.ts";

const today = "2026-11-09";
let region: Region;
let server: FastifyInstance;
let midwife: Actor;
let nurse: Actor;
before(async () => {
  region = await aRegion();
  await region.setToday(today);
  server = await aServer();
  midwife = await region.actor("midwife", "practice", "M. Voorbeeld");
  nurse = await region.actor("youth_nurse", "youthHealth", "H. Voorbeeld");
});
after(async () => {
  await server.close();
  await region.close();
});

test("from the first question to the report, as both sides see it", async () => {
  const line = await aLineWithVisitConsent(midwife, nurse, today, { language: "ti", interpreterNeeded: true });
  const she = browse(server, midwife);
  const her = browse(server, nurse);
  const asked = await she.submit(`/gezinnen/${line.trajectoryId}/huisbezoeken/nieuw`, {
    asked: nurse.organisationId,
    urgent: "nee",
    question: "Let u op de post?",
  });
  assert.match(asked.text, /JGZ Zuid is gevraagd en antwoordt uiterlijk ma 16 november 2026/);
  const [, visitId = ""] = /huisbezoeken\/([0-9a-f-]{36})/.exec(asked.html) ?? [];
  const at = `/gezinnen/${line.trajectoryId}/huisbezoeken/${visitId}`;

  const work = await her.get("/werk");
  assert.match(
    work.text,
    /Gezin \(nog niet zichtbaar\) Verzoek om huisbezoek Gevraagd op ma 9 november 2026 door Praktijk De Maas, voor een gezin in Heerlen/,
  );
  const request = await her.get(at);
  assert.match(request.text, /Een gezin in Heerlen\. Wie het is, ziet u als u het verzoek aanneemt\./);
  assert.match(request.text, /20 tot 24 weken zwanger/);
  assert.doesNotMatch(request.html, /Frijns|Akerstraat|Let u op de post/);

  const accepted = await her.submit(`${at}/aannemen`);
  assert.match(accepted.text, /Gezin Frijns/);
  assert.match(accepted.text, /Let u op de post\?/);
  assert.match(accepted.text, /nodig, nog niet geregeld/);
  assert.match(accepted.html, new RegExp(`/tolk/nieuw\\?afspraak=${visitId}`));
  assert.match(
    (await her.submit(`${at}/plannen`, { on: "9-11-2026", at: "14u30", place: "home" })).text,
    /H\. Voorbeeld komt op ma 9 november 2026 om 14\.30 uur, thuis/,
  );
  const report = await her.submit(`${at}/geweest`, { on: "9-11-2026", present: ["mother", "interpreter"] });
  assert.match(report.text, /Verslag van het huisbezoek/);
  const reported = await her.submit(`${at}/verslag`, {
    familyWants: "Overzicht over onze rekeningen",
    "found-lichaamsfuncties": "Slaapt slecht",
    "factors-risk": ["debt"],
    what1: "Samen de post openen",
    who1: "Haar zus",
    seenByFamily: "ja",
    category: "b",
    reason: "Er is hulp van haar zus",
  });
  assert.match(reported.text, /Voorstel: b potentieel kwetsbaar/);
  const read = await she.get(at);
  assert.match(read.text, /Wat het gezin wil Overzicht over onze rekeningen/);
  assert.match(read.text, /Samen de post openen/);
  const family = await she.get(`/gezinnen/${line.trajectoryId}`);
  assert.match(family.text, /Prenataal huisbezoek geweest/);
  assert.match(family.text, /Mag gedeeld met JGZ Zuid bekijken/);
});

test("without consent the form sends to consent first", async () => {
  const line = await aLine(midwife);
  const page = await browse(server, midwife).get(`/gezinnen/${line.trajectoryId}/huisbezoeken/nieuw`);
  assert.match(page.text, /Vraag eerst of het gezin dit wil/);
  assert.match(page.html, new RegExp(`/gezinnen/${line.trajectoryId}/toestemming/vragen/huisbezoek`));
});

test("withdrawn on the page of consents: the nurse is told at once, sees no name, and can only close it", async () => {
  const { line, visit } = await aVisitIn("scheduled", { midwife, nurse, today });
  const she = browse(server, midwife);
  const consents = await she.get(`/gezinnen/${line.trajectoryId}/toestemming`);
  for (const [, id] of consents.html.matchAll(/toestemming\/([0-9a-f-]{36})\/intrekken/g))
    await she.post(`/gezinnen/${line.trajectoryId}/toestemming/${id}/intrekken`, { version: "1" });
  const her = browse(server, nurse);
  assert.match((await her.get("/werk")).text, /Toestemming voor het huisbezoek is weg/);
  const at = `/gezinnen/${line.trajectoryId}/huisbezoeken/${visit.id}`;
  const page = await her.get(at);
  assert.match(page.text, /Het gezin staat dit bezoek nu niet toe/);
  assert.doesNotMatch(page.html, /Frijns|Plannen|Het bezoek is geweest/);
  assert.match(
    (await her.submit(`${at}/plannen`, { on: "20-11-2026", place: "home", version: String(visit.version) })).text,
    /trok de toestemming voor dit huisbezoek in op ma 9 november 2026/,
  );
  assert.match(
    (await her.submit(`${at}/annuleren`, { reasonCode: "consent_gone" })).text,
    /Gaat niet door sinds ma 9 november 2026: de toestemming is ingetrokken/,
  );
});

test("two nurses press accept: the second reads who has it", async () => {
  const { line, visit } = await aVisitIn("requested", { midwife, nurse, today });
  const at = `/gezinnen/${line.trajectoryId}/huisbezoeken/${visit.id}`;
  const colleague = browse(server, await region.actor("youth_nurse", "youthHealth", "I. Voorbeeld"));
  await colleague.get(at);
  const her = browse(server, nurse);
  await her.get(at);
  await her.submit(`${at}/aannemen`);
  const told = await colleague.submit(`${at}/aannemen`);
  assert.match(told.text, /Een collega was u net voor/);
  assert.match(told.text, /H\. Voorbeeld van JGZ Zuid maakt een afspraak/);
});

test("mistakes in the report come back with what was typed", async () => {
  const { line, visit } = await aVisitIn("held", { midwife, nurse, today });
  const page = await browse(server, nurse).post(`/gezinnen/${line.trajectoryId}/huisbezoeken/${visit.id}/verslag`, {
    familyWants: "Rust",
    what1: "Bellen",
    due1: "31-2-2027",
    seenByFamily: "ja",
  });
  assert.equal(page.status, 422);
  assert.match(page.text, /Vul een dag in die bestaat/);
  assert.match(page.html, />Rust</);
});

test("a broad conversation: recorded, drawn, changed by its author on the same day", async () => {
  const line = await aLine(midwife);
  const base = `/gezinnen/${line.trajectoryId}/gesprekken`;
  const she = browse(server, midwife);
  assert.match((await she.get(base)).text, /Er is nog geen breed gesprek/);
  const kept = await she.submit(`${base}/nieuw`, {
    heldOn: "9-11-2026",
    "score-lichaamsfuncties": "7",
    "score-meedoen": "3",
    "remark-meedoen": "Ik ken hier niemand",
    familyWants: "Mensen leren kennen",
  });
  assert.match(kept.html, /role="img" aria-label="Brede gesprek van ma 9 november 2026: Lichaamsfuncties 7, Mentaal welbevinden onbekend/);
  assert.match(kept.text, /Meedoen 3 \. Ik ken hier niemand/);
  const [, id = ""] = /gesprekken\/([0-9a-f-]{36})\/wijzigen/.exec(kept.html) ?? [];
  const changed = await she.submit(`${base}/${id}/wijzigen`, {
    heldOn: "9-11-2026",
    "score-meedoen": "4",
    familyWants: "Mensen leren kennen",
  });
  assert.match(changed.text, /veranderd, versie 2/);
  assert.equal((await browse(server, await region.actor("midwife", "practice")).get(`${base}/${id}/wijzigen`)).status, 404);
  assert.match((await she.post(`${base}/nieuw`, { heldOn: "10-11-2026", "score-meedoen": "11" })).text, /Kies een cijfer van 0 tot 10/);
  assert.match((await she.post(`${base}/nieuw`, { heldOn: "10-11-2026", "score-meedoen": "1" })).text, /Deze dag ligt in de toekomst/);
  assert.match((await she.get(`/gezinnen/${line.trajectoryId}`)).text, /Brede gesprek ma 9 november 2026/);
});

test("the municipal worker sees the summary and nothing else of a visit", async () => {
  const { line, visit } = await aVisitIn("reported", { midwife, nurse, today });
  const worker = await region.actor("municipal_worker", "municipality");
  await region.asOwner("insert into care_relation (trajectory_id, organisation_id, basis) values ($1, $2, 'request')", [
    line.trajectoryId,
    worker.organisationId,
  ]);
  await recordAnswer(
    midwife,
    anAnswer({
      trajectoryId: line.trajectoryId,
      about: line.motherId,
      purpose: "sharing",
      givenOn: today,
      recipients: [{ organisationId: worker.organisationId }],
      parts: ["identity", "exploration"],
      medicalToo: true,
    }),
  );
  const they = browse(server, worker);
  const family = await they.get(`/gezinnen/${line.trajectoryId}`);
  assert.match(family.text, /Het gezin wil hulp bij rekeningen\. \(JGZ Zuid\)/);
  assert.doesNotMatch(family.html, /Slaapt slecht|Samen de post openen/);
  for (const address of [`huisbezoeken/${visit.id}`, "gesprekken", "huisbezoeken/nieuw"])
    assert.equal((await they.get(`/gezinnen/${line.trajectoryId}/${address}`)).status, 403);
});

test("ids of other families and made-up ids lead to the same neutral page, in every address and form", async () => {
  const { line, visit } = await aVisitIn("held", { midwife, nurse, today });
  const nobodys = "11111111-2222-4333-8444-555555555555";
  const others = [
    browse(server, await region.actor("midwife", "otherPractice")),
    browse(server, await region.actor("youth_nurse", "otherPractice")),
  ];
  const own = await aLine(midwife);
  const words = ["", "/aannemen", "/niet-thuis", "/gezien", "/afwijzen", "/plannen", "/geweest", "/annuleren", "/verslag"];
  const filled = { version: "1", reasonCode: "other", reason: "x", on: "9-11-2026", place: "home", seenByFamily: "ja", familyWants: "x" };
  for (const word of words)
    for (const [who, address] of [
      ...others.map((one) => [one, `/gezinnen/${line.trajectoryId}/huisbezoeken/${visit.id}`] as const),
      [browse(server, midwife), `/gezinnen/${line.trajectoryId}/huisbezoeken/${nobodys}`] as const,
      [browse(server, midwife), `/gezinnen/${own.trajectoryId}/huisbezoeken/${visit.id}`] as const,
    ]) {
      if (!["/aannemen", "/niet-thuis", "/gezien"].includes(word))
        assert.equal((await who.get(`${address}${word}`)).status, 404, `GET ${word}`);
      if (word === "") continue;
      const posted = await who.post(`${address}${word}`, { ...filled, reasonCode: word === "/annuleren" ? "not_needed" : "no_room" });
      assert.equal(posted.status, 404, `POST ${word}`);
    }
  for (const word of ["gesprekken", "gesprekken/nieuw", `gesprekken/${nobodys}/wijzigen`, "huisbezoeken/nieuw"])
    assert.equal((await others[0]?.get(`/gezinnen/${line.trajectoryId}/${word}`))?.status, 404, word);
});
