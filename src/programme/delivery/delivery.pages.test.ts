import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../main/testing/browse.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { aPilot } from "../enrolment/testing/anEligibleLine.ts";
import { aFamilyInCare, aRecord, carers, plan, record, type Carers } from "./testing/aDelivery.ts";

let region: Region;
let server: FastifyInstance;
let who: Carers;
before(async () => {
  region = await aRegion();
  await region.setToday("2026-11-22");
  await aPilot(region);
  server = await aServer();
  who = await carers(region);
});
after(async () => {
  await server.close();
  await region.close();
});

test("from the week's plan to recorded hours, with a signal of what she saw", async () => {
  const { trajectoryId } = await aFamilyInCare(region, who, "2026-11-20");
  const she = browse(server, who.coordinator);
  const at = `/gezinnen/${trajectoryId}/bezoeken/nieuw`;
  assert.match((await she.get(`/gezinnen/${trajectoryId}/kraamzorg`)).text, /Bezoeken en uren.*Nog geen bezoeken.*Bezoek plannen/);
  await she.get(at);
  const typed = {
    assistant: who.assistant.professionalId,
    day: "22-11-2026",
    from: "21:00",
    until: "23.30",
    times: "3",
    agreed: "Samen badje geven",
  };
  assert.match((await she.submit(at, { ...typed, until: "20:00" })).text, /Het einde ligt niet na het begin/);
  assert.match((await she.submit(at, typed)).text, /3 bezoeken zijn gepland.*Gepland 7 u 30/);
  assert.match((await she.get("/geboortezorg-flex/planning")).text, /Joke Peeters.*2 u 30 gepland.*21.00-23.30.*Frijns/);

  const her = browse(server, who.assistant);
  const day = await her.get("/geboortezorg-flex/vandaag");
  assert.match(
    day.text,
    /1\. 21.00 tot 23.30 uur: Sanne Frijns gepland Adres Akerstraat 12, 6411AA Heerlen.*Samen badje geven.*Morgen.*21.00 tot 23.30/,
  );
  const visit = /\/gezinnen\/[0-9a-f-]+\/bezoeken\/[0-9a-f-]{36}/.exec(day.html)?.[0] ?? "";
  assert.match((await her.get(visit)).text, /Ik ben er nu.*Uren vastleggen.*Gaat niet door/);
  const form = `${visit}/vastleggen`;
  await her.get(form);
  assert.match((await her.submit(form, { day: "23-11-2026", from: "9:00", until: "12:00" })).text, /nog niet voorbij/);
  const given = {
    day: "21-11-2026",
    from: "09:00",
    until: "12:30",
    break: "30",
    contents: ["baby_signals"],
    observation: "Slaapt slecht",
    factors: ["stress"],
    discussed: "ja",
  };
  assert.match(
    (await her.submit(form, given)).text,
    /Het bezoek is vastgelegd.*Uren 3 u 00.*Pauze 30 minuten.*Signalen van de baby.*Slaapt slecht/,
  );
  assert.match((await her.get(`/gezinnen/${trajectoryId}/signalen`)).text, /Slaapt slecht/);
  const mend = `${visit}/verbeteren`;
  await her.get(mend);
  assert.match((await her.submit(mend, { ...given, break: "0" })).text, /Schrijf erbij waarom/);
  assert.match((await her.submit(mend, { ...given, break: "0", why: "De pauze was na het bezoek" })).text, /Uren 3 u 30/);
  const kept = await region.asOwner<{ versions: number }>("select count(*)::int as versions from record_history where record_id = $1", [
    visit.slice(-36),
  ]);
  assert.equal(kept[0]?.versions, 3);
});

test("refused by the family counts with its reason; a midwife reads, and is offered nothing to plan", async () => {
  const { trajectoryId } = await aFamilyInCare(region, who, "2026-11-20");
  await plan(who.coordinator, trajectoryId, "2026-11-25", "09:00", "12:00", { assistantId: who.assistant.professionalId });
  const her = browse(server, who.assistant);
  const visit =
    /\/gezinnen\/[0-9a-f-]+\/bezoeken\/[0-9a-f-]{36}/.exec((await her.get(`/gezinnen/${trajectoryId}/kraamzorg`)).html)?.[0] ?? "";
  await her.get(`${visit}/niet-doorgegaan`);
  assert.match((await her.submit(`${visit}/niet-doorgegaan`, { reason: "refuse.other" })).text, /Schrijf erbij waarom/);
  assert.match(
    (await her.submit(`${visit}/niet-doorgegaan`, { reason: "refuse.enough_own_help" })).text,
    /gezin wilde niet.*genoeg eigen hulp/,
  );
  const midwife = browse(server, who.midwife);
  const page = await midwife.get(`/gezinnen/${trajectoryId}/kraamzorg`);
  assert.match(page.text, /Door het gezin geweigerd 3 u 00/);
  assert.doesNotMatch(page.html, /bezoeken\/nieuw|bezoeken\/vastleggen/);
  const elsewhere = browse(server, await region.actor("maternity_assistant", "otherMaternityCare"));
  assert.equal((await elsewhere.get(visit)).status, 404);
  assert.equal((await elsewhere.get(`/gezinnen/${trajectoryId}/bezoeken/vastleggen`)).status, 404);
});

test("after a loss nothing is asked; who coordinates is shown in quiet words what was planned, and what was given stays", async () => {
  const { trajectoryId } = await aFamilyInCare(region, who, "2026-11-19");
  await plan(who.coordinator, trajectoryId, "2026-11-26", "09:00", "12:00", { assistantId: who.assistant.professionalId });
  await record(who.assistant, aRecord(trajectoryId, "2026-11-20", "14:00", "16:00"));
  await region.asOwner("update trajectory set loss_on = '2026-11-21', loss = 'child' where id = $1", [trajectoryId]);
  const she = browse(server, who.coordinator);
  assert.match((await she.get("/werk")).text, /Kijk samen met het gezin hoe de zorg doorgaat.*Wieg verandert daar niets aan/);
  const page = await she.get(`/gezinnen/${trajectoryId}/kraamzorg`);
  assert.match(page.text, /In dit gezin was een verlies Bespreek met het gezin welke bezoeken doorgaan/);
  assert.match(page.text, /Gegeven 2 u 00 Gepland 3 u 00/);
  assert.doesNotMatch((await browse(server, who.assistant).get("/geboortezorg-flex/vandaag")).text, /Nog vast te leggen/);
  await she.get(`/gezinnen/${trajectoryId}/kraamzorg`);
  assert.match((await she.submit(`/gezinnen/${trajectoryId}/bezoeken/bekeken`)).text, /niet meer op uw lijst/);
  assert.doesNotMatch((await she.get("/werk")).text, /hoe de zorg doorgaat/);
});

test("a phone whose clock is a day ahead: kept, marked, and the coordinator is asked", async () => {
  const { trajectoryId } = await aFamilyInCare(region, who, "2026-11-18");
  const sent = aRecord(trajectoryId, "2026-11-23", "09:00", "12:00", { notedAt: "2026-11-23T11:05:00Z" });
  const outcome = await record(who.assistant, sent);
  assert.deepEqual(outcome, { code: "done", visitId: sent.id, version: 1, checkDate: true });
  const she = browse(server, who.coordinator);
  assert.match(
    (await she.get("/werk")).text,
    /Klopt de dag van dit bezoek\? De klok van de telefoon liep anders. Het bezoek staat op ma 23 november 2026/,
  );
  const at = `/gezinnen/${trajectoryId}/bezoeken/${sent.id}`;
  assert.match((await she.get(at)).text, /Controleer de datum/);
  await she.get(`${at}/verbeteren`);
  assert.match(
    (await she.submit(`${at}/verbeteren`, { day: "21-11-2026", from: "13:00", until: "16:00", why: "De telefoon liep een dag voor" })).text,
    /verbeterd.*za 21 november 2026/,
  );
  assert.doesNotMatch((await she.get("/werk")).text, /Klopt de dag/);
});
