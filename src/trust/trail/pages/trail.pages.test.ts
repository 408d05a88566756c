import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../../main/testing/browse.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";

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

test("a search that can't be done is said, with what was typed, and finds nothing", async () => {
  const officer = browse(server, await region.actor("privacy_officer", "office"));
  const asked = await officer.get("/inzage?van=30-2-2026&gezin=abc");
  assert.match(asked.text, /Vul een dag in die bestaat/);
  assert.match(asked.text, /Dit is geen kenmerk/);
  assert.match(asked.text, /Er is nog niet gezocht/);
  assert.match(asked.html, /value="30-2-2026"/);
});

test("what is looked for may be said in plain words, and what is found reads so", async () => {
  const officer = browse(server, await region.actor("privacy_officer", "office"));
  await officer.get("/inzage");
  const found = await officer.get("/inzage?wat=inzage");
  assert.match(found.text, /inzage: gelezen/);
  assert.match((await officer.get("/inzage?wat=bestaat-niet")).text, /Niets gevonden/);
});
