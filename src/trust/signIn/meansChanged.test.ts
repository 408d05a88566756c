import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../main/testing/browse.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { codeAt } from "./server/codeApp.ts";
import { aLink, anAccount, type TestAccount } from "./testing/anAccount.ts";

// Whoever changes her means may do so because someone else has them.

let region: Region;
let server: FastifyInstance;
before(async () => {
  region = await aRegion();
  server = await aServer();
});
beforeEach(() => region.asOwner("delete from app.attempt"));
after(async () => {
  await server.close();
  await region.close();
});

async function halfway(account: TestAccount) {
  const browser = browse(server);
  await browser.post("/aanmelden", { email: account.login, wachtwoord: account.password });
  await browser.get("/aanmelden/code");
  return browser;
}
async function signedIn(account: TestAccount, steps: number) {
  const browser = await halfway(account);
  assert.equal((await browser.post("/aanmelden/code", { code: account.code(steps) })).location, "/werk");
  return browser;
}
const aPasskey = async (account: TestAccount): Promise<string> => {
  const [made] = await region.asOwner<{ id: string }>(
    "insert into passkey (professional_id, credential_id, public_key, label) values ($1, $2, '\\x00', 'gestolen telefoon') returning id",
    [account.professionalId, crypto.randomUUID()],
  );
  return made?.id ?? "";
};

const changes = [
  ["a passkey is removed", async (account: TestAccount) => `/account/toegangssleutels/${await aPasskey(account)}/verwijderen`],
  ["new codes are put on paper", async () => "/account/herstelcodes"],
] as const;
for (const [name, address] of changes)
  test(`when ${name} every other session ends, and so does a sign-in that is under way`, async () => {
    const account = await anAccount(region);
    const thief = await signedIn(account, -1);
    const owner = await signedIn(account, 0);
    const coming = await halfway(account);
    const press = await address(account);
    const page = await owner.get("/account");
    await owner.post(press, { _csrf: page.hidden("/afmelden")?.["_csrf"] });
    assert.equal((await owner.get("/account")).status, 200);
    assert.equal((await thief.get("/account")).status, 303);
    assert.match((await coming.post("/aanmelden/code", { code: account.code(1) })).location, /^\/aanmelden$/);
  });

test("when a link is used, what was begun with the old means ends", async () => {
  const account = await anAccount(region);
  const thief = await signedIn(account, -1);
  const coming = await halfway(account);
  const token = await aLink(region, account.professionalId, "recovery");
  const browser = browse(server);
  await browser.get(`/uitnodiging/${token}`);
  const page = await browser.submit(`/uitnodiging/${token}`, {
    wachtwoord: "vier schepen op het droge",
    nogmaals: "vier schepen op het droge",
  });
  const secret = (/wieg-secret">([A-Z2-7 ]+)</.exec(page.html)?.[1] ?? "").replaceAll(" ", "");
  await browser.post(`/uitnodiging/${token}/code`, { code: codeAt(secret, Date.now()) });
  assert.deepEqual(
    await region.asOwner("select from sign_in_link where professional_id = $1 and used_at is null", [account.professionalId]),
    [],
  );
  assert.equal((await thief.get("/account")).status, 303);
  assert.match((await coming.post("/aanmelden/code", { code: account.code(1) })).location, /^\/aanmelden$/);
});
