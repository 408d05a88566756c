import assert from "node:assert/strict";
import type { FastifyInstance } from "fastify";
import { after, before, test } from "node:test";
import { aServer, browse } from "../../../main/testing/browse.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { aLine } from "../testing/aLine.ts";

let region: Region;
let server: FastifyInstance;
let midwife: Actor;
before(async () => {
  region = await aRegion();
  await region.setToday("2026-11-22");
  server = await aServer();
  midwife = await region.actor("midwife", "practice");
});
after(async () => {
  await server.close();
  await region.close();
});

test("the family page says who, when and what comes next", async () => {
  const { trajectoryId } = await aLine(midwife);
  const shown = await browse(server, midwife).get(`/gezinnen/${trajectoryId}`);
  assert.equal(shown.status, 200, shown.text);
  assert.match(shown.text, /Gezin Frijns zwanger/);
  assert.match(shown.text, /Uitgerekend zo 11 april 2027 \(20\+0\)/);
  assert.match(shown.text, /Akerstraat 12, 6411 AA Heerlen/);
  assert.match(shown.text, /Er wacht hier niets op u/);
  assert.doesNotMatch(shown.html, /<title>[^<]*Frijns/, "no name in the browser's history");
});

test("a family of someone else does not exist, like one that never was", async () => {
  const { trajectoryId } = await aLine(midwife);
  const other = browse(server, await region.actor("midwife", "otherPractice"));
  const foreign = await other.get(`/gezinnen/${trajectoryId}`);
  const never = await other.get("/gezinnen/00000000-0000-4000-8000-000000000000");
  assert.equal(foreign.status, 404);
  assert.equal(foreign.text, never.text);
});

test("reading a family is one event of the trail", async () => {
  const { trajectoryId } = await aLine(midwife);
  await browse(server, midwife).get(`/gezinnen/${trajectoryId}`);
  const events = await region.asOwner<{ event: string; part: string }>(
    "select event, part from trail_event where trajectory_ids = array[$1::uuid] and event = 'family.read'",
    [trajectoryId],
  );
  assert.deepEqual(events, [{ event: "family.read", part: "identity" }]);
});

test("the history says what was and what became, to who may see it", async () => {
  const { trajectoryId, motherId } = await aLine(midwife);
  const browser = browse(server, midwife);
  await browser.submit(`/gezinnen/${trajectoryId}/gezinsleden/${motherId}`, {
    givenName: "Sanne",
    familyName: "Frijns",
    birthDate: "4-5-1996",
    insurer: "VGZ",
  });
  await browser.submit(`/gezinnen/${trajectoryId}/datum`, { dueDate: "1-4-2027" });
  const { text } = await browser.get(`/gezinnen/${trajectoryId}/geschiedenis`);
  assert.match(text, /midwife van Praktijk De Maas, Praktijk De Maas Lijn gewijzigd uitgerekende datum: 11-4-2027 werd 1-4-2027/);
  assert.match(text, /Gezinslid gewijzigd zorgverzekeraar: CZ werd VGZ .*Adres vastgelegd/);
  assert.equal(
    (await browse(server, await region.actor("midwife", "otherPractice")).get(`/gezinnen/${trajectoryId}/geschiedenis`)).status,
    404,
  );
});
