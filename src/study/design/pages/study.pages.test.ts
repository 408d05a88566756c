import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse, type Browser } from "../../../main/testing/browse.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { checkStudies } from "../rules/checkStudies.ts";
import { pilotStudies } from "../pilotStudies.ts";

let region: Region;
let server: FastifyInstance;
let desk: Browser;
before(async () => {
  region = await aRegion();
  server = await aServer();
  desk = browse(server, await region.actor("research_desk", "office"));
});
after(async () => {
  await server.close();
  await region.close();
});

test("the studies of the pilot fit together", () => assert.deepEqual(checkStudies(pilotStudies), []));

test("the desk sees arms, waves, and which texts keep the fieldwork from beginning", async () => {
  const { text } = await desk.get("/onderzoek");
  assert.match(
    text,
    /Het veldwerk kan nog niet beginnen .* Stress in the last four weeks Brief Resilience Scale Self-Mastery Scale, five options/,
  );
  assert.match(
    text,
    /interventiegroep, 150 gezinnen categorie c of d; kraamzorg van het programma; woont in het gebied; verzekerd bij CZ, VGZ of een van beide/,
  );
  assert.match(text, /controlegroep, 100 gezinnen .* verzekerd bij een andere verzekeraar/);
  assert.match(text, /T2 einde van de kraamtijd 9 dagen na de geboorte na 5 en 10 dagen/);
});

test("an example shows which list comes when, and waits for a day that is not known", async () => {
  const { text } = await desk.get("/onderzoek?deel=study_1&deel=study_2&consent=1-9-2026&birth=20-2-2027");
  assert.match(text, /T0 Deelstudie 1 di 1 september 2026/);
  assert.match(text, /T1 en T0 Deelstudie 1 en Deelstudie 2 wacht op de intake door de kraamzorg/);
  assert.match(text, /T2 en T1 Deelstudie 1 en Deelstudie 2 ma 1 maart 2027/);
  const wrong = await desk.get("/onderzoek?deel=study_1&consent=31-2-2027");
  assert.match(wrong.text, /Vul een datum in, zoals 12-3-2027/);
  assert.match(wrong.html, /value="31-2-2027"/, "what was typed stays");
});

test("it is the research desk's page", async () => {
  const midwife = browse(server, await region.actor("midwife", "practice"));
  assert.equal((await midwife.get("/onderzoek")).status, 403);
});
