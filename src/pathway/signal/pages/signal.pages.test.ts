import assert from "node:assert/strict";
import type { FastifyInstance } from "fastify";
import { after, before, test } from "node:test";
import { aServer, browse } from "../../../main/testing/browse.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { aLine } from "../../trajectory/testing/aLine.ts";

let region: Region;
let server: FastifyInstance;
let midwife: Actor;
before(async () => {
  region = await aRegion();
  await region.setToday("2026-11-12");
  server = await aServer();
  midwife = await region.actor("midwife", "practice");
});
after(async () => {
  await server.close();
  await region.close();
});

const filled = {
  "factor-risk-kwaliteit-van-leven": ["debt"],
  "factor-protective-alle": "network",
  observedOn: "12-11-2026",
  discussed: "no",
  seen: "Stapel rekeningen",
};

test("from my work: the family, the signal, and the next step", async () => {
  const line = await aLine(midwife);
  const screen = browse(server, midwife);
  assert.match((await screen.get("/werk")).html, /href="\/signalen\/nieuw"/);
  await screen.get("/signalen/nieuw");
  const found = await screen.post("/signalen/nieuw", { zoek: "frijns" });
  assert.match(found.html, new RegExp(`/gezinnen/${line.trajectoryId}/signalen/nieuw`));
  const address = `/gezinnen/${line.trajectoryId}/signalen/nieuw`;
  const empty = await screen.get(address);
  assert.match(empty.text, /Armoede of schulden/);
  const wrong = await screen.post(address, { ...filled, about: line.motherId, observedOn: "morgen" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /value="morgen"/);
  assert.match(wrong.text, /Stapel rekeningen/);
  const saved = await screen.submit(address, { ...filled, about: line.motherId });
  assert.match(saved.text, /Het signaal is vastgelegd/);
  assert.match(saved.text, /Eerst bespreken/);
  assert.match((await screen.get("/werk")).text, /Signaal bespreken met het gezin/);
  const family = await screen.get(`/gezinnen/${line.trajectoryId}`);
  assert.match(family.text, /Wat nu meespeelt/);
  assert.match(family.text, /Nog niet besproken met het gezin/);
});

test("discussed, withdrawn and restored by forms that work without a script", async () => {
  const line = await aLine(midwife);
  const screen = browse(server, midwife);
  const address = `/gezinnen/${line.trajectoryId}/signalen/nieuw`;
  await screen.get(address);
  const { location } = await screen.post(address, { ...filled, about: line.motherId });
  await screen.get(location);
  const early = await screen.post(`${location}/besproken`, { day: "1-1-2026" });
  assert.equal(early.status, 422);
  assert.match(early.text, /Vul een dag in die op of na/);
  assert.match((await screen.submit(`${location}/besproken`, { day: "12-11-2026" })).text, /En nu\?/);
  assert.match((await screen.submit(`${location}/intrekken`, { reason: "dubbel" })).text, /ingetrokken/);
  assert.match((await screen.submit(`${location}/terugzetten`)).text, /staat er weer/);
  assert.match((await screen.get(`/gezinnen/${line.trajectoryId}/signalen`)).text, /besproken do 12 november 2026/);
});

test("all that is missing is told at once, and what was written stands again", async () => {
  const line = await aLine(midwife);
  const screen = browse(server, midwife);
  const address = `/gezinnen/${line.trajectoryId}/signalen/nieuw`;
  await screen.get(address);
  const shown = await screen.post(address, { about: line.motherId, observedOn: "40-13-2026", seen: "Ze huilt veel." });
  assert.equal(shown.status, 422);
  for (const told of ["Kies minstens één ding dat u opviel.", "Vul de dag in waarop u het zag", "Kies of het besproken is."])
    assert.match(shown.text, new RegExp(told));
  assert.match(shown.html, />Ze huilt veel\.</);
});

test("a form sent twice is one signal, and ids of others are nowhere", async () => {
  const line = await aLine(midwife);
  const screen = browse(server, midwife);
  const address = `/gezinnen/${line.trajectoryId}/signalen/nieuw`;
  const page = await screen.get(address);
  const fields = { ...page.hidden(address), ...filled, about: line.motherId };
  const first = await screen.post(address, fields);
  await screen.get(address);
  const second = await screen.post(address, fields);
  assert.equal(first.location, second.location);
  const [count] = await region.asOwner<{ n: string }>("select count(*) as n from signal where trajectory_id = $1", [line.trajectoryId]);
  assert.equal(Number(count?.n), 1);

  const others = browse(server, await region.actor("midwife", "otherPractice"));
  for (const url of [
    address,
    `/gezinnen/${line.trajectoryId}/signalen`,
    first.location,
    `${first.location}/besproken`,
    `/gezinnen/${line.trajectoryId}/signalen/made-up`,
  ])
    assert.equal((await others.get(url)).status, 404, url);
  assert.equal((await others.post(address, { ...filled, about: line.motherId })).status, 404);
  assert.equal((await others.post(`${first.location}/intrekken`, { version: "1", reason: "zomaar" })).status, 404);
  assert.equal((await browse(server, await region.actor("platform_admin", "office")).get(address)).status, 403);
});
