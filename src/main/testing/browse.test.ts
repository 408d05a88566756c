import assert from "node:assert/strict";
import type { FastifyInstance } from "fastify";
import { after, before, test } from "node:test";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { aServer, browse } from "./browse.ts";

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

test("a page is shown to who is signed in, and nobody else", async () => {
  const midwife = browse(server, await region.actor("midwife", "practice"));
  assert.match((await midwife.get("/werk")).text, /Mijn werk/);
  assert.equal((await browse(server).get("/werk")).location, "/aanmelden?naar=%2Fwerk");
});

test("a form goes with its hidden fields, and not without", async () => {
  const midwife = browse(server, await region.actor("midwife", "practice"));
  assert.ok((await midwife.get("/werk")).hidden("/afmelden")?.["_key"]);
  assert.equal((await midwife.post("/sessie/verlengen", { _csrf: "made-up" })).status, 403);
  const out = await midwife.submit("/afmelden");
  assert.match(out.text, /U bent afgemeld/);
});
