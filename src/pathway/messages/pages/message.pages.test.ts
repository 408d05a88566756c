import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../../main/testing/browse.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { withdrawAnswer } from "../../../trust/consent/server/withdrawAnswer.ts";
import { consentListeners } from "../../../main/consentListeners.ts";
import { raiseSignal } from "../../signal/server/raiseSignal.ts";
import { aSignal, shareLine } from "../../signal/testing/aSignal.ts";
import { aLine } from "../../trajectory/testing/aLine.ts";
import { allow } from "../../trajectory/testing/involve.ts";
import { addresseesFor, aThread } from "../testing/aThread.ts";

let region: Region;
let server: FastifyInstance;
let midwife: Actor;
let nurse: Actor;
let worker: Actor;
let line: Awaited<ReturnType<typeof aLine>>;
let base: string;

before(async () => {
  region = await aRegion();
  await region.setToday("2026-11-22");
  server = await aServer();
  midwife = await region.actor("midwife", "practice", "Marieke Maas");
  nurse = await region.actor("youth_nurse", "youthHealth", "Noor Smeets");
  worker = await region.actor("municipal_worker", "municipality", "Sjef Loket");
});
after(async () => {
  await server.close();
  await region.close();
});
beforeEach(async () => {
  line = await aLine(midwife);
  base = `/gezinnen/${line.trajectoryId}/berichten`;
  await allow(midwife, line, midwife.organisationId, ["identity", "signals", "plan"]);
  await shareLine(midwife, nurse, line);
  await shareLine(midwife, worker, line);
});

const toNurse = async () => String((await addresseesFor(midwife, line.trajectoryId)).get("Noor Smeets")?.principal);

test("from the family to a message sent, and from my work to its answer", async () => {
  const her = browse(server, midwife);
  const family = await her.get(`/gezinnen/${line.trajectoryId}`);
  assert.match(family.text, /Nog geen berichten/);
  await her.get(`${base}/nieuw/signalen`);
  const sent = await her.submit(`${base}/nieuw/signalen`, {
    to: await toNurse(),
    medical: "nee",
    topic: "Slapen",
    words: "Zij slaapt slecht.\n\nKun jij langsgaan?",
  });
  assert.equal(sent.status, 200);
  assert.match(sent.text, /Het bericht is verstuurd.*Slapen.*Zij slaapt slecht\. Kun jij langsgaan\?.*Nog door niemand gelezen/);

  const other = browse(server, nurse);
  const work = await other.get("/werk");
  assert.match(work.text, /Nieuw bericht.*Van Praktijk De Maas, over: signalen/);
  assert.doesNotMatch(work.text, /Slapen|slecht/, "nothing of it on the list");
  const address = /href="(\/gezinnen\/[0-9a-f-]+\/berichten\/[0-9a-f-]+)"/.exec(work.html)?.[1] ?? "";
  const thread = await other.get(address);
  assert.doesNotMatch(thread.text, /Gezien voor het team/, "it waited for her alone, and she reads it");
  assert.match(thread.text, /Marieke Maas.*Zij slaapt slecht/);
  assert.doesNotMatch((await other.get("/werk")).text, /Nieuw bericht/);
  await other.get(address);
  assert.match((await other.submit(address, { words: "Ik ga morgen." })).text, /Ik ga morgen\./);
  assert.match((await her.get("/werk")).text, /Nieuw bericht.*Van JGZ Zuid/);
  assert.match((await her.get(address)).text, /Gelezen door Noor Smeets \(zo 22 november 2026/);
});

test("what was typed is kept and told beside its field", async () => {
  const her = browse(server, midwife);
  await her.get(`${base}/nieuw/signalen`);
  const wrong = await her.post(`${base}/nieuw/signalen`, { medical: "nee", topic: "Slapen", words: "Mijn eerste bericht" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Kies ten minste één persoon of team/);
  assert.match(wrong.html, /Mijn eerste bericht/);
});

test("a message sent twice comes once", async () => {
  const her = browse(server, midwife);
  const form = await her.get(`${base}/nieuw/signalen`);
  const fields = { ...form.hidden(`${base}/nieuw/signalen`), to: await toNurse(), medical: "nee", topic: "Slapen", words: "Eén keer" };
  const first = await her.post(`${base}/nieuw/signalen`, fields);
  await her.get(`${base}/nieuw/signalen`);
  const second = await her.post(`${base}/nieuw/signalen`, fields);
  assert.equal(second.location, first.location);
  assert.equal((await region.asOwner("select from message where trajectory_id = $1", [line.trajectoryId])).length, 1);
});

test("who loses consent finds nothing at the next press: page, list, search, family, timeline and work", async () => {
  const thread = await aThread(midwife, line, ["Sjef Loket"], { topic: "Plantwoord onderwerp", words: "Plantwoord bericht" });
  const his = browse(server, worker);
  assert.equal((await his.get(`${base}/${thread}`)).status, 200);
  const answer = await his.get(`${base}/${thread}`);
  await aThread(midwife, line, ["Sjef Loket"], { topic: "Plantwoord nieuw", words: "Plantwoord" });
  const consents = await region.asOwner<{ id: string; version: number }>(
    "select id, version from consent where trajectory_id = $1 and recipient_organisation_id = $2",
    [line.trajectoryId, worker.organisationId],
  );
  for (const { id, version } of consents)
    assert.equal(
      (await withdrawAnswer(midwife, { trajectoryId: line.trajectoryId, consentId: id, version }, consentListeners)).code,
      "done",
    );
  for (const url of [`${base}/${thread}`, base, `/gezinnen/${line.trajectoryId}`, `/gezinnen/${line.trajectoryId}/tijdlijn`, "/werk"])
    assert.doesNotMatch((await his.get(url)).html, /Plantwoord|Nieuw bericht/, url);
  assert.equal((await his.get(`${base}/${thread}`)).status, 404);
  const late = await his.post(`${base}/${thread}`, { ...answer.hidden(`${base}/${thread}`), words: "Te laat" });
  assert.equal(late.status, 404);
  assert.equal((await his.post(`${base}/zoeken`, { zoek: "Plantwoord" })).status, 404);
});

test("less is allowed, more stays: who may still see the family but not this part sees no trace of it", async () => {
  const thread = await aThread(midwife, line, ["Sjef Loket"], { topic: "Plantwoord onderwerp", words: "Plantwoord bericht" });
  await region.asOwner("update consent set parts = '{identity,plan}' where trajectory_id = $1 and recipient_organisation_id = $2", [
    line.trajectoryId,
    worker.organisationId,
  ]);
  await region.asOwner("select trust.recompute_grants($1)", [line.trajectoryId]);
  const his = browse(server, worker);
  for (const url of [
    base,
    `/gezinnen/${line.trajectoryId}`,
    `/gezinnen/${line.trajectoryId}/tijdlijn`,
    `/gezinnen/${line.trajectoryId}/geschiedenis`,
  ]) {
    const shown = await his.get(url);
    assert.equal(shown.status, 200, url);
    assert.doesNotMatch(shown.html, /Plantwoord/, url);
  }
  await his.get(base);
  assert.match((await his.post(`${base}/zoeken`, { zoek: "Plantwoord" })).text, /Niets gevonden/);
  assert.equal((await his.get(`${base}/${thread}`)).status, 404);
  assert.equal((await his.get(`${base}/nieuw/signalen`)).status, 200);
});

test("history and trail hold no word of a message", async () => {
  const thread = await aThread(midwife, line, ["Noor Smeets"], { topic: "Plantwoord", words: "Plantwoord" });
  await browse(server, nurse).get(`${base}/${thread}`);
  for (const table of ["record_history", "trail_event", "work_item", "mail", "handled_request"])
    assert.deepEqual(await region.asOwner(`select 1 from ${table} t where t::text like '%Plantwoord%'`), [], table);
});

test("someone is added, the conversation closed and opened, an own message put right", async () => {
  const thread = await aThread(midwife, line, ["Noor Smeets"]);
  const here = `${base}/${thread}`;
  const her = browse(server, midwife);
  const page = await her.get(here);
  assert.match(page.text, /Sjef Loket, .* bij Gemeente Heerlen/);
  const person = String((await addresseesFor(midwife, line.trajectoryId)).get("Sjef Loket")?.principal);
  assert.match((await her.submit(`${here}/erbij`, { person })).text, /Marieke Maas voegde Sjef Loket toe/);
  await her.get(`${here}?verbeter=1`);
  assert.match((await her.submit(here, { words: "Ik bedoelde: overdag." })).text, /Verbeterd in bericht 3.*Verbetering van bericht 1/);
  assert.match((await her.submit(`${here}/sluiten`)).text, /sloot het gesprek.*Dit gesprek is gesloten/);
  assert.match((await her.submit(`${here}/openen`)).text, /opende het gesprek weer.*Antwoorden/);
});

test("in the form nobody stands who may not read it, and no way out is missing", async () => {
  const bare = await aLine(midwife);
  const her = browse(server, midwife);
  const shown = await her.get(`/gezinnen/${bare.trajectoryId}/berichten/nieuw/signalen`);
  assert.match(shown.text, /U kunt hier nu met niemand over schrijven.*Toestemming bekijken/);
  assert.equal((await her.get(`/gezinnen/${bare.trajectoryId}/toestemming`)).status, 200);
  assert.equal((await her.get(`${base}/nieuw/onzin`)).status, 404);
  assert.equal((await browse(server, worker).get(`${base}/nieuw/bezoek`)).status, 404, "no part of her role");
});

test("with many to choose from, who knows the family stands on top and the rest by organisation, teams first", async () => {
  for (const name of ["An", "Bea", "Cor", "Dirk", "Els", "Fien"]) await region.actor("youth_nurse", "youthHealth", `${name} Veel`);
  const her = browse(server, midwife);
  const shown = await her.get(`${base}/nieuw/signalen`);
  const [, nurses = ""] = /<summary>JGZ Zuid \(\d+\)<\/summary>(.*?)<\/details>/s.exec(shown.html) ?? [];
  assert.match(nurses.replaceAll(/<[^>]+>/g, " "), /heel het team \(jeugdverpleegkundige\).*An Veel.*Fien Veel/s);
  const every = [...shown.html.matchAll(/name="to" type="checkbox" value="(\d+)"|type="checkbox"[^>]*name="to"[^>]*value="(\d+)"/g)].map(
    (one) => one[1] ?? one[2],
  );
  assert.ok(every.length > 8);
  assert.equal(new Set(every).size, every.length, "nobody twice");
  const an = String((await addresseesFor(midwife, line.trajectoryId)).get("An Veel")?.principal);
  assert.ok(every.includes(an));
  const wrong = await her.post(`${base}/nieuw/signalen`, { medical: "nee", topic: "", words: "Hoi", to: an });
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /<details class="wieg-details" open=""[^>]*><summary>JGZ Zuid/, "what was ticked is in sight");
});

test("who wrote down only what the asker may not know, such as a signal in confidence, is not said to know the family", async () => {
  const near = async () => (await addresseesFor(midwife, line.trajectoryId)).get("Noor Smeets")?.near;
  assert.equal(await near(), false);
  await raiseSignal(nurse, aSignal(line, { today: "2026-11-22", discussedOn: null }));
  assert.equal(await near(), false, "in confidence");
  await raiseSignal(nurse, aSignal(line, { today: "2026-11-22", discussedOn: "2026-11-22" }));
  assert.equal(await near(), true);
});
