import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../main/testing/browse.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { aParticipant } from "../participation/testing/aParticipant.ts";
import { anAsk } from "../waves/testing/anAsk.ts";

let region: Region;
let server: FastifyInstance;
before(async () => {
  region = await aRegion();
  server = await aServer();
});
after(async () => {
  await server.close();
  await region.close();
});

const code = "ABCDEFGHP";
const desk = async () => browse(server, await region.actor("research_desk", "office"));
const fields = (change: Readonly<Record<string, string>> = {}) => ({
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((nth) => [`brs-${nth}`, "3"])),
  ...change,
});
const counted = (ask: string) =>
  region.asOwner<{ item: string; entry: number; value: number | null; missing: string | null }>(
    "select item, entry, value, missing from study_answer where ask_id = $1 and item in ('brs-1', 'brs-2') order by item, entry",
    [ask],
  );

test("a form is entered by two people who don't see each other's entry; what differs is settled by a third", async () => {
  const ask = await anAsk(region, { way: "paper" });
  await region.asOwner("update study_ask set form_code = $2 where id = $1", [ask.id, code]);
  const [one, two, three] = [await desk(), await desk(), await desk()];
  const address = `/onderzoek/papier/${code}`;
  assert.equal((await one.get(`/onderzoek/papier?nummer=abc-def-ghp`)).status, 200);
  const incomplete = await one.post(address, { "brs-1": "3" });
  assert.equal(incomplete.status, 422);
  assert.match(incomplete.text, /Kies wat er staat, of dat er niets staat/);
  assert.equal((await one.post(address, fields())).status, 303);
  assert.match((await one.get(address)).text, /De tweede invoer doet iemand anders/);
  assert.equal((await one.post(address, fields())).status, 422, "nobody enters a form twice");
  const second = await two.get(address);
  assert.doesNotMatch(second.html, /checked=""/, "the second sees nothing of the first");
  await two.post(address, fields({ "brs-1": "4", "brs-2": "onleesbaar" }));
  assert.match((await one.get("/onderzoek/papier")).text, /2 verschillen, voor een derde/);
  assert.equal((await two.post(address, { "brs-1": "4", "brs-2": "3" })).status, 422, "none of the two settles it");
  const settling = await three.get(address);
  assert.match(settling.text, /1\. I tend .* 2\. I have/);
  assert.doesNotMatch(settling.text, /3\. It does not/, "only what differs is asked");
  await three.post(address, { "brs-1": "4", "brs-2": "leeg" });
  const [state] = await region.asOwner("select state, way from study_ask where id = $1", [ask.id]);
  assert.deepEqual(state, { state: "answered", way: "paper" });
  assert.deepEqual(
    (await counted(ask.id)).filter(({ entry }) => entry === 3),
    [
      { item: "brs-1", entry: 3, value: 4, missing: null },
      { item: "brs-2", entry: 3, value: null, missing: "skipped" },
    ],
  );
  const [events] = await region.asOwner<{ n: number }>(
    "select count(*)::integer as n from trail_event where event = 'study.paper-entered' and outcome = 'done'",
  );
  assert.equal(events?.n, 3);
});

test("a number that is none, or of who does not take part any more, enters nothing", async () => {
  const browser = await desk();
  assert.match((await browser.get("/onderzoek/papier?nummer=onleesbaar")).text, /Dit nummer klopt niet/);
  assert.equal((await browser.get("/onderzoek/papier/ZZZZZZZZZ")).status, 404);
  const ask = await anAsk(region, { way: "paper" });
  await region.asOwner("update study_ask set form_code = 'ZZZZZZZZ9' where id = $1", [ask.id]);
  await region.asOwner("update study_participant set state = 'withdrawn', ended_on = app.today() where id = $1", [ask.participantId]);
  assert.match((await browser.get("/onderzoek/papier/ZZZZZZZZ9")).text, /vernietig het/);
  assert.equal((await browser.post("/onderzoek/papier/ZZZZZZZZ9", fields())).status, 422);
  assert.deepEqual(await counted(ask.id), []);
});

test("a form is printed with its number and no name; its PDF is tagged", async () => {
  const ask = await anAsk(region, { way: "paper" });
  await region.asOwner("update study_ask set form_code = 'BBBBBBBBB' where id = $1", [ask.id]);
  const browser = await desk();
  const printed = await browser.post(`/onderzoek/papier/druk-af/${ask.id}`);
  assert.equal(printed.location, "/onderzoek/papier/BBBBBBBBB");
  const pdf = await browser.get("/onderzoek/papier/BBBBBBBBB/formulier.pdf");
  assert.equal(pdf.headers["content-type"], "application/pdf");
  assert.match(pdf.html, /StructTreeRoot/);
  assert.doesNotMatch(pdf.html, /W-[A-Z2-9]{6}/);
});

test("the planning tells who gets what when by pseudonym, and who contradicts herself, to the desk alone", async () => {
  const all = Object.fromEntries([1, 2, 3, 4, 5, 6].map((nth) => [`brs-${nth}`, 5]));
  const ask = await anAsk(region, { state: "answered", answers: all });
  await region.asOwner("update study_ask set remind_on = '{2026-03-12,2026-03-17}' where id = $1", [ask.id]);
  const [participant] = await region.asOwner<{ code: string }>("select code from study_participant where id = $1", [ask.participantId]);
  const browser = await desk();
  const page = await browser.get(`/onderzoek/planning?deelnemer=${participant?.code}&stand=answered`);
  assert.match(
    page.text,
    new RegExp(
      `Lijsten \\(1\\) .*${participant?.code} deelstudie 1 T0 .* do 12 maart 2026, di 17 maart 2026 .* beantwoord .* spreekt zichzelf tegen: brs-6`,
    ),
  );
  for (const [role, at] of [
    ["midwife", "practice"],
    ["key_keeper", "office"],
    ["project_group", "office"],
  ] as const) {
    const other = browse(server, await region.actor(role, at));
    for (const address of ["/onderzoek/planning", "/onderzoek/papier"]) assert.equal((await other.get(address)).status, 403);
  }
});

test("a professional helps without seeing what was answered, also not what she herself filled in", async () => {
  const midwife = await region.actor("midwife", "practice");
  const one = await aParticipant(region, midwife, { answersBy: "help" });
  const ask = await anAsk(region, { participantId: one.id, way: "help", answers: { "brs-1": 5 } });
  const browser = browse(server, midwife);
  const address = `/gezinnen/${one.trajectoryId}/vragenlijst`;
  assert.match((await browser.get(address)).text, /Er staan 6 vragen open/);
  const page = await browser.get(`${address}/1`);
  assert.doesNotMatch(page.html, /checked=""/);
  assert.match(page.text, /U gaf hier al antwoord/);
  assert.equal((await browser.post(`${address}/1`, { "brs-1": "7" })).status, 422);
  await browser.get(`${address}/1`);
  assert.equal((await browser.post(`${address}/1`, { "brs-2": "1" })).location, `${address}/2`);
  const last = await browser.submit(`${address}/2`, { "brs-4": "2" });
  assert.match(last.text, /De antwoorden zijn bewaard/);
  const rows = await region.asOwner("select state, way from study_ask where id = $1", [ask.id]);
  assert.deepEqual(rows, [{ state: "answered", way: "help" }]);
  assert.doesNotMatch(JSON.stringify([page.text, last.text]), /W-[A-Z2-9]{6}/, "she learns no pseudonym");
  const stranger = browse(server, await region.actor("midwife", "otherPractice"));
  assert.equal((await stranger.get(address)).status, 404);
});
