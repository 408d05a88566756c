import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../../main/testing/browse.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { addedAgreement } from "../../plan/testing/aPlan.ts";
import { aLine } from "../../trajectory/testing/aLine.ts";
import { aHandoverLine, anOfferedHandover, aPreparedHandover } from "../testing/aHandover.ts";

const today = "2026-11-09";
let region: Region;
let server: FastifyInstance;
let midwife: Actor;
let intake: Actor;
before(async () => {
  region = await aRegion();
  await region.setToday(today);
  server = await aServer();
  midwife = await region.actor("midwife", "practice", "M. Voorbeeld");
  intake = await region.actor("maternity_intake", "maternityCare", "Kim Voorbeeld");
});
after(async () => {
  await server.close();
  await region.close();
});

test("from 34 weeks on my list to a handover that was held, as both sides see it", async () => {
  const line = await aHandoverLine(midwife, [intake.organisationId], { dueDate: "2026-12-29" });
  await addedAgreement(midwife, line.trajectoryId);
  const [she, her] = [browse(server, midwife), browse(server, intake)];
  const home = `/gezinnen/${line.trajectoryId}`;
  const work = await she.get("/werk");
  assert.match(work.text, /Overdracht naar de kraamzorg voorbereiden .*Uiterlijk di 17 november 2026/);
  assert.match(work.html, new RegExp(`${home}/overdrachten/nieuw\\?soort=maternity_care`));
  assert.match((await she.get(home)).text, /Overdracht naar de kraamzorg\. Uiterlijk di 17 november 2026/);

  const begin = await she.get(`${home}/overdrachten/nieuw?soort=maternity_care`);
  assert.match(begin.text, /Geboortezorg Limburg \(intake kraamzorg\)/);
  const content = await she.submit(`${home}/overdrachten/nieuw?soort=maternity_care`, {
    receiver: `${intake.organisationId}:maternity_intake`,
    momentOn: "17-11-2026",
  });
  assert.match(content.text, /Klaargezet met wat al bekend is.*Samen de post openen: Haar zus, tot ma 23 november 2026/);
  const [, id = ""] = /overdrachten\/([0-9a-f-]{36})/.exec(content.html) ?? [];
  const at = `${home}/overdrachten/${id}`;
  const kept = await she.submit(`${at}/inhoud`, {
    receiver: `${intake.organisationId}:maternity_intake`,
    momentOn: "17-11-2026",
    stays: "ja",
    agreements: "Samen de post openen: Haar zus, tot ma 23 november 2026",
    attachment: "Praat vaak tegen de buik",
  });
  assert.match(kept.text, /De overdracht is bewaard.*Verantwoordelijk nu: Praktijk De Maas.*Praat vaak tegen de buik/);
  assert.match((await her.get(at)).text, /Deze pagina is er niet|niet gevonden|bestaat niet/i);
  assert.match((await she.submit(`${at}/aanbieden`, { discussedOn: "8-11-2026" })).text, /Bespreek de overdracht eerst met het gezin/);
  const offered = await she.submit(`${at}/aanbieden`, { discussedOn: "8-11-2026", agrees: "ja", person: "" });
  assert.match(offered.text, /U hebt getekend.*Tot dan blijft Praktijk De Maas verantwoordelijk/);

  assert.match((await her.get("/werk")).text, /Overdracht naar de kraamzorg: neemt u het over\? .*draagt een gezin in Heerlen aan u over/);
  const request = await her.get(at);
  assert.match(request.text, /Een gezin in Heerlen\. Wie het is, ziet u als u het overneemt/);
  assert.doesNotMatch(request.html, /Frijns|Akerstraat|Praat vaak|overdracht\.pdf/);
  const taken = await her.submit(`${at}/overnemen`);
  assert.match(taken.text, /U nam het over.*Gezin Frijns.*Praat vaak tegen de buik/);
  assert.equal((await her.get(`${at}/overdracht.pdf`)).headers["content-type"], "application/pdf");
  const exported = await her.get(`${at}/overdracht.json`);
  assert.match(String(exported.headers["content-type"]), /application\/fhir\+json/);
  assert.equal((JSON.parse(exported.html) as { type: string }).type, "document");
  const events = await region.asOwner<{ event: string }>(
    "select event from trail_event where trajectory_ids = array[$1::uuid] and event in ('handover.printed', 'handover.exported') order by event",
    [line.trajectoryId],
  );
  assert.deepEqual(
    events.map(({ event }) => event),
    ["handover.exported", "handover.printed"],
  );
  assert.match((await her.submit(`${at}/gehouden`, { on: "" })).text, /Vul in op welke dag u bij elkaar zat/);
  assert.match((await her.submit(`${at}/gehouden`, { on: "9-11-2026" })).text, /samen met het gezin gehouden/i);
  assert.match((await she.get("/werk")).text, /Overdracht naar de kraamzorg is gehouden/);
  assert.match((await she.get(home)).text, /Overdracht naar de kraamzorg gehouden/);
  await she.get(at);
  assert.match((await she.submit(`${at}/gezien`)).text, /Van uw lijst gehaald/);
});

test("without consent the page says what to do, and what is sent anyway is refused in words", async () => {
  const line = await aLine(midwife);
  const prepared = await aPreparedHandover(midwife, line.trajectoryId, intake);
  const at = `/gezinnen/${line.trajectoryId}/overdrachten/${prepared.id}`;
  const she = browse(server, midwife);
  const page = await she.get(at);
  assert.match(page.text, /Vraag eerst of het gezin dit wil.*de zorg gewoon door bij Praktijk De Maas/);
  assert.doesNotMatch(page.html, new RegExp(`${at}/aanbieden`));
  const sent = await she.submit(`${at}/aanbieden`, { discussedOn: "8-11-2026", agrees: "ja" });
  assert.deepEqual([sent.status, /Het gezin staat nu niet toe dat de ontvanger dit leest/.test(sent.text)], [422, true]);
});

test("declined with a reason, which the sender reads at once; strangers and other sides find nothing", async () => {
  const line = await aHandoverLine(midwife, [intake.organisationId]);
  await addedAgreement(midwife, line.trajectoryId);
  const offered = await anOfferedHandover(midwife, await aPreparedHandover(midwife, line.trajectoryId, intake), today);
  const at = `/gezinnen/${line.trajectoryId}/overdrachten/${offered.id}`;
  const [she, her] = [browse(server, midwife), browse(server, intake)];
  assert.equal((await she.get(`${at}/afwijzen`)).status, 404);
  assert.equal((await browse(server, await region.actor("midwife", "otherPractice")).get(at)).status, 404);
  assert.match((await her.submit(`${at}/afwijzen`, { reason: "other" })).text, /Schrijf kort waarom/);
  assert.match((await her.submit(`${at}/afwijzen`, { reason: "no_room", note: "Pas in mei" })).text, /U hebt het niet overgenomen/);
  assert.match(
    (await she.get(at)).text,
    /wees het af op ma 9 november 2026: er is nu geen ruimte\. Praktijk De Maas blijft verantwoordelijk.*Pas in mei/,
  );
});

test("two colleagues in the same handover: the second sees what the first wrote, and keeps what she typed", async () => {
  const line = await aHandoverLine(midwife, [intake.organisationId]);
  const prepared = await aPreparedHandover(midwife, line.trajectoryId, intake);
  const at = `/gezinnen/${line.trajectoryId}/overdrachten/${prepared.id}/inhoud`;
  const [she, anouk] = [browse(server, midwife), browse(server, await region.actor("midwife", "practice", "Anouk"))];
  await she.get(at);
  await anouk.get(at);
  const body = { momentOn: "1-12-2026", stays: "ja" };
  await anouk.submit(at, { ...body, works: "Haar zus komt elke dag" });
  const second = await she.post(at, { ...body, works: "De buurvrouw helpt" });
  assert.equal(second.status, 422);
  assert.match(second.text, /Iemand anders was u net voor.*Zo staat het er nu.*Haar zus komt elke dag.*De buurvrouw helpt/);
  assert.match((await she.submit(at, { ...body, works: "De buurvrouw helpt" })).text, /De overdracht is bewaard/);
});

test("a moment that passes without: why is kept, and it is not asked again", async () => {
  const line = await aHandoverLine(midwife, [], { dueDate: "2026-12-29" });
  const she = browse(server, midwife);
  const home = `/gezinnen/${line.trajectoryId}`;
  await she.get(`${home}/overdrachten/niet-nodig?soort=maternity_care`);
  const kept = await she.submit(`${home}/overdrachten/niet-nodig?soort=maternity_care`, { reason: "family_no" });
  assert.match(
    kept.text,
    /Wieg stelt deze overdracht niet meer voor.*Ingetrokken op ma 9 november 2026: het gezin wil deze overdracht niet/,
  );
  assert.doesNotMatch((await she.get(home)).text, /Overdracht naar de kraamzorg\. Uiterlijk/);
});
