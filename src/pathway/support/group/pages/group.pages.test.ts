import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../../../main/testing/browse.ts";
import type { Actor } from "../../../../platform/db/actor.ts";
import { aRegion, type Region } from "../../../../registry/testing/aRegion.ts";
import { aLine } from "../../../trajectory/testing/aLine.ts";
import { anOfferOf } from "../../referral/testing/aReferral.ts";
import { aGroup, comeIn } from "../testing/aGroup.ts";
import { leaveGroup } from "../server/moveInGroup.ts";
import { placeOf } from "../testing/aGroup.ts";

const today = "2026-11-09";
let region: Region;
let server: FastifyInstance;
let midwife: Actor;
let other: Actor;
before(async () => {
  region = await aRegion();
  await region.setToday(today);
  server = await aServer();
  midwife = await region.actor("midwife", "practice", "M. Voorbeeld");
  other = await region.actor("midwife", "otherPractice");
});
after(async () => {
  await server.close();
  await region.close();
});

test("a group is made with its meetings; a family is signed up; the last place goes, and the next waits", async () => {
  const she = browse(server, midwife);
  assert.match((await she.get("/groepen")).text, /Zet eerst het aanbod op de sociale kaart/);
  const offer = await anOfferOf(midwife, { name: "CenteringPregnancy" });
  await she.get("/groepen/nieuw");
  const typed = {
    offer,
    name: "Uitgerekend in april",
    places: "1",
    language: "nl",
    begins: "10:00",
    ends: "9:00",
    firstOn: "19-11-2026",
    sessions: "3",
    everyWeeks: "2",
  };
  assert.match((await she.submit("/groepen/nieuw", typed)).text, /Het eind ligt na het begin/);
  const made = await she.submit("/groepen/nieuw", { ...typed, ends: "12.00" });
  assert.match(made.text, /De groep staat er.*0 van 1 plaatsen, 1 vrij.*do 19 november 2026 10:00 tot 12:00 uur.*do 17 december 2026/);
  const group = /\/groepen\/([0-9a-f-]{36})\/wijzigen/.exec(made.html)?.[1] ?? "";

  const [first, second] = [await aLine(midwife), await aLine(midwife)];
  assert.match((await she.get(`/gezinnen/${first.trajectoryId}`)).text, /Aanmelden voor een groep/);
  const at = (line: { trajectoryId: string }) => `/gezinnen/${line.trajectoryId}/groepen/aanmelden`;
  await she.get(at(first));
  assert.match((await she.submit(at(first), { group })).text, /Vraag het gezin eerst/);
  assert.match((await she.submit(at(first), { group, agreed: "ja" })).text, /Het gezin doet mee.*Uitgerekend in april.*doet mee/);
  await she.get(at(second));
  assert.match((await she.submit(at(second), { group, agreed: "ja" })).text, /is vol\. Vink aan dat het gezin wil wachten/);
  assert.match((await she.submit(at(second), { group, agreed: "ja", mayWait: "ja" })).text, /wachtlijst/);
  assert.match((await she.get(`/groepen/${group}`)).text, /S\. Frijns sinds ma 9 november 2026 doet mee.*wachtlijst/);
  assert.match((await she.get(`/sociale-kaart/${offer}`)).text, /vol \(1 plaatsen\)/);
});

test("who waits is asked when a place is free, from my work, and comes in", async () => {
  const group = await aGroup(midwife, 1, { name: "Groep mei" });
  const [first, second] = [await aLine(midwife), await aLine(midwife)];
  await comeIn(midwife, group, first.trajectoryId);
  await comeIn(midwife, group, second.trajectoryId);
  const place = await placeOf(midwife, group, first.trajectoryId);
  await leaveGroup(midwife, { trajectoryId: first.trajectoryId, placeId: place?.id ?? "", version: 1 }, "signOff", "family");
  const she = browse(server, midwife);
  assert.match((await she.get("/werk")).text, /Plek vrij in Groep mei Dit gezin staat bovenaan de wachtlijst/);
  assert.match((await she.get(`/gezinnen/${second.trajectoryId}`)).text, /Plek vrij in Groep mei\. Vraag of het gezin nog wil/);
  const asked = (await placeOf(midwife, group, second.trajectoryId))?.id ?? "";
  await she.get(`/gezinnen/${second.trajectoryId}/groepen`);
  assert.match((await she.submit(`/gezinnen/${second.trajectoryId}/groepen/${asked}/ja`)).text, /Het gezin doet mee/);
  assert.doesNotMatch((await she.get("/werk")).text, /Plek vrij in Groep mei/);
});

test("another's professional sees a number, and no family of it; nor can she press anything", async () => {
  const group = await aGroup(midwife, 4, { name: "Groep juni" });
  const line = await aLine(midwife);
  await comeIn(midwife, group, line.trajectoryId);
  const her = browse(server, other);
  const page = await her.get(`/groepen/${group}`);
  assert.match(page.text, /1 van 4 plaatsen, 3 vrij/);
  assert.doesNotMatch(page.text, /Frijns|Wie doet mee|Verplaatsen|afronden/);
  for (const address of [
    `/groepen/${group}/wijzigen`,
    `/gezinnen/${line.trajectoryId}/groepen`,
    `/gezinnen/${line.trajectoryId}/groepen/aanmelden`,
  ])
    assert.equal((await her.get(address)).status, 404, address);
  const place = (await placeOf(midwife, group, line.trajectoryId))?.id ?? "";
  assert.equal((await her.post(`/gezinnen/${line.trajectoryId}/groepen/${place}/afmelden`, { version: "1" })).status, 404);
  assert.equal((await her.post(`/groepen/${group}/gaat-niet-door`, { version: "1" })).status, 404);
});

test("who was there, and a meeting that moves", async () => {
  const group = await aGroup(midwife, 4, { name: "Groep juli", firstOn: today });
  const line = await aLine(midwife);
  await comeIn(midwife, group, line.trajectoryId);
  const she = browse(server, midwife);
  const page = await she.get(`/groepen/${group}`);
  const session = /bijeenkomsten\/([0-9a-f-]{36})"/.exec(page.html)?.[1] ?? "";
  const at = `/groepen/${group}/bijeenkomsten/${session}`;
  assert.match((await she.get(at)).text, /S\. Frijns/);
  const place = (await placeOf(midwife, group, line.trajectoryId))?.id ?? "";
  assert.match((await she.submit(at, { [`aanwezig-${place}`]: "present" })).text, /1 aanwezig/);
  const later = [...page.html.matchAll(/bijeenkomsten\/([0-9a-f-]{36})\/verplaatsen/g)].at(-1)?.[1] ?? "";
  const move = `/groepen/${group}/bijeenkomsten/${later}/verplaatsen`;
  await she.get(move);
  assert.match((await she.submit(move, { onDay: "24-12-2026", begins: "10:00", ends: "12:00" })).text, /do 24 december 2026/);
});
