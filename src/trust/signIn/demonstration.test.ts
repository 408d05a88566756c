import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../main/testing/browse.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { anAccount } from "./testing/anAccount.ts";

let region: Region;
let server: FastifyInstance;
let midwife: Actor;
before(async () => {
  region = await aRegion();
  server = await aServer();
  midwife = await region.actor("midwife", "practice", "Marieke Voorbeeld");
});
after(async () => {
  await server.close();
  await region.close();
});

async function choose(membership: string) {
  const browser = browse(server);
  const door = await browser.get("/aanmelden");
  return browser.post("/aanmelden/demonstratie", { _csrf: door.hidden("/aanmelden")?.["_csrf"], membership, naar: "/account" });
}

test("on a real installation nobody can be chosen at the door", async () => {
  assert.doesNotMatch((await browse(server).get("/aanmelden")).text, /Marieke Voorbeeld|demonstratie/);
  assert.equal((await choose(midwife.membershipId)).status, 404);
});

test("demonstration mode can't be switched on over people who are there", async () => {
  await assert.rejects(region.asOwner("insert into app.installation (demonstration) values (true)"), /cannot be switched on/);
});

test("in a demonstration region everyone who is invented is two clicks away, and who has an account of her own is not", async () => {
  await region.asOwner("alter table app.installation disable trigger keep_demonstration_apart");
  await region.asOwner("insert into app.installation (demonstration) values (true)");
  const invited = await anAccount(region);
  const door = await browse(server).get("/aanmelden");
  assert.match(door.text, /Marieke Voorbeeld verloskundige, Praktijk De Maas/);
  assert.equal((await choose(midwife.membershipId)).location, "/account");
  assert.equal((await choose(invited.membershipId)).status, 404);
  assert.equal((await choose("geen-id")).status, 404);
});
