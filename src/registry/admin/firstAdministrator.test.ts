import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import pg from "pg";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../main/testing/browse.ts";
import { urlFor } from "../../platform/db/roles.ts";
import { aRegion, type Region } from "../testing/aRegion.ts";
import { codeAt } from "../../trust/signIn/server/codeApp.ts";
import { anAccount } from "../../trust/signIn/testing/anAccount.ts";
import { inviteFirstAdministrator } from "./server/firstAdministrator.ts";

let region: Region;
let server: FastifyInstance;
let owner: pg.Client;
before(async () => {
  region = await aRegion();
  server = await aServer();
  owner = new pg.Client({ connectionString: urlFor("wieg_owner", region.adminUrl) });
  await owner.connect();
});
after(async () => {
  await owner.end();
  await server.close();
  await region.close();
});

const invite = async (email: string): Promise<string> => {
  const invited = await inviteFirstAdministrator(owner, { email, name: "Eerste Beheerder" });
  return invited.code === "done" ? `/uitnodiging/${invited.token}` : invited.code;
};

test("the first administrator of an empty installation comes in by the link that the command prints", async () => {
  const link = await invite("Eerste@wieg.example");
  const browser = browse(server);
  await browser.post(link, { wachtwoord: "drie fietsen in de regen", nogmaals: "drie fietsen in de regen" });
  const page = await browser.get(`${link}/code`);
  const secret = (/wieg-secret">([A-Z2-7 ]+)</.exec(page.html)?.[1] ?? "").replaceAll(" ", "");
  assert.match((await browser.post(`${link}/code`, { code: codeAt(secret, Date.now()) })).html, /href="\/beheer\/organisaties"/);
  assert.equal((await browser.get("/beheer/organisaties")).status, 200);
  const again = await invite("eerste@wieg.example");
  assert.equal((await browser.get("/beheer/organisaties")).status, 303, "asked again, the means of before are void");
  assert.equal((await browse(server).get(again)).status, 200);
  const [count] = await region.asOwner<{ jobs: number; organisations: number; events: number }>(
    `select (select count(*)::int from membership where role = 'platform_admin') as jobs, (select count(*)::int from organisation where kind = 'platform') as organisations,
       (select count(*)::int from trail_event where event = 'admin.invited-by-command') as events`,
  );
  assert.deepEqual(count, { jobs: 1, organisations: 1, events: 2 });
});

test("who works here in another role is not made an administrator of Wieg", async () => {
  const midwife = await anAccount(region);
  assert.equal(await invite(midwife.login), "works-elsewhere");
});
