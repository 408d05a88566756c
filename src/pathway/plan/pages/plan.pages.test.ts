import assert from "node:assert/strict";
import type { FastifyInstance } from "fastify";
import { after, before, test } from "node:test";
import { aServer, browse } from "../../../main/testing/browse.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { ensurePoppler, readPdf } from "../../../platform/pdf/testing/poppler.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { aVisitIn } from "../../exploration/testing/aVisit.ts";
import { raiseSignal } from "../../signal/server/raiseSignal.ts";
import { aSignal } from "../../signal/testing/aSignal.ts";
import { aLine } from "../../trajectory/testing/aLine.ts";
import { allow, involve } from "../../trajectory/testing/involve.ts";
import { addedAgreement, agreed, partOf } from "../testing/aPlan.ts";

const today = "2026-11-09";
let region: Region;
let server: FastifyInstance;
let midwife: Actor;
let nurse: Actor;
before(async () => {
  ensurePoppler();
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

test("from the family page an agreement is saved in two presses, and stands there", async () => {
  const { trajectoryId } = await aLine(midwife);
  const she = browse(server, midwife);
  const family = `/gezinnen/${trajectoryId}`;
  const page = await she.get(family);
  assert.match(page.text, /Gezinsplan nog leeg/);
  assert.ok(page.html.includes(`href="${family}/plan/afspraken/nieuw"`), "first press");
  const form = await she.get(`${family}/plan/afspraken/nieuw`);
  assert.match(form.html, /<option value="p\.[0-9a-f-]+" selected[^>]*>M\. Voorbeeld \(u\)/);
  assert.match(form.html, /name="evaluateOn"[^>]*value="23-11-2026"|value="23-11-2026"[^>]*name="evaluateOn"/);
  const saved = await she.submit(`${family}/plan/afspraken/nieuw`, {
    wording: "Samen de post openen",
    responsible: `p.${midwife.membershipId}`,
    evaluateOn: "23-11-2026",
  });
  assert.match(saved.text, /De afspraak is bewaard/);
  assert.match((await she.get(family)).text, /Samen de post openen M\. Voorbeeld, Praktijk De Maas ma 23 november 2026/);
  assert.match((await she.get("/werk")).text, /Afspraak uit het gezinsplan/);
});

test("mistakes stand beside their fields, and what was typed stays", async () => {
  const { trajectoryId } = await aLine(midwife);
  const at = `/gezinnen/${trajectoryId}/plan/afspraken/nieuw`;
  const she = browse(server, midwife);
  const wrong = await she.post(at, { wording: "Bellen", responsible: "", evaluateOn: "31-2-2027" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Vul een dag in die bestaat/);
  const nobody = await she.post(at, { wording: "Bellen", responsible: "", evaluateOn: "1-12-2026" });
  assert.match(nobody.text, /Kies wie dit doet: één persoon/);
  assert.match(nobody.html, />Bellen<\/textarea>/);
  const two = await she.post(at, {
    wording: "Bellen",
    responsible: `p.${midwife.membershipId}`,
    networkName: "Karin",
    evaluateOn: "1-12-2026",
  });
  assert.match(two.text, /Kies één persoon: uit de lijst, of met een naam/);
  assert.match(
    (await she.submit(at, { wording: "Bellen", responsible: "", networkName: "Karin", evaluateOn: "1-12-2026" })).text,
    /Bellen Karin/,
  );
});

test("what visit and conversation left is taken over by one press, and the signal becomes a question", async () => {
  const { line } = await aVisitIn("reported", { midwife, nurse, today });
  const plan = `/gezinnen/${line.trajectoryId}/plan`;
  await raiseSignal(midwife, aSignal(line, { today }));
  const she = browse(server, midwife);
  const page = await she.get(plan);
  assert.match(page.text, /Klaar om over te nemen Uit het huisbezoek en het gesprek .*Overzicht over onze rekeningen/);
  const wish = /name="kind" value="visit_wish"[\s\S]*?name="id" value="([0-9a-f-]+)"/.exec(page.html)?.[1] ?? "";
  const taken = await she.submit(`${plan}/overnemen`, { kind: "visit_wish", id: wish, as: "goal" });
  assert.match(taken.text, /Overgenomen\. .*Doel van het gezin .* Overzicht over onze rekeningen/);
  const label = /plan\/vragen\/nieuw\?factor=debt"[^>]*>([^<]+)</.exec(taken.html)?.[1];
  assert.ok(label);
  const form = await she.get(`${plan}/vragen/nieuw?factor=debt`);
  assert.match(form.html, /<input(?=[^>]*name="factors")(?=[^>]*value="debt")(?=[^>]*checked)/);
  const kept = await she.submit(`${plan}/vragen/nieuw`, { wording: "Wie helpt ons met de post?", factors: ["debt"] });
  assert.match(kept.text, new RegExp(`Wie helpt ons met de post\\? ${label}`));
});

test("two edit the same agreement: the second sees both versions and chooses", async () => {
  const line = await aLine(midwife);
  for (const to of [nurse, midwife]) await allow(midwife, line, to.organisationId, ["identity", "plan"]);
  await involve(midwife, nurse, line.trajectoryId);
  const id = await addedAgreement(midwife, line.trajectoryId);
  const at = `/gezinnen/${line.trajectoryId}/plan/afspraken/${id}`;
  const [she, her] = [browse(server, midwife), browse(server, nurse)];
  await Promise.all([she.get(at), her.get(at)]);
  const fields = { responsible: "", networkName: "Haar zus", evaluateOn: "23-11-2026", belongs: "" };
  await she.submit(at, { ...fields, wording: "Elke week de post openen" });
  const both = await her.post(at, { ...fields, wording: "De post sorteren", responsible: `p.${nurse.membershipId}`, networkName: "" });
  assert.equal(both.status, 422);
  assert.match(both.text, /Wat er nu staat, en wat u invulde/);
  assert.match(both.text, /De afspraak Elke week de post openen De post sorteren/);
  assert.match(both.text, /Wie doet dit Iemand uit het eigen netwerk H\. Voorbeeld \(u\)/);
  const chosen = await her.submit(at, { ...fields, wording: "De post sorteren", responsible: `p.${nurse.membershipId}`, networkName: "" });
  assert.match(chosen.text, /De afspraak is gewijzigd\. .*De post sorteren H\. Voorbeeld, JGZ Zuid/);
});

test("the family agrees; what changed since stands beside it, and the version before can be read", async () => {
  const line = await aLine(midwife);
  const { trajectoryId } = line;
  const plan = `/gezinnen/${trajectoryId}/plan`;
  const id = await addedAgreement(midwife, trajectoryId);
  const she = browse(server, midwife);
  assert.match(
    (await she.get(`/gezinnen/${trajectoryId}`)).text,
    /Bespreek het plan met het gezin\. Het gezin heeft er nog niet mee ingestemd/,
  );
  const done = await she.submit(`${plan}/akkoord`, { agreedBy: [line.motherId], way: "spoken", agreedOn: "9-11-2026" });
  assert.match(done.text, /Dit is versie 1\. .*gezin akkoord/);
  await she.get(`${plan}/afspraken/${id}`);
  await she.submit(`${plan}/afspraken/${id}`, {
    wording: "Samen de post openen",
    networkName: "Haar moeder",
    evaluateOn: "1-12-2026",
    responsible: "",
  });
  const changed = await she.get(plan);
  assert.match(
    changed.text,
    /Veranderd sinds versie 1 Afspraak: “Samen de post openen”: wie: Haar zus werd Haar moeder; dag: ma 23 november 2026 werd di 1 december 2026/,
  );
  const version = /plan\/versies\/([0-9a-f-]{36})"/.exec(changed.html)?.[1] ?? "";
  assert.match(
    (await she.get(`${plan}/versies/${version}`)).text,
    /Akkoord op ma 9 november 2026 Door Sanne Hoe in een gesprek .*Haar zus/,
  );
});

test("a goal is evaluated; scaling up leads to the conference, and what ended can be taken up again", async () => {
  const line = await aLine(midwife);
  const plan = `/gezinnen/${line.trajectoryId}/plan`;
  const id = await addedAgreement(midwife, line.trajectoryId);
  const she = browse(server, midwife);
  const at = `${plan}/onderdelen/${id}/evaluatie`;
  assert.match((await she.get(at)).text, /Gedaan .*Doorgaan .*Opschalen .*Afschalen .*Stoppen/);
  assert.match((await she.post(at, { outcome: "go_on", sentence: "Het loopt." })).text, /Kies de dag waarop u er weer naar kijkt/);
  const up = await she.submit(at, { outcome: "scale_up", sentence: "Er komt steeds meer post.", nextOn: "7-12-2026" });
  assert.match(up.text, /Wilt u dit gezin bespreken in het overleg\?/);
  assert.match(
    (await she.submit(`${plan}/overleg`, { question: "Wie helpt dit gezin aan rust?" })).text,
    /Dit gezin staat op de lijst voor het overleg/,
  );
  assert.match((await she.get("/overleggen")).text, /Wie helpt dit gezin aan rust\?/);
  await she.get(at);
  assert.match((await she.submit(at, { outcome: "stop", sentence: "Het hoeft niet meer." })).text, /Bereikt, gedaan of gestopt \(1\)/);
  await she.get(at);
  assert.match(
    (await she.submit(at, { outcome: "reopen", sentence: "Toch weer nodig.", nextOn: "1-2-2027" })).text,
    /Samen de post openen Haar zus ma 1 februari 2027/,
  );
});

test("on paper it is for the family, tagged, and tells nothing too much", async () => {
  const line = await aLine(midwife);
  const plan = `/gezinnen/${line.trajectoryId}/plan`;
  await addedAgreement(midwife, line.trajectoryId);
  await agreed(midwife, line);
  const get = (url: string) => server.inject({ url, headers: { cookie: `wieg-sessie=${midwife.token}` } });
  const paper = await get(`${plan}/afdruk.pdf`);
  assert.equal(paper.headers["content-type"], "application/pdf", String(paper.headers.location));
  const { text, xmp } = readPdf(paper.rawPayload);
  assert.match(xmp, /<pdfuaid:part>1</);
  assert.match(text.replace(/\s+/g, " "), /Samen de post openen Haar zus 23 november 2026/);
  assert.doesNotMatch(String(paper.headers["content-disposition"]), /Frijns/);
  const { id, version } = await partOf(midwife, line.trajectoryId, "agreement", "Samen de post openen");
  const she = browse(server, midwife);
  await she.get(`${plan}/afspraken/${id}`);
  await she.submit(`${plan}/afspraken/${id}`, {
    wording: "De schulden op een rij",
    networkName: "Haar zus",
    evaluateOn: "23-11-2026",
    responsible: "",
    version: String(version),
  });
  const refused = await get(`${plan}/afdruk.pdf`);
  assert.equal(refused.headers.location, `${plan}?papier=letter-says-too-much`);
  assert.match(
    (await she.get(refused.headers.location ?? "")).text,
    /Zeg het daarom met andere woorden\. Het gaat om “De schulden op een rij” \(schuld\)/,
  );
});

test("a support provider sees her own agreements; who may not see the plan finds no trace of it", async () => {
  const line = await aLine(midwife);
  const provider = await region.actor("support_provider", "support", "K. Voorbeeld");
  await allow(midwife, line, provider.organisationId, ["identity", "plan"]);
  await involve(midwife, provider, line.trajectoryId);
  await addedAgreement(midwife, line.trajectoryId, { wording: "Rust in de post" });
  await addedAgreement(midwife, line.trajectoryId, {
    wording: "Een overzicht maken",
    responsible: { kind: "professional", membershipId: provider.membershipId },
  });
  const they = browse(server, provider);
  const page = await they.get(`/gezinnen/${line.trajectoryId}/plan`);
  assert.match(page.text, /Uw afspraken .*Een overzicht maken/);
  assert.doesNotMatch(page.html, /Rust in de post|Wijzigen|Hoe ging het/);
  assert.match((await they.get(`/gezinnen/${line.trajectoryId}`)).text, /Uw afspraken .*Een overzicht maken/);
  for (const address of ["afspraken/nieuw", "akkoord", "afdruk.pdf"])
    assert.equal((await they.get(`/gezinnen/${line.trajectoryId}/plan/${address}`)).status, 403);
  const stranger = browse(server, await region.actor("midwife", "otherPractice"));
  assert.equal((await stranger.get(`/gezinnen/${line.trajectoryId}/plan`)).status, 404);
});
