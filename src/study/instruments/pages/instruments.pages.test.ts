import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../../main/testing/browse.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import type { Instrument } from "../instrument.ts";
import { suppliedInstruments } from "../suppliedInstruments.ts";

const list = "/onderzoek/vragenlijsten";
let region: Region;
let server: FastifyInstance;
let desk: Actor;
before(async () => {
  region = await aRegion();
  server = await aServer();
  desk = await region.actor("research_desk", "office");
});
after(async () => {
  await server.close();
  await region.close();
});

/** A validated text as a publisher would send it; the words are invented. */
function aDutchText(change: (one: Instrument) => void = () => undefined): string {
  const found = suppliedInstruments.find(({ scale }) => scale.form === "brs-6");
  const one = structuredClone(found) as Instrument;
  Object.assign(one, { validated: true, source: "Verzonnen uitgever" });
  Object.assign(one.questionnaire, { language: "nl", title: "Veerkracht", description: "Verzonnen inleiding." });
  for (const item of one.questionnaire.item) Object.assign(item, { text: `Verzonnen zin ${item.linkId}` });
  change(one);
  return JSON.stringify(one);
}
const load = async (content: string) => {
  const browser = browse(server, desk);
  await browser.get(`${list}/laden`);
  return browser.upload(`${list}/laden`, { field: "bestand", name: "tekst.json", content });
};

test("the desk sees what is there, and that no English text may go out", async () => {
  const page = await browse(server, desk).get(list);
  assert.match(
    page.text,
    /Brief Resilience Scale meet veerkracht brs-6 versie 2008 Engels 6 gemiddelde eerst de gevalideerde tekst laden meegeleverd met Wieg/,
  );
  assert.match(page.text, /Kraamzorg en ouder worden .* Nederlands 4 gemiddelde ja/);
});

test("answers that are tried show the score with its form, or why there is none, and nothing is kept", async () => {
  const browser = browse(server, desk);
  const all = "brs-1=5&brs-2=1&brs-3=5&brs-4=1&brs-5=5&brs-6=1";
  const page = await browser.get(`${list}/brs-6.en?${all}`);
  assert.match(page.text, /Score 5: hoog Vorm brs-6, versie 2008\./);
  assert.match(page.html, /name="brs-1"[^>]*checked|checked[^>]*name="brs-1"/, "what was chosen stays chosen");
  assert.match((await browser.get(`${list}/brs-6.en?brs-1=5`)).text, /Geen score Zonder antwoord bij vraag 2, 3, 4, 5, 6/);
  assert.match((await browser.get(`${list}/brs-6.en?${all.replaceAll("=1", "=5")}`)).text, /spreken de andere tegen/);
  assert.equal((await browser.get(`${list}/brs-7.en`)).status, 404);
});

test("a validated text is loaded once; the same again, or a version that came with Wieg, stays as it was", async () => {
  const loaded = await load(aDutchText());
  assert.equal(loaded.location, `${list}/brs-6.nl`);
  assert.match((await browse(server, desk).get(list)).text, /Veerkracht meet veerkracht brs-6 versie 2008 Nederlands 6 gemiddelde ja/);
  const again = await load(aDutchText((one) => Object.assign(one.questionnaire, { title: "Anders" })));
  assert.equal(again.status, 422);
  assert.match(again.text, /Deze versie van deze vorm is er al in deze taal/);
  assert.equal((await load(aDutchText((one) => Object.assign(one.questionnaire, { language: "en" })))).status, 422);
  const rows = await region.asOwner<{ title: string }>("select content -> 'questionnaire' ->> 'title' as title from instrument");
  assert.deepEqual(rows, [{ title: "Veerkracht" }]);
  const [event] = await region.asOwner<{ purpose: string; outcome: string }>(
    "select purpose, outcome from trail_event where event = 'instrument.loaded' order by at limit 1",
  );
  assert.deepEqual(event, { purpose: "brs-6.nl", outcome: "done" });
});

test("what can't be right is told with its place, and nothing is kept", async () => {
  const answer = await load(aDutchText((one) => one.scale.items.push("brs-7")));
  assert.equal(answer.status, 422);
  assert.match(answer.text, /De schaal telt vraag brs-7, maar die staat niet in de vragenlijst\./);
  assert.match((await load("geen json")).text, /Dit is geen JSON-bestand/);
  assert.match((await load(" ".repeat(300_000))).text, /Kies een bestand van hooguit 200 kB/);
  assert.equal((await region.asOwner("select 1 from instrument")).length, 1);
});

test("nobody else sees or loads them", async () => {
  const midwife = browse(server, await region.actor("midwife", "practice"));
  assert.equal((await midwife.get(list)).status, 403);
  assert.equal((await midwife.post(`${list}/laden`, {})).status, 403);
});
