import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aRegion, type Region } from "../registry/testing/aRegion.ts";
import { aServer, browse } from "./testing/browse.ts";

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

test("outside a demonstration there is no mailbox", async () => {
  assert.equal((await browse(server).get("/postvak")).status, 404);
});

test("what would have been mailed stands there with its lines, and its address can be pressed", async () => {
  await region.asOwner("insert into app.installation (demonstration) values (true) on conflict do nothing");
  await region.asOwner("insert into mail (to_address, subject, body, once) values ('a@example.org', 'Een vraag', $1, 'test')", [
    "Open deze link:\n\nhttps://wieg.example/verwijzing/abc\n\n<b>Tot ziens</b>",
  ]);
  const { html } = await browse(server).get("/postvak");
  assert.match(html, /<a href="https:\/\/wieg\.example\/verwijzing\/abc">/);
  assert.match(html, /&lt;b&gt;Tot ziens/);
});
