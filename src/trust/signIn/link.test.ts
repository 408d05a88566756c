import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse, type Browser } from "../../main/testing/browse.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { codeAt } from "./server/codeApp.ts";
import { aLink, anAccount } from "./testing/anAccount.ts";

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

const password = "drie fietsen in de regen";

/** Chooses a password behind the link and gives the secret for the code app. */
async function choosePassword(browser: Browser, token: string): Promise<string> {
  assert.equal(
    (await browser.post(`/uitnodiging/${token}`, { wachtwoord: password, nogmaals: password })).location,
    `/uitnodiging/${token}/code`,
  );
  const page = await browser.get(`/uitnodiging/${token}/code`);
  assert.match(page.html, /src="data:image\/png;base64,/);
  return (/wieg-secret">([A-Z2-7 ]+)</.exec(page.html)?.[1] ?? "").replaceAll(" ", "");
}

test("an invitation leads to a password, a code app and ten codes on paper, and signs in at once", async () => {
  const nurse = await region.actor("youth_nurse", "youthHealth", "Nora Peeters");
  const token = await aLink(region, nurse.professionalId);
  const browser = browse(server);
  const page = await browser.get(`/uitnodiging/${token}`);
  assert.match(page.text, /Welkom bij Wieg .* Nora Peeters .* JGZ Zuid/);
  assert.equal((await browser.get(`/uitnodiging/${token}`)).status, 200, "looking at it uses nothing up");
  const secret = await choosePassword(browser, token);
  const wrong = await browser.post(`/uitnodiging/${token}/code`, { code: "000000" });
  assert.equal(wrong.status, 422);
  const done = await browser.post(`/uitnodiging/${token}/code`, { code: codeAt(secret, Date.now()) });
  assert.equal(done.status, 200);
  const codes = [...done.html.matchAll(/<code>([a-z2-9-]{14})<\/code>/g)].map(([, code]) => code);
  assert.equal(new Set(codes).size, 10);
  assert.equal((await browser.get("/account")).status, 200, "signed in at once");
  assert.equal((await browse(server).get(`/uitnodiging/${token}`)).status, 404, "the link is used");
  const [kept] = await region.asOwner<{ password_hash: string; totp_secret: string }>(
    "select password_hash, totp_secret from account where professional_id = $1",
    [nurse.professionalId],
  );
  assert.match(kept?.password_hash ?? "", /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  assert.match(kept?.totp_secret ?? "", /^k0:/, "encrypted, with the id of its key");
  assert.doesNotMatch(JSON.stringify(kept), new RegExp(secret));
});

test("a weak password is refused with a sentence, and two different ones too", async () => {
  const token = await aLink(region, (await region.actor("gp", "gp")).professionalId);
  const browser = browse(server);
  const cases = [
    ["kort", "kort", /ten minste 12 tekens/],
    ["Welkom123456", "Welkom123456", /wordt veel gebruikt/],
    [password, `${password}!`, /niet hetzelfde wachtwoord/],
  ] as const;
  for (const [wachtwoord, nogmaals, sentence] of cases) {
    const answer = await browser.post(`/uitnodiging/${token}`, { wachtwoord, nogmaals });
    assert.equal(answer.status, 422);
    assert.match(answer.text, sentence);
  }
});

test("links that were never made, used, replaced or too old all give the same page", async () => {
  const { professionalId } = await region.actor("gp", "gp");
  const old = await aLink(region, professionalId, "invitation", "-1 minute");
  const replaced = await aLink(region, professionalId);
  await region.asOwner("update sign_in_link set withdrawn_at = now() where professional_id = $1 and expires_at > now()", [professionalId]);
  const pages = await Promise.all(
    [old, replaced, "een-link-die-nooit-is-gemaakt", "x"].map((token) => browse(server).get(`/uitnodiging/${token}`)),
  );
  for (const page of pages) {
    assert.equal(page.status, 404);
    assert.equal(page.text, pages[0]?.text);
  }
});

test("the second step belongs to the browser that chose the password", async () => {
  const token = await aLink(region, (await region.actor("gp", "gp")).professionalId);
  await choosePassword(browse(server), token);
  assert.equal((await browse(server).get(`/uitnodiging/${token}/code`)).status, 404);
});

test("a link of someone else can't be finished with one's own password", async () => {
  const mine = await aLink(region, (await region.actor("gp", "gp")).professionalId);
  const hers = await aLink(region, (await region.actor("midwife", "practice")).professionalId);
  const browser = browse(server);
  const secret = await choosePassword(browser, mine);
  const { hidden } = await browser.get(`/uitnodiging/${hers}`);
  assert.equal(
    (
      await browser.post(`/uitnodiging/${hers}/code`, {
        _csrf: hidden(`/uitnodiging/${hers}`)?.["_csrf"],
        code: codeAt(secret, Date.now()),
      })
    ).status,
    404,
  );
});

test("a recovery replaces every means there was", async () => {
  const account = await anAccount(region);
  await region.asOwner(
    "insert into passkey (professional_id, credential_id, public_key, label) values ($1, 'oud', '\\x00', 'oude telefoon')",
    [account.professionalId],
  );
  const token = await aLink(region, account.professionalId, "recovery");
  const browser = browse(server);
  assert.match((await browser.get(`/uitnodiging/${token}`)).text, /Kies opnieuw hoe u zich aanmeldt/);
  const secret = await choosePassword(browser, token);
  await browser.post(`/uitnodiging/${token}/code`, { code: codeAt(secret, Date.now()) });
  const [left] = await region.asOwner<{ passkeys: number; old: number }>(
    "select (select count(*)::int from passkey where professional_id = $1) as passkeys, (select count(*)::int from recovery_code where professional_id = $1) as old",
    [account.professionalId],
  );
  assert.deepEqual(left, { passkeys: 0, old: 10 });
});

test("an answer that no device gave makes no passkey and uses nothing up", async () => {
  const token = await aLink(region, (await region.actor("gp", "gp")).professionalId);
  const browser = browse(server);
  const page = await browser.get(`/uitnodiging/${token}`);
  const csrf = page.hidden(`/uitnodiging/${token}`)?.["_csrf"];
  const asked = JSON.parse((await browser.post(`/uitnodiging/${token}/toegangssleutel/begin`, { _csrf: csrf })).html) as {
    authenticatorSelection: object;
    rp: { id: string };
  };
  assert.deepEqual(asked.authenticatorSelection, { residentKey: "required", userVerification: "required", requireResidentKey: true });
  for (const antwoord of ["", "{}", "[]", "null", '{"id":"a","rawId":"a","type":"public-key","response":{}}']) {
    assert.equal((await browser.post(`/uitnodiging/${token}/toegangssleutel`, { _csrf: csrf, antwoord })).status, 422, antwoord);
  }
  assert.equal((await browser.get(`/uitnodiging/${token}`)).status, 200);
});

test("signing in with an answer of an unknown passkey gets one neutral sentence", async () => {
  const browser = browse(server);
  const door = await browser.get("/aanmelden");
  const csrf = door.hidden("/aanmelden")?.["_csrf"];
  await browser.post("/aanmelden/toegangssleutel/begin", { _csrf: csrf });
  for (const antwoord of ["geen json", '{"id":"onbekend","response":{}}']) {
    const answer = await browser.post("/aanmelden/toegangssleutel", { _csrf: csrf, antwoord });
    assert.equal(answer.status, 422);
    assert.match(answer.text, /Dat lukte niet met deze toegangssleutel/);
  }
});
