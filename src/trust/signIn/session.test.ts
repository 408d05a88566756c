import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../main/testing/browse.ts";
import { newWebServer } from "../../main/webServer.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { codeAt } from "./server/codeApp.ts";
import { hashOf } from "./server/secrets.ts";
import { anAccount, type TestAccount } from "./testing/anAccount.ts";

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

const away = "/aanmelden?naar=%2Faccount";

async function signedIn(account: TestAccount, steps = 0) {
  const browser = browse(server);
  await browser.post("/aanmelden", { email: account.login, wachtwoord: account.password });
  await browser.get("/aanmelden/code");
  assert.equal((await browser.post("/aanmelden/code", { code: account.code(steps) })).location, "/werk");
  return browser;
}

test("a session ends after fifteen minutes without use, and use keeps it", async () => {
  const account = await anAccount(region);
  const browser = await signedIn(account);
  assert.equal((await browser.get("/account")).status, 200);
  await region.asOwner("update session set seen_at = now() - interval '14 minutes' where professional_id = $1", [account.professionalId]);
  assert.equal((await browser.get("/account")).status, 200);
  const [kept] = await region.asOwner<{ kept: boolean; idle_minutes: number }>(
    "select seen_at > now() - interval '1 minute' as kept, idle_minutes from session where professional_id = $1 and device is not null",
    [account.professionalId],
  );
  assert.deepEqual(kept, { kept: true, idle_minutes: 15 });
  await region.asOwner("update session set seen_at = now() - interval '17 minutes' where professional_id = $1", [account.professionalId]);
  assert.equal((await browser.get("/account")).location, away);
});

test("a session ends at the next request when the membership ends, or the organisation stops", async () => {
  const account = await anAccount(region);
  const browser = await signedIn(account);
  await region.asOwner("update membership set until = app.today() - 1 where id = $1", [account.membershipId]);
  assert.equal((await browser.get("/account")).location, away);
  const other = await anAccount(region, "gp", "gp");
  const second = await signedIn(other);
  await region.asOwner("update organisation set active = false where id = $1", [region.organisationId("gp")]);
  assert.equal((await second.get("/account")).location, away);
});

test("each sign-in has a new token, whatever the browser had; the one before ends", async () => {
  const account = await anAccount(region);
  const planted = "een-token-dat-iemand-in-de-browser-zette";
  const browser = browse(server, { token: planted });
  await browser.post("/aanmelden", { email: account.login, wachtwoord: account.password });
  await browser.get("/aanmelden/code");
  const answer = await browser.post("/aanmelden/code", { code: account.code() });
  const token = /wieg-sessie=([\w-]+)/.exec(JSON.stringify(answer.headers["set-cookie"]))?.[1] ?? "";
  assert.equal(token.length, 43);
  assert.equal((await browse(server, { token: planted }).get("/account")).location, away, "what was planted opens nothing");
  await browser.get("/aanmelden");
  await browser.post("/aanmelden", { email: account.login, wachtwoord: account.password });
  await browser.get("/aanmelden/code");
  await browser.post("/aanmelden/code", { code: account.code(1) });
  assert.equal((await browse(server, { token }).get("/account")).location, away, "the session before is over");
});

test("the database knows the hash of a token, and nothing that opens a session", async () => {
  const account = await anAccount(region);
  await signedIn(account);
  const [row] = await region.asOwner<{ token_hash: Buffer }>(
    "select token_hash from session where professional_id = $1 and device is not null",
    [account.professionalId],
  );
  const hash = row?.token_hash.toString("hex") ?? "";
  for (const token of [hash, row?.token_hash.toString("base64url") ?? ""])
    assert.equal((await browse(server, { token }).get("/account")).location, away);
  assert.equal(hashOf("x").length, 32);
});

test("signing out ends the session in the database and asks the browser to forget", async () => {
  const account = await anAccount(region);
  const browser = await signedIn(account);
  await browser.get("/account");
  const answer = await browser.post("/afmelden");
  assert.equal(answer.headers["clear-site-data"], '"cache", "storage"');
  const [row] = await region.asOwner<{ ended: boolean }>(
    "select ended_at is not null as ended from session where professional_id = $1 and device is not null",
    [account.professionalId],
  );
  assert.equal(row?.ended, true);
  const [event] = await region.asOwner<{ professional_id: string }>(
    "select professional_id from trail_event where event = 'session.ended' order by seq desc limit 1",
  );
  assert.equal(event?.professional_id, account.professionalId, "the trail says who");
});

test("other devices can be signed out, one by one and all at once, and nobody else's", async () => {
  const account = await anAccount(region);
  const [here, there, elsewhere] = [await signedIn(account, -1), await signedIn(account), await signedIn(account, 1)];
  const stranger = await region.actor("midwife", "practice");
  const page = await here.get("/account");
  const ids = [...new Set([...page.html.matchAll(/\/account\/sessies\/([0-9a-f-]{36})\/afmelden/g)].map(([, id]) => id ?? ""))];
  assert.equal(ids.length, 3, "two devices, and the session that the test itself made");
  const [strange] = await region.asOwner<{ id: string }>("select id from session where professional_id = $1", [stranger.professionalId]);
  await here.post(`/account/sessies/${strange?.id}/afmelden`, { _csrf: page.hidden("/afmelden")?.["_csrf"] });
  assert.equal((await browse(server, stranger).get("/account")).status, 200);
  await here.get("/account");
  await here.submit("/account/sessies/afmelden");
  assert.equal((await here.get("/account")).status, 200);
  for (const browser of [there, elsewhere]) assert.equal((await browser.get("/account")).location, away);
});

test("means are changed only just after signing in, and then every other session ends", async () => {
  const account = await anAccount(region);
  const other = await signedIn(account, -1);
  const browser = await signedIn(account);
  const typed = { nu: account.password, wachtwoord: "nog een lange zin erbij", nogmaals: "nog een lange zin erbij" };
  await region.asOwner("update session set started_at = now() - interval '16 minutes' where professional_id = $1", [
    account.professionalId,
  ]);
  assert.match((await browser.get("/account")).text, /alleen kort na het aanmelden/);
  assert.match((await browser.post("/account/wachtwoord", typed)).text, /Meld u opnieuw aan/);
  await region.asOwner("update session set started_at = now() where professional_id = $1", [account.professionalId]);
  assert.match((await browser.post("/account/wachtwoord", { ...typed, nu: "iets anders" })).text, /niet het wachtwoord dat u nu hebt/);
  assert.match(
    (await browser.post("/account/wachtwoord", { ...typed, wachtwoord: "kort", nogmaals: "kort" })).text,
    /ten minste 12 tekens/,
  );
  assert.match((await browser.submit("/account/wachtwoord", typed)).text, /Uw wachtwoord is gewijzigd/);
  assert.equal((await other.get("/account")).location, away);
  assert.match((await browser.get("/account")).text, /Wachtwoord gewijzigd/);
});

test("another code app takes over when its first code was right", async () => {
  const account = await anAccount(region);
  const browser = await signedIn(account);
  const page = await browser.get("/account/code-app");
  const secret = (/wieg-secret">([A-Z2-7 ]+)</.exec(page.html)?.[1] ?? "").replaceAll(" ", "");
  assert.notEqual(secret, account.secret);
  assert.equal((await browser.post("/account/code-app", { code: account.code(1) })).status, 422, "a code of the old one");
  assert.equal((await browser.post("/account/code-app", { code: codeAt(secret, Date.now()) })).location, "/account");
  const later = browse(server);
  await later.post("/aanmelden", { email: account.login, wachtwoord: account.password });
  await later.get("/aanmelden/code");
  assert.equal((await later.post("/aanmelden/code", { code: account.code(1) })).status, 422);
  assert.equal((await later.post("/aanmelden/code", { code: codeAt(secret, Date.now() + 30_000) })).location, "/werk");
});

test("new recovery codes are shown for a while, to this session alone; the old ones are void", async () => {
  const account = await anAccount(region);
  const browser = await signedIn(account);
  await browser.get("/account");
  const shown = await browser.submit("/account/herstelcodes");
  const codes = [...shown.html.matchAll(/<code>([a-z2-9-]{14})<\/code>/g)].map(([, code]) => code ?? "");
  assert.equal(codes.length, 10);
  const other = await signedIn(account, 1);
  assert.match((await other.get("/account/herstelcodes/nieuw")).text, /maar kort te zien/);
  const later = browse(server);
  await later.post("/aanmelden", { email: account.login, wachtwoord: account.password });
  await later.get("/aanmelden/code");
  assert.equal((await later.post("/aanmelden/code", { code: account.recoveryCode })).status, 422);
  assert.equal((await later.post("/aanmelden/code", { code: codes[3] })).location, "/werk");
});

test("the last means of signing in can't be removed", async () => {
  const account = await anAccount(region);
  const browser = await signedIn(account);
  await region.asOwner(
    "insert into passkey (professional_id, credential_id, public_key, label) values ($1, $2, '\\x00', 'mijn telefoon')",
    [account.professionalId, crypto.randomUUID()],
  );
  await region.asOwner("update account set password_hash = null where professional_id = $1", [account.professionalId]);
  const [passkey] = await region.asOwner<{ id: string }>("select id from passkey where professional_id = $1", [account.professionalId]);
  const page = await browser.get("/account");
  assert.doesNotMatch(page.html, /verwijderen/);
  const csrf = page.hidden("/afmelden")?.["_csrf"];
  await browser.post(`/account/toegangssleutels/${passkey?.id}/verwijderen`, { _csrf: csrf });
  const [left] = await region.asOwner<{ count: number }>("select count(*)::int as count from passkey where professional_id = $1", [
    account.professionalId,
  ]);
  assert.equal(left?.count, 1);
});

test("notices by e-mail go off and on", async () => {
  const actor = await region.actor("youth_nurse", "youthHealth");
  const browser = browse(server, actor);
  await browser.get("/account");
  assert.match((await browser.submit("/account/meldingen")).text, /Berichten per e-mail uit/);
  assert.match((await browser.submit("/account/meldingen")).text, /Berichten per e-mail aan/);
});

test("behind https every cookie is for this host alone, over https alone, and out of reach of scripts", async () => {
  const secure = await newWebServer({
    secret: "a-secret-for-tests-that-is-long-enough",
    trustProxy: true,
    log: false,
    publicUrl: "https://wieg.example",
  });
  const actor = await region.actor("midwife", "practice");
  const page = await secure.inject({ method: "GET", url: "/account", headers: { cookie: `__Host-wieg-sessie=${actor.token}` } });
  assert.equal(page.statusCode, 200);
  const plain = await secure.inject({ method: "GET", url: "/account", headers: { cookie: `wieg-sessie=${actor.token}` } });
  assert.equal(plain.statusCode, 303, "the name without its prefix is not read");
  const account = await anAccount(region);
  const door = await secure.inject({ method: "GET", url: "/aanmelden" });
  const csrf = /name="_csrf" value="([^"]+)"/.exec(door.payload)?.[1] ?? "";
  const cookie = door.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join("; ");
  const step = await secure.inject({
    method: "POST",
    url: "/aanmelden",
    headers: { cookie, "content-type": "application/x-www-form-urlencoded" },
    payload: new URLSearchParams({ _csrf: csrf, email: account.login, wachtwoord: account.password }).toString(),
  });
  assert.equal(step.headers.location, "/aanmelden/code");
  for (const one of [...door.cookies, ...step.cookies]) {
    assert.ok(one.name.startsWith("__Host-"), one.name);
    assert.deepEqual([one["secure"], one.httpOnly, one.sameSite, one.path, one["domain"]], [true, true, "Lax", "/", undefined], one.name);
  }
  await secure.close();
});
