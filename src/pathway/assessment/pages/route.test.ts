import assert from "node:assert/strict";
import type { FastifyInstance } from "fastify";
import { after, before, beforeEach, test } from "node:test";
import { aServer, browse, type Browser } from "../../../main/testing/browse.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { aLine } from "../../trajectory/testing/aLine.ts";
import { allow, involve } from "../../trajectory/testing/involve.ts";
import { openConfirmation, stepDone } from "../server/door.ts";

let region: Region;
let server: FastifyInstance;
let midwife: Actor;
let nurse: Actor;
let line: Awaited<ReturnType<typeof aLine>>;
let her: Browser;
let family: string;
before(async () => {
  region = await aRegion();
  await region.setToday("2026-03-09");
  server = await aServer();
  midwife = await region.actor("midwife", "practice", "Marieke Voorbeeld");
  nurse = await region.actor("youth_nurse", "youthHealth", "Hanna Voorbeeld");
});
beforeEach(async () => {
  line = await aLine(midwife);
  family = `/gezinnen/${line.trajectoryId}`;
  her = browse(server, midwife);
});
after(async () => {
  await server.close();
  await region.close();
});

const share = async (to: Actor) => {
  await allow(midwife, line, to.organisationId, ["identity", "signals", "assessment", "exploration", "plan"]);
  await allow(midwife, line, midwife.organisationId, ["assessment"]);
};
const judgements = { risk: "ja", urgent: "nee", protective: "nee" };

test("three answers, the proposal with its reasons, and the route that follows", async () => {
  assert.match((await her.get(family)).text, /Nog geen inschatting/);
  const first = await her.get(`${family}/inschatting`);
  assert.match(first.text, /Spelen er nu risicofactoren\?/);
  assert.doesNotMatch(first.text, /Wat besluit u\?/);
  const proposal = await her.post(`${family}/inschatting`, { ...judgements, do: "voorstel" });
  assert.equal(proposal.status, 422);
  assert.match(
    proposal.text,
    /Voorstel: c, kwetsbaar c, want: risicofactoren, volgens uw oordeel, beschermende factoren niet toereikend\. Definitie Rotterdam \/ Erasmus MC/,
  );
  assert.doesNotMatch(proposal.text, /Fout:/);
  const shown = await her.submit(`${family}/inschatting`, { ...judgements, category: "c", reason: "" });
  assert.match(shown.html, /uiterlijk: bespreken in het MDO of Knooppunt/, "names keep their capitals within a sentence");
  assert.equal(shown.status, 200);
  assert.match(shown.text, /De inschatting is vastgelegd/);
  assert.match(shown.text, /c kwetsbaar/);
  assert.match(shown.text, /Route 3/);
  assert.match(shown.text, /Prenataal huisbezoek aanvragen uiterlijk ma 16 maart 2026/);
  assert.match(shown.text, /Casusregie u Marieke Voorbeeld/);
  assert.match(shown.html, /href="tel:0450000000"/);
  assert.match((await her.get("/werk")).text, /Huisbezoek nog niet aangevraagd/);
  assert.match((await her.get("/overleggen")).text, /Gezin Frijns/);
});

test("deciding otherwise needs a reason; changed answers show their own proposal first", async () => {
  await her.get(`${family}/inschatting`);
  await her.post(`${family}/inschatting`, { ...judgements, do: "voorstel" });
  const without = await her.post(`${family}/inschatting`, { ...judgements, category: "b", reason: "" });
  assert.equal(without.status, 422);
  assert.match(without.text, /Schrijf kort waarom u dit besluit/);
  const changed = await her.post(`${family}/inschatting`, { ...judgements, urgent: "ja", category: "b", reason: "Haar moeder trekt in." });
  assert.match(changed.text, /Voorstel: d, zeer kwetsbaar/);
  const warned = await her.post(`${family}/inschatting`, { risk: "ja", urgent: "ja", protective: "ja", category: "" });
  assert.match(warned.text, /Voorstel: b, potentieel kwetsbaar/);
  assert.match(warned.text, /Let op: er speelt een urgente risicofactor/);
  const contradiction = await her.post(`${family}/inschatting`, { risk: "nee", urgent: "ja", protective: "ja" });
  assert.match(contradiction.text, /Een urgente risicofactor is ook een risicofactor/);
  const done = await her.post(`${family}/inschatting`, {
    ...judgements,
    shown: "ja-nee-nee",
    category: "b",
    reason: "Haar moeder trekt in.",
  });
  assert.equal(done.status, 303);
  assert.match((await her.get(`${family}/inschattingen`)).text, /voorstel was c/);
});

test("nothing of the answers stands in an address, and a form without them is shown again", async () => {
  const empty = await her.post(`${family}/inschatting`, {});
  assert.equal(empty.status, 422);
  assert.match(empty.text, /Kies ja of nee/);
  assert.equal(empty.location, "");
});

test("someone was first: the form says so and shows what holds now", async () => {
  const other = browse(server, midwife);
  for (const one of [her, other]) await one.get(`${family}/inschatting`);
  assert.equal((await her.post(`${family}/inschatting`, { ...judgements, shown: "ja-nee-nee", category: "c" })).status, 303);
  const late = await other.post(`${family}/inschatting`, { ...judgements, shown: "ja-nee-nee", category: "c" });
  assert.match(late.text, /Een collega was u net voor/);
  assert.match(late.text, /Nu vastgelegd: c, kwetsbaar/);
  assert.equal((await other.post(`${family}/inschatting`, { ...judgements, shown: "ja-nee-nee", category: "c" })).status, 303);
});

const assessed = (chosen = "c", reason = "Zo is het.") =>
  her.post(`${family}/inschatting`, { ...judgements, newest: "", shown: "ja-nee-nee", category: chosen, reason });

test("the family wants no visit: its reason is kept and it may change its mind", async () => {
  await assessed();
  await her.get(family);
  assert.match((await her.get(`${family}/route/huisbezoek-vragen/geweigerd`)).text, /het gezin wil dit niet/);
  const refused = await her.submit(`${family}/route/huisbezoek-vragen/geweigerd`, { reason: "Zij is al vaak genoeg bezocht." });
  assert.match(refused.text, /gezin wil dit niet, ma 9 maart 2026/);
  assert.match(refused.text, /Zij is al vaak genoeg bezocht/);
  assert.match((await her.submit(`${family}/route/huisbezoek-vragen/toch`)).text, /De stap staat weer open/);
  assert.match((await her.submit(`${family}/route/overleg/gedaan`)).text, /gedaan op ma 9 maart 2026/);
});

test("after the visit the midwife confirms, or comes to something else", async () => {
  await assessed();
  await share(nurse);
  await involve(midwife, nurse, line.trajectoryId);
  await withActor(nurse, "home-visit.reported", async (work) => {
    for (const step of ["ask_home_visit", "hold_home_visit"] as const) await stepDone(work, { trajectoryId: line.trajectoryId, step });
    await openConfirmation(work, { trajectoryId: line.trajectoryId, proposedCategory: "c", by: nurse });
  });
  assert.match((await her.get(family)).text, /Hanna Voorbeeld, jeugdverpleegkundige, JGZ Zuid, stelt c voor/);
  const otherwise = await her.get(`${family}/inschatting/anders`);
  assert.match(otherwise.text, /U komt tot een andere categorie/);
  assert.equal((await her.post(`${family}/inschatting/anders`, { category: "b", reason: "" })).status, 422);
  assert.match((await browse(server, nurse).get(family)).text, /wacht op bevestiging door de verloskundige/);
  await her.get(family);
  assert.match((await her.submit(`${family}/inschatting/bevestigen`)).text, /samen bevestigd op ma 9 maart 2026/);
});

test("the lead is offered, seen without a name, accepted, and then the family is", async () => {
  await assessed();
  assert.match((await her.post(`${family}/regie`, { to: `${nurse.organisationId}.youth_nurse` })).text, /Vraag eerst de toestemming/);
  await share(nurse);
  assert.match((await her.submit(`${family}/regie`, { to: `${nurse.organisationId}.youth_nurse` })).text, /De regie is aangeboden/);
  const [transfer] = await region.asOwner<{ id: string }>("select id from lead_transfer where trajectory_id = $1", [line.trajectoryId]);
  const hers = browse(server, nurse);
  const asked = await hers.get(`/regie/${transfer?.id}`);
  assert.match(asked.text, /Gevraagd door Marieke Voorbeeld, Praktijk De Maas/);
  assert.doesNotMatch(asked.text, /Frijns|Sanne/);
  assert.equal((await hers.get(family)).status, 404);
  const accepted = await hers.submit(`/regie/${transfer?.id}/aannemen`);
  assert.match(accepted.text, /U bent nu de casusregisseur/);
  assert.match(accepted.text, /Gezin Frijns/);
  assert.match((await her.get(family)).text, /Uw overdracht van de regie is aangenomen/);
  assert.doesNotMatch((await her.submit(`${family}/regie/gezien`)).text, /Uw overdracht van de regie is aangenomen/);
});

test("a municipal worker sees category and route on the family page, not the reasons", async () => {
  const worker = await region.actor("municipal_worker", "municipality");
  await assessed("b", "Haar moeder trekt in.");
  await share(worker);
  await involve(midwife, worker, line.trajectoryId, "request");
  const seen = await browse(server, worker).get(family);
  assert.match(seen.text, /b potentieel kwetsbaar/);
  assert.match(seen.text, /Route 2/);
  assert.doesNotMatch(seen.text, /Haar moeder|toereikend|Opnieuw inschatten/);
  assert.equal((await browse(server, worker).get(`${family}/inschatting`)).status, 403);
});

test("ids of another family, made-up ids and unknown steps get one neutral answer", async () => {
  await assessed();
  const [waiting] = await region.asOwner<{ id: string }>("select id from conference_case where trajectory_id = $1", [line.trajectoryId]);
  const stranger = browse(server, await region.actor("midwife", "otherPractice"));
  const made = crypto.randomUUID();
  for (const id of [line.trajectoryId, made, "geen-id"])
    for (const page of ["inschatting", "inschattingen", "inschatting/anders", "route/overleg/geweigerd", "regie"])
      assert.equal((await stranger.get(`/gezinnen/${id}/${page}`)).status, 404, page);
  for (const id of [waiting?.id, made])
    for (const page of ["vraag", "eraf"]) assert.equal((await stranger.get(`/overleggen/${id}/${page}`)).status, 404, page);
  for (const page of ["", "/afwijzen"]) assert.equal((await stranger.get(`/regie/${made}${page}`)).status, 404);
  assert.equal(
    (await stranger.post(`${family}/inschatting`, { ...judgements, newest: "", shown: "ja-nee-nee", category: "c" })).status,
    404,
  );
  assert.equal((await stranger.post(`${family}/regie`, { to: `${nurse.organisationId}.youth_nurse` })).status, 404);
  assert.equal((await stranger.post(`/overleggen/${waiting?.id}/vraag`, { question: "Mag dit?", version: "1" })).status, 404);
  for (const press of ["inschatting/bevestigen", "route/overleg/gedaan", "route/overleg/toch"])
    assert.equal((await stranger.post(`${family}/${press}`, { confirmation: made, version: "1", category: "c" })).status, 404, press);
  for (const press of ["aannemen", "intrekken", "afwijzen"])
    assert.equal((await stranger.post(`/regie/${made}/${press}`, { reason: "Niet van haar." })).status, 404, press);
  assert.equal((await stranger.post(`${family}/regie/gezien`, { kind: "case_lead.declined" })).status, 404);
  assert.equal((await stranger.post(`/overleggen/${waiting?.id}/terug`, { version: "1" })).status, 404);
  assert.equal((await her.get(`${family}/route/onbekend/geweigerd`)).status, 404);
});
