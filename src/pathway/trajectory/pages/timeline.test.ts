import assert from "node:assert/strict";
import type { FastifyInstance } from "fastify";
import { after, before, test } from "node:test";
import { aServer, browse } from "../../../main/testing/browse.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { raiseSignal } from "../../signal/server/raiseSignal.ts";
import { aSignal, shareLine } from "../../signal/testing/aSignal.ts";
import { aLine } from "../testing/aLine.ts";

const today = "2026-11-22";
let region: Region;
let server: FastifyInstance;
let midwife: Actor;
before(async () => {
  region = await aRegion();
  await region.setToday(today);
  server = await aServer();
  midwife = await region.actor("midwife", "practice");
});
after(async () => {
  await server.close();
  await region.close();
});

test("the timeline tells what happened and what comes, each leading to its place", async () => {
  const line = await aLine(midwife);
  const noted = await raiseSignal(midwife, aSignal(line, { today, observedOn: "2026-11-20" }));
  assert.ok(noted.code === "done");
  const her = browse(server, midwife);
  const family = await her.get(`/gezinnen/${line.trajectoryId}`);
  assert.match(family.html, new RegExp(`href="/gezinnen/${line.trajectoryId}/tijdlijn"`));
  const shown = await her.get(`/gezinnen/${line.trajectoryId}/tijdlijn`);
  assert.equal(shown.status, 200);
  assert.match(shown.text, /november 2026.*vr 20 november 2026 signaal signalen.*april 2027.*uitgerekend/);
  assert.match(shown.html, new RegExp(`<a href="/gezinnen/${line.trajectoryId}/signalen/${noted.note}">signaal</a>`));
  assert.match(shown.html, /role="img" aria-label="Tijdlijn van [^"]*signalen 1/);
  const events = await region.asOwner("select from trail_event where trajectory_ids = array[$1::uuid] and event = 'family.timeline-read'", [
    line.trajectoryId,
  ]);
  assert.equal(events.length, 1);
});

test("it is narrowed by kind and by who", async () => {
  const line = await aLine(midwife);
  const nurse = await region.actor("youth_nurse", "youthHealth");
  await shareLine(midwife, nurse, line);
  await raiseSignal(midwife, aSignal(line, { today, observedOn: "2026-11-18" }));
  await raiseSignal(nurse, aSignal(line, { today, observedOn: "2026-11-19" }));
  const her = browse(server, nurse);
  const address = `/gezinnen/${line.trajectoryId}/tijdlijn`;
  const ofKind = await her.get(`${address}?soort=signalen`);
  assert.match(ofKind.text, /wo 18 november 2026 signaal.*do 19 november 2026 signaal/);
  assert.doesNotMatch(ofKind.text, /uitgerekend/);
  const ofNurse = await her.get(`${address}?soort=signalen&wie=1`);
  assert.match(ofNurse.text, /do 19 november 2026 signaal/);
  assert.doesNotMatch(ofNurse.text, /wo 18 november 2026 signaal/);
  assert.equal((await her.get(`${address}?soort=onzin&wie=99`)).status, 200);
});

test("only what the asker may see stands on it", async () => {
  const line = await aLine(midwife);
  const worker = await region.actor("municipal_worker", "municipality");
  await shareLine(midwife, worker, line);
  await raiseSignal(midwife, aSignal(line, { today, observedOn: "2026-11-18" }));
  await raiseSignal(midwife, aSignal(line, { today, observedOn: "2026-11-19", discussedOn: null }));
  const his = browse(server, worker);
  const shown = await his.get(`/gezinnen/${line.trajectoryId}/tijdlijn`);
  assert.match(shown.text, /wo 18 november 2026 signaal/);
  assert.doesNotMatch(shown.text, /do 19 november 2026 signaal/, "not discussed with the family");
  const stranger = browse(server, await region.actor("midwife", "otherPractice"));
  assert.equal((await stranger.get(`/gezinnen/${line.trajectoryId}/tijdlijn`)).status, 404);
});

test("after a loss no birthday stands ahead", async () => {
  const line = await aLine(midwife);
  await region.asOwner("update trajectory set loss_on = '2026-11-10', loss = 'pregnancy' where id = $1", [line.trajectoryId]);
  const shown = await browse(server, midwife).get(`/gezinnen/${line.trajectoryId}/tijdlijn`);
  assert.match(shown.text, /di 10 november 2026 verlies/);
  assert.doesNotMatch(shown.text, /uitgerekend|2 jaar/);
});

test("many moments in one week are one mark on the family's line, each once in words", async () => {
  const line = await aLine(midwife);
  for (const day of ["2026-11-17", "2026-11-18", "2026-11-19"]) await raiseSignal(midwife, aSignal(line, { today, observedOn: day }));
  const shown = await browse(server, midwife).get(`/gezinnen/${line.trajectoryId}`);
  assert.match(shown.text, /di 17 november 2026 tot en met zo 22 november 2026 signaal \(3 keer\)/);
});
