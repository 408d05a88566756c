import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../../../main/testing/browse.ts";
import type { Actor } from "../../../../platform/db/actor.ts";
import { aRegion, type Region } from "../../../../registry/testing/aRegion.ts";
import { aLine } from "../../../trajectory/testing/aLine.ts";
import { anOfferOf, anOutsideOffer, aReferral, aSharingLine } from "../testing/aReferral.ts";

const today = "2026-11-09";
let region: Region;
let server: FastifyInstance;
let midwife: Actor;
let bank: Actor;
let offer: string;
before(async () => {
  region = await aRegion();
  await region.setToday(today);
  server = await aServer();
  midwife = await region.actor("midwife", "practice", "M. Voorbeeld");
  bank = await region.actor("support_provider", "support", "Cora Voorbeeld");
  offer = await anOfferOf(bank, { name: "Schuldhulp", waitWeeks: 4 });
});
after(async () => {
  await server.close();
  await region.close();
});

test("from the directory of a family to help that is done, as both sides see it, with few presses", async () => {
  const line = await aSharingLine(midwife, [bank.organisationId]);
  const [she, her] = [browse(server, midwife), browse(server, bank)];
  const home = `/gezinnen/${line.trajectoryId}`;
  assert.match((await she.get(home)).text, /Nog geen steun gevraagd/);
  const found = await she.get(`${home}/steun?zoek=schuldhulp`);
  assert.match(found.html, new RegExp(`${home}/verwijzingen/nieuw\\?aanbod=${offer}`));
  await she.get(`${home}/verwijzingen/nieuw?aanbod=${offer}`);
  const asked = await she.submit(`${home}/verwijzingen/nieuw`, {
    offers: [offer],
    urgent: "nee",
    question: "Help met de post",
    feedback: "ja",
  });
  assert.match(asked.text, /Kredietbank is gevraagd en antwoordt uiterlijk ma 16 november 2026/);
  const [, id = ""] = /verwijzingen\/([0-9a-f-]{36})/.exec(asked.html) ?? [];
  const at = `${home}/verwijzingen/${id}`;

  assert.match(
    (await her.get("/werk")).text,
    /Verwijzing naar Schuldhulp Gevraagd op ma 9 november 2026 door Praktijk De Maas, voor een gezin in Heerlen/,
  );
  const request = await her.get(at);
  assert.match(request.text, /Een gezin in Heerlen\. Wie het is, ziet u als u het aanneemt\..*20 tot 24 weken zwanger/);
  assert.doesNotMatch(request.html, /Frijns|Akerstraat|Help met de post/);
  const accepted = await her.submit(`${at}/aannemen-nu`);
  assert.match(accepted.text, /U nam het aan.*Gezin Frijns.*Help met de post/);
  assert.match((await her.submit(`${at}/begonnen`, { on: "9-11-2026" })).text, /helpt sinds ma 9 november 2026/);
  assert.match((await she.get(home)).text, /Schuldhulp Kredietbank begonnen/);
  assert.match((await her.submit(`${at}/afronden`, { words: "" })).text, /Schrijf hoe het ging/);
  assert.match((await her.submit(`${at}/afronden`, { words: "Alle rekeningen op een rij" })).text, /De hulp is afgerond/);
  assert.match((await she.get("/werk")).text, /Hulp afgerond/);
  assert.match((await she.get(at)).text, /Alle rekeningen op een rij/);
  assert.match((await she.submit(`${at}/gezien`)).text, /Het staat niet meer op uw lijst/);
});

test("without consent the page says so first, and a request that is sent anyway says what to do", async () => {
  const line = await aLine(midwife);
  const she = browse(server, midwife);
  const page = await she.get(`/gezinnen/${line.trajectoryId}/verwijzingen/nieuw?aanbod=${offer}`);
  assert.match(page.text, /Vraag eerst of het gezin dit wil.*Kredietbank weet om wie het gaat/);
  const sent = await she.submit(`/gezinnen/${line.trajectoryId}/verwijzingen/nieuw`, { offers: [offer], urgent: "nee" });
  assert.equal(sent.status, 422);
  assert.match(sent.text, /Het gezin staat nu niet toe dat de organisatie van “Schuldhulp” weet om wie het gaat/);
});

test("declined with a reason, which the sender reads at once", async () => {
  const line = await aSharingLine(midwife, [bank.organisationId]);
  const [candidate] = await aReferral(midwife, line.trajectoryId, [offer]);
  const at = `/gezinnen/${line.trajectoryId}/verwijzingen/${candidate?.id ?? ""}`;
  const [she, her] = [browse(server, midwife), browse(server, bank)];
  assert.match((await her.submit(`${at}/afwijzen`, {})).text, /Kies waarom niet/);
  assert.match((await her.submit(`${at}/afwijzen`, { reason: "other", note: "Geen Pools" })).text, /Het verzoek is afgewezen/);
  assert.match((await she.get(at)).text, /wees het af op ma 9 november 2026: iets anders.*Geen Pools/);
  assert.equal((await browse(server, await region.actor("midwife", "otherPractice")).get(at)).status, 404);
});

test("a partner without an account: link, code by telephone, answer, and who it is read once", async () => {
  const outside = await anOutsideOffer(region, "koffie@example.org");
  const line = await aSharingLine(midwife, [outside.organisationId]);
  const [candidate] = await aReferral(midwife, line.trajectoryId, [outside.offerId]);
  const at = `/gezinnen/${line.trajectoryId}/verwijzingen/${candidate?.id ?? ""}`;
  const she = browse(server, midwife);
  await she.get(at);
  const sent = await she.submit(`${at}/link`);
  const [, code = ""] = /lees deze code voor: (\d{6})/.exec(sent.text) ?? [];
  const [mail] = await region.asOwner<{ body: string }>("select body from mail order by id desc limit 1");
  const [, token = ""] = /verwijzing\/([\w-]+)/.exec(mail?.body ?? "") ?? [];
  const visitor = browse(server);
  const door = await visitor.get(`/verwijzing/${token}`);
  assert.doesNotMatch(door.text, /Heerlen|Koffie/);
  const request = await visitor.submit(`/verwijzing/${token}`, { code });
  assert.match(request.text, /Verzoek: Koffie-ochtend.*een gezin in Heerlen, 20 tot 24 weken zwanger/);
  assert.doesNotMatch(request.html, /Frijns/);
  const wrong = await visitor.submit(`/verwijzing/${token}/antwoord`, { answer: "accepted" });
  assert.match(wrong.text, /Vul in wie gaat helpen/);
  const done = await visitor.submit(`/verwijzing/${token}/antwoord`, { answer: "accepted", helper: "Toos" });
  assert.match(done.text, /Uw antwoord is verstuurd.*Sanne Frijns/);
  assert.equal((await browse(server).get(`/verwijzing/${token}`)).status, 200);
  const again = browse(server);
  await again.get(`/verwijzing/${token}`);
  assert.equal((await again.submit(`/verwijzing/${token}`, { code })).status, 404);
  assert.match((await she.get(at)).text, /Toos van Buurthuis zonder Wieg nam het aan/);
});

test("on paper: a form that names nobody, and its code leads back to it", async () => {
  const outside = await anOutsideOffer(region, null);
  const line = await aSharingLine(midwife, [outside.organisationId]);
  const [candidate] = await aReferral(midwife, line.trajectoryId, [outside.offerId]);
  const at = `/gezinnen/${line.trajectoryId}/verwijzingen/${candidate?.id ?? ""}`;
  const she = browse(server, midwife);
  const paper = await she.get(`${at}/papier`);
  assert.match(paper.text, new RegExp(`Code ${candidate?.paperCode ?? ""}`));
  assert.doesNotMatch(paper.text, /Frijns/);
  const stranger = browse(server, await region.actor("midwife", "otherPractice"));
  assert.match((await stranger.submit("/verwijzingen/papier", { code: candidate?.paperCode ?? "" })).text, /Deze code kennen wij niet/);
  const found = await she.submit("/verwijzingen/papier", { code: (candidate?.paperCode ?? "").toLowerCase().replace("-", " ") });
  assert.match(found.text, /De partner nam het aan/);
  assert.match((await she.submit(`${at}/aannemen`, { helper: "Toos" })).text, /Toos van Buurthuis zonder Wieg nam het aan/);
});
