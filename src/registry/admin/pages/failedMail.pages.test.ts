import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../../main/testing/browse.ts";
import { aRegion, type Region } from "../../testing/aRegion.ts";
import { failedMailTask } from "../server/failedMail.ts";

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

test("mail that was cut off stands on the list of the administrator, who reads what that means and sends it again with one press", async () => {
  const browser = browse(server, await region.actor("platform_admin", "office"));
  await region.asOwner(
    "insert into mail (to_address, subject, body, once, state) values ('twijfel@example.org', 'x', 'x', 'doubt', 'in-doubt')",
  );
  await failedMailTask.run({});
  assert.match((await browser.get("/werk")).text, /Het versturen werd afgebroken.*misschien kwam het wel aan/);
  const page = await browser.get("/beheer/post");
  assert.match(page.text, /twijfel@example\.org 1 1/);
  assert.match(page.text, /kan iemand het twee keer krijgen/);
  const after = await browser.submit("/beheer/post/opnieuw");
  assert.match(after.text, /Eén bericht wordt opnieuw verstuurd/);
  assert.match(after.text, /Alle e-mail is weg/);
  assert.deepEqual(await region.asOwner("select state from mail where once = 'doubt'"), [{ state: "waiting" }]);
});
