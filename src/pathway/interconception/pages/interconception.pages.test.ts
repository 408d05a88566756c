import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../../main/testing/browse.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { addQuestion } from "../../plan/server/changePlan.ts";
import { aLine } from "../../trajectory/testing/aLine.ts";

const today = "2026-11-09";
let region: Region;
let server: FastifyInstance;
let midwife: Actor;
before(async () => {
  region = await aRegion();
  await region.setToday(today);
  server = await aServer();
  midwife = await region.actor("midwife", "practice", "M. Voorbeeld");
});
after(async () => {
  await server.close();
  await region.close();
});

test("a conversation with no pregnancy yet: typed, mended, kept; the wish stands among the signals", async () => {
  const line = await aLine(midwife, { dueDate: null });
  const she = browse(server, midwife);
  const home = `/gezinnen/${line.trajectoryId}`;
  assert.match((await she.get(home)).text, /Kinderwens en volgende zwangerschap Nog geen gesprek/);
  const at = `${home}/kinderwens/nieuw`;
  assert.match((await she.get(at)).text, /Gesprek over kinderwens.*foliumzuur/);
  assert.match((await she.submit(at, { heldOn: "9-11-2026", wish: "" })).text, /Vul ten minste iets in/);
  const lone = await she.submit(at, { heldOn: "9-11-2026", wish: "later", followedBy: midwife.membershipId });
  assert.match(lone.text, /Kies wie het gezin volgt én op welke dag/);
  const kept = await she.submit(at, {
    heldOn: "9-11-2026",
    wish: "later",
    topics: ["folic_acid"],
    advice: "Foliumzuur",
    followedBy: midwife.membershipId,
    followOn: "1-3-2027",
  });
  assert.match(
    kept.text,
    /Het gesprek is vastgelegd.*wil later \(nog\) een kind.*foliumzuur.*M\. Voorbeeld, Praktijk De Maas, op ma 1 maart 2027/,
  );
  assert.match(kept.html, /thema=wish_for_children/);
  assert.match((await she.get(`${home}/signalen`)).text, /Wens voor een volgend kind/);
  assert.match((await she.get("/werk")).text, /Terugkomen op het gesprek over kinderwens/);
});

test("a next pregnancy: what is known is offered, asked part by part, and taken along with a yes alone", async () => {
  const line = await aLine(midwife);
  await addQuestion(midwife, { trajectoryId: line.trajectoryId, wording: "Een grotere woning", factors: [] });
  await region.asOwner("update trajectory set born_on = '2026-06-01' where id = $1", [line.trajectoryId]);
  const she = browse(server, midwife);
  const begin = `/gezinnen/${line.trajectoryId}/volgende-zwangerschap`;
  await she.get(begin);
  const next = (await she.post(begin, { dueDate: "1-6-2027" })).location;
  const home = await she.get(next);
  assert.match(home.text, /Dit gezin is al bekend van een eerdere zwangerschap\. Kijk samen met het gezin wat mee mag/);
  const at = `${next}/eerder`;
  assert.match((await she.get(at)).text, /Zonder een ja gaat er niets mee.*geboren op ma 1 juni 2026.*Een grotere woning/);
  assert.match(
    (await she.submit(at, { givenOn: "9-11-2026", way: "spoken" })).text,
    /Vul bij ten minste één onderdeel in wat het gezin zei/,
  );
  assert.doesNotMatch((await she.get(`${next}/plan`)).text, /Een grotere woning/);
  await she.get(at);
  assert.match((await she.submit(at, { "mee-plan": "ja", givenOn: "9-11-2026", way: "spoken" })).text, /Meegenomen\..*is meegenomen/);
  assert.match((await she.get(`${next}/plan`)).text, /Een grotere woning/);
  assert.doesNotMatch((await she.get(next)).text, /Kijk samen met het gezin wat mee mag/);
});

test("a first line has nothing earlier, nor has another's", async () => {
  const line = await aLine(midwife);
  const she = browse(server, midwife);
  assert.equal((await she.get(`/gezinnen/${line.trajectoryId}/eerder`)).status, 404);
  const her = browse(server, await region.actor("midwife", "otherPractice"));
  for (const page of ["eerder", "kinderwens", "kinderwens/nieuw"])
    assert.equal((await her.get(`/gezinnen/${line.trajectoryId}/${page}`)).status, 404);
});
