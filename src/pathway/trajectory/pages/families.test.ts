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
const named = (familyName: string, dueDate: string | null) => ({
  mother: { givenName: "Eva", prefix: null, familyName, birthDate: "1996-05-04" },
  dueDate,
});

test("my families stand in the order of their due dates, those of others do not", async () => {
  for (const [name, due] of [
    ["Laatste", "2027-08-01"],
    ["Eerste", "2026-12-01"],
    ["Wens", null],
  ] as const)
    await aLine(midwife, named(name, due));
  await aLine(await region.actor("midwife", "otherPractice"), named("Vreemd", "2026-12-02"));
  const { text } = await browse(server, midwife).get("/gezinnen");
  assert.match(text, /Eva Eerste.*Eva Laatste/);
  assert.doesNotMatch(text, /Vreemd|Wens/);
  assert.match((await browse(server, midwife).get("/gezinnen?toon=kinderwens")).text, /Eva Wens .* nog niet zwanger/);
});

test("an empty list says what to do first", async () => {
  const { text } = await browse(server, await region.actor("midwife", "hospital")).get("/gezinnen");
  assert.match(text, /U hebt nu geen gezinnen in verwachting .* Gezin aanmelden/);
});

test("a name that is looked for stands in no address and comes back on going back", async () => {
  await aLine(midwife, named("Nachtegaal", "2027-03-01"));
  const browser = browse(server, midwife);
  await browser.get("/gezinnen");
  const sent = await browser.post("/gezinnen/zoeken", { zoek: "nachtegaal" });
  assert.match(sent.location, /^\/gezinnen\/zoeken\/[0-9a-f-]{36}$/);
  assert.match((await browser.get(sent.location)).text, /Gevonden .* Eva Nachtegaal/);
  assert.match((await browser.get(sent.location)).text, /Eva Nachtegaal/);
  assert.equal((await browse(server, await region.actor("midwife", "practice")).get(sent.location)).status, 404, "someone else's search");
});

test("a letter off is asked back, nothing found says how to go on", async () => {
  const browser = browse(server, midwife);
  await browser.get("/gezinnen");
  assert.match((await browser.submit("/gezinnen/zoeken", { zoek: "nachtegal" })).text, /Bedoelt u een van deze\? .* Eva Nachtegaal/);
  assert.match((await browser.submit("/gezinnen/zoeken", { zoek: "xyzzy" })).text, /Geen gezin gevonden/);
  assert.match((await browser.submit("/gezinnen/zoeken", { zoek: "" })).text, /Typ iets meer/);
});

test("a list goes on page by page without a day in the address", async () => {
  const busy = await region.actor("midwife", "gp"); // any organisation of its own
  for (let at = 0; at < 28; at += 1) await aLine(busy, named(`Nummer${at}`, "2027-02-01"));
  const browser = browse(server, busy);
  const first = await browser.get("/gezinnen");
  const next = /href="(\/gezinnen\?toon=zwanger&amp;na=[0-9a-f-]{36})"/.exec(first.html)?.[1]?.replace("&amp;", "&") ?? "";
  const second = await browser.get(next);
  const onPage = (text: string) => new Set(text.match(/Eva Nummer\d+/g) ?? []);
  assert.equal(onPage(first.text).size, 25);
  assert.equal(onPage(second.text).size, 3);
  assert.equal(new Set([...onPage(first.text), ...onPage(second.text)]).size, 28);
});

test("an empty part of my work says that this part is empty, not that nothing waits at all", async () => {
  const { text } = await browse(server, midwife).get("/werk?toon=te-laat");
  assert.match(text, /Niets is te laat/);
  assert.doesNotMatch(text, /Er wacht niets op u/);
  assert.match((await browse(server, midwife).get("/werk?toon=wacht")).text, /U wacht nergens op/);
});
