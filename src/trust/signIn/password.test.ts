import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../main/testing/browse.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { anAccount, type TestAccount } from "./testing/anAccount.ts";

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

const wrong = "Dit e-mailadres en wachtwoord horen niet bij elkaar";
const attempts = () => region.asOwner("delete from app.attempt");

async function passwordOf(account: Pick<TestAccount, "login" | "password">, browser = browse(server)) {
  const answer = await browser.post("/aanmelden", { email: account.login, wachtwoord: account.password });
  return { browser, answer };
}

test("a password and then a code sign in", async () => {
  const account = await anAccount(region);
  const { browser, answer } = await passwordOf(account);
  assert.equal(answer.location, "/aanmelden/code");
  assert.equal((await browser.get("/account")).location, "/aanmelden?naar=%2Faccount", "the password alone is nothing yet");
  assert.match((await browser.get("/aanmelden/code")).text, /Code van 6 cijfers/);
  assert.equal((await browser.post("/aanmelden/code", { code: account.code() })).location, "/werk");
  const page = await browser.get("/account");
  assert.equal(page.status, 200);
  assert.match(page.text, /Een browser/);
  const [event] = await region.asOwner<{ professional_id: string }>(
    "select professional_id from trail_event where event = 'session.started' order by seq desc limit 1",
  );
  assert.equal(event?.professional_id, account.professionalId, "the trail says who signed in");
});

test("the login may be typed with capitals and spaces, and one comes where one wanted to be", async () => {
  const account = await anAccount(region);
  const browser = browse(server);
  await browser.get("/aanmelden?naar=%2Faccount");
  await browser.post("/aanmelden", { email: ` ${account.login.toUpperCase()} `, wachtwoord: account.password });
  await browser.get("/aanmelden/code");
  assert.equal((await browser.post("/aanmelden/code", { code: account.code() })).location, "/account");
});

test("a wrong password, an unknown name, someone invited and someone blocked get the same answer", async () => {
  const account = await anAccount(region);
  const blocked = await anAccount(region);
  await region.asOwner("update account set state = 'blocked' where professional_id = $1", [blocked.professionalId]);
  const invited = await region.actor("midwife", "practice");
  await region.asOwner("insert into account (professional_id, login) values ($1, 'nieuw@praktijkdemaas.example')", [
    invited.professionalId,
  ]);
  const typed = [
    { login: account.login, password: "iets heel anders dan dit" },
    { login: "niemand@praktijkdemaas.example", password: account.password },
    { login: "nieuw@praktijkdemaas.example", password: account.password },
    { login: blocked.login, password: blocked.password },
  ];
  for (const one of typed) {
    const { answer } = await passwordOf(one);
    assert.equal(answer.status, 422, one.login);
    assert.match(answer.text, new RegExp(wrong), one.login);
    assert.doesNotMatch(answer.html, new RegExp(account.password), "a password is never sent back");
  }
  const [event] = await region.asOwner<{ outcome: string; professional_id: string | null }>(
    "select outcome, professional_id from trail_event where event = 'session.refused' order by seq desc limit 1",
  );
  assert.deepEqual(event, { outcome: "refused", professional_id: null });
});

test("after five tries one waits, also for a name that nobody has, and with the right password too", async () => {
  await attempts();
  const account = await anAccount(region);
  for (const login of [account.login, "niemand-hier@praktijkdemaas.example"]) {
    for (let attempt = 1; attempt <= 5; attempt += 1)
      assert.equal((await passwordOf({ login, password: "zomaar wat geraden" })).answer.status, 422);
    const { answer } = await passwordOf({ login, password: account.password });
    assert.equal(answer.status, 429);
    assert.match(answer.text, /Er is te vaak geprobeerd. Wacht 15 minuten/);
  }
  const other = await anAccount(region);
  assert.equal((await passwordOf(other)).answer.location, "/aanmelden/code", "someone else at the same address is not kept waiting");
  await region.asOwner("update app.attempt set window_ends = now()");
  assert.equal((await passwordOf(account)).answer.location, "/aanmelden/code", "after the wait it works");
});

test("a code is good once, an old one never, and five wrong ones make one wait", async () => {
  await attempts();
  const account = await anAccount(region);
  const code = account.code();
  const { browser } = await passwordOf(account);
  assert.equal((await browser.post("/aanmelden/code", { code })).location, "/werk");
  const again = (await passwordOf(account)).browser;
  const refused = await again.post("/aanmelden/code", { code });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /klopt niet, of is al gebruikt/);
  assert.equal((await again.post("/aanmelden/code", { code: account.code(-10) })).status, 422);
  for (const typed of ["000000", "12345", "abcdef"]) assert.equal((await again.post("/aanmelden/code", { code: typed })).status, 422);
  assert.equal((await again.post("/aanmelden/code", { code: account.code(1) })).status, 429);
});

test("a recovery code takes the place of the code, once", async () => {
  await attempts();
  const account = await anAccount(region);
  const { browser } = await passwordOf(account);
  assert.equal(
    (await browser.post("/aanmelden/code", { code: account.recoveryCode.toUpperCase().replaceAll("-", " ") })).location,
    "/werk",
  );
  assert.match((await browser.get("/account")).text, /Herstelcodes nog 0/);
  const again = (await passwordOf(account)).browser;
  assert.equal((await again.post("/aanmelden/code", { code: account.recoveryCode })).status, 422);
});

test("the step between password and code belongs to one browser and can't be answered twice", async () => {
  const account = await anAccount(region);
  await passwordOf(account);
  const stranger = browse(server);
  assert.equal((await stranger.get("/aanmelden/code")).location, "/aanmelden");
  const door = await stranger.get("/aanmelden");
  assert.equal(
    (await stranger.post("/aanmelden/code", { _csrf: door.hidden("/aanmelden")?.["_csrf"], code: account.code() })).location,
    "/aanmelden",
  );
});

test("who has two jobs chooses one, and can go on in the other", async () => {
  await attempts();
  const account = await anAccount(region);
  const [other] = await region.asOwner<{ id: string }>(
    "insert into membership (professional_id, organisation_id, role, since) values ($1, $2, 'clinical_midwife', app.today()) returning id",
    [account.professionalId, region.organisationId("hospital")],
  );
  const { browser } = await passwordOf(account);
  await browser.get("/aanmelden/code");
  assert.equal((await browser.post("/aanmelden/code", { code: account.code() })).location, "/aanmelden/werkplek");
  const choice = await browser.get("/aanmelden/werkplek");
  assert.match(choice.text, /Ziekenhuis Heuvelland/);
  const stolen = await region.actor("midwife", "otherPractice");
  assert.equal(
    (await browser.post("/aanmelden/werkplek", { werkplek: stolen.membershipId })).location,
    "/aanmelden",
    "a job of someone else is none",
  );
  assert.equal((await browser.post("/aanmelden/werkplek", { werkplek: account.membershipId })).location, "/werk");
  assert.match((await browser.get("/account")).text, /verloskundige, Praktijk De Maas/);
  assert.equal((await browser.post("/account/werkplek", { werkplek: other?.id ?? "" })).location, "/werk");
  assert.match((await browser.get("/account")).text, /klinisch verloskundige, Ziekenhuis Heuvelland/);
  assert.equal((await browser.post("/account/werkplek", { werkplek: stolen.membershipId })).status, 404);
});

test("who has no job left is told so after both factors", async () => {
  const account = await anAccount(region);
  await region.asOwner("update membership set until = app.today() - 1 where id = $1", [account.membershipId]);
  const { browser } = await passwordOf(account);
  await browser.get("/aanmelden/code");
  assert.equal((await browser.post("/aanmelden/code", { code: account.code() })).location, "/aanmelden");
  assert.match((await browser.get("/aanmelden")).text, /geen werkplek in Wieg/);
});
