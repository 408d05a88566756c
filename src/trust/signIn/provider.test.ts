import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { browse, type Browser } from "../../main/testing/browse.ts";
import { newWebServer } from "../../main/webServer.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { codeAt } from "./server/codeApp.ts";
import { secretPlace } from "./server/provider.store.ts";
import { returnAddress } from "./server/providerClient.ts";
import { signInSettings } from "./server/settings.ts";
import { anAccount } from "./testing/anAccount.ts";
import { anIdentityProvider, testClient, type IdentityProvider, type PersonThere } from "./testing/anIdentityProvider.ts";

let region: Region;
let server: FastifyInstance;
let identity: IdentityProvider;
let providerId: string;
before(async () => {
  region = await aRegion();
  server = await newWebServer({ secret: "a-secret-for-tests-that-is-long-enough", trustProxy: false, log: false, httpIssuers: true });
  identity = await anIdentityProvider(returnAddress(region.organisationId("practice")));
  providerId = await aProvider(identity.issuer, "practice");
});
after(async () => {
  await identity.close();
  await server.close();
  await region.close();
});

async function aProvider(issuer: string, at: "practice" | "hospital" | "gp"): Promise<string> {
  const organisation = region.organisationId(at);
  const [row] = await region.asOwner<{ id: string }>(
    "insert into identity_provider (organisation_id, issuer, client_id, client_secret, email_domains) values ($1, $2, $3, $4, '{praktijkdemaas.example}') returning id",
    [organisation, issuer, testClient, signInSettings().keys.seal(identity.clientSecret, secretPlace(organisation))],
  );
  return row?.id ?? "";
}

/** From the door to the provider, and back as this person. */
async function come(browser: Browser, person: PersonThere, change: (address: string) => string = (address) => address) {
  const there = await browser.get(`/aanmelden/extern/${providerId}?naar=%2Faccount`);
  assert.equal(there.status, 303);
  const back = await identity.signIn(there.location, person);
  assert.ok(back.startsWith(returnAddress(region.organisationId("practice"))), back);
  return browser.get(change(new URL(back).pathname + new URL(back).search));
}

/** Someone invited at the practice under this address, without means of her own. */
async function invited(email: string) {
  const actor = await region.actor("midwife", "practice");
  await region.asOwner("insert into account (professional_id, login) values ($1, $2)", [actor.professionalId, email]);
  return actor;
}

const notKnown = /Met dit account kunt u niet in Wieg/;

test("who is invited signs in at her own organisation, and is known the next time by the provider's own name for her", async () => {
  const actor = await invited("anke@praktijkdemaas.example");
  const browser = browse(server);
  assert.match((await browser.get("/aanmelden")).text, /Met het account van uw organisatie Praktijk De Maas/);
  const answer = await come(browser, { sub: "anke-1", email: "Anke@praktijkdemaas.example", emailVerified: true, amr: ["pwd", "mfa"] });
  assert.equal(answer.location, "/account");
  assert.match((await browser.get("/account")).text, /U meldt zich aan met het account van Praktijk De Maas/);
  const again = await come(browse(server), { sub: "anke-1", amr: ["mfa"] });
  assert.equal(again.location, "/account", "her address is not needed any more");
  const [linked] = await region.asOwner<{ professional_id: string }>(
    "select professional_id from external_identity where subject = 'anke-1'",
  );
  assert.equal(linked?.professional_id, actor.professionalId);
});

test("the provider is asked with PKCE, a state and a nonce of this browser, and to ask again who she is", async () => {
  const { location } = await browse(server).get(`/aanmelden/extern/${providerId}`);
  const asked = new URL(location).searchParams;
  assert.equal(asked.get("code_challenge_method"), "S256");
  assert.equal(asked.get("prompt"), "login");
  for (const name of ["state", "nonce", "code_challenge"]) assert.ok((asked.get(name) ?? "").length >= 43, name);
});

test("an answer with another state, in another browser, or sent a second time opens nothing", async () => {
  await invited("bo@praktijkdemaas.example");
  const person = { sub: "bo", email: "bo@praktijkdemaas.example", amr: ["mfa"] };
  const browser = browse(server);
  const wrong = await come(browser, person, (address) => address.replace(/state=[^&]+/, "state=een-andere"));
  assert.equal(wrong.location, "/aanmelden");
  assert.match((await browser.get("/aanmelden")).text, /niet afgemaakt. Begin opnieuw/);

  let used = "";
  await come(browser, person, (address) => (used = address));
  assert.equal((await browser.get("/account")).status, 200);
  assert.equal((await browse(server).get(used)).location, "/aanmelden", "another browser");
  assert.equal((await browser.get(used)).location, "/aanmelden", "the same browser again");
});

test("an answer at the return address of another organisation's provider opens nothing", async () => {
  await invited("ria@praktijkdemaas.example");
  const browser = browse(server);
  const at = (name: "practice" | "hospital") => region.organisationId(name);
  const mixed = await come(browser, { sub: "ria", email: "ria@praktijkdemaas.example", amr: ["mfa"] }, (address) =>
    address.replace(at("practice"), at("hospital")),
  );
  assert.equal(mixed.location, "/aanmelden");
  assert.match((await browser.get("/aanmelden")).text, /niet afgemaakt. Begin opnieuw/);
});

test("a code that was used, and a nonce of someone else, are refused by the exchange itself", async () => {
  await invited("cis@praktijkdemaas.example");
  const person = { sub: "cis", email: "cis@praktijkdemaas.example", amr: ["mfa"] };
  let used = "";
  await come(browse(server), person, (address) => (used = address));
  const replay = await come(browse(server), person, (address) =>
    address.replace(/code=[^&]+/, `code=${new URLSearchParams(used.split("?")[1]).get("code") ?? ""}`),
  );
  assert.equal(replay.location, "/aanmelden", "the code of before");
  const browser = browse(server);
  const { location } = await browser.get(`/aanmelden/extern/${providerId}`);
  const other = new URL(location);
  other.searchParams.set("nonce", "een-andere-nonce-dan-die-van-deze-browser");
  const back = new URL(await identity.signIn(other.href, person));
  assert.equal((await browser.get(back.pathname + back.search)).location, "/aanmelden", "another nonce");
});

test("who is not known, not of this organisation, of another domain, unverified or blocked gets one and the same sentence", async () => {
  await anAccount(region, "midwife", "hospital").then((account) =>
    region.asOwner("update account set login = 'dirk@praktijkdemaas.example' where professional_id = $1", [account.professionalId]),
  );
  await invited("eva@elders.example");
  await invited("fleur@praktijkdemaas.example");
  const blocked = await invited("gijs@praktijkdemaas.example");
  await region.asOwner("update account set state = 'blocked' where professional_id = $1", [blocked.professionalId]);
  const people: readonly PersonThere[] = [
    { sub: "x1", email: "niemand@praktijkdemaas.example", amr: ["mfa"] },
    { sub: "x2", email: "dirk@praktijkdemaas.example", amr: ["mfa"] },
    { sub: "x3", email: "eva@elders.example", amr: ["mfa"] },
    { sub: "x4", email: "fleur@praktijkdemaas.example", emailVerified: false, amr: ["mfa"] },
    { sub: "x5", email: "gijs@praktijkdemaas.example", amr: ["mfa"] },
    { sub: "x6", amr: ["mfa"] },
  ];
  for (const person of people) {
    const browser = browse(server);
    assert.equal((await come(browser, person)).location, "/aanmelden", person.sub);
    assert.match((await browser.get("/aanmelden")).text, notKnown, person.sub);
  }
});

test("who is linked can't be taken over by someone else with the same address at the provider", async () => {
  await invited("hanna@praktijkdemaas.example");
  await come(browse(server), { sub: "hanna-1", email: "hanna@praktijkdemaas.example", amr: ["mfa"] });
  const browser = browse(server);
  assert.equal((await come(browser, { sub: "hanna-2", email: "hanna@praktijkdemaas.example", amr: ["mfa"] })).location, "/aanmelden");
  assert.match((await browser.get("/aanmelden")).text, notKnown);
});

test("a provider that shows one factor is followed by a code of Wieg: made the first time, asked the next", async () => {
  await invited("ine@praktijkdemaas.example");
  const person = { sub: "ine", email: "ine@praktijkdemaas.example", amr: ["pwd"] };
  const browser = browse(server);
  assert.equal((await come(browser, person)).location, "/aanmelden/code-app");
  assert.equal((await browser.get("/account")).location, "/aanmelden?naar=%2Faccount", "not yet signed in");
  const page = await browser.get("/aanmelden/code-app");
  const secret = (/wieg-secret">([A-Z2-7 ]+)</.exec(page.html)?.[1] ?? "").replaceAll(" ", "");
  assert.equal((await browser.post("/aanmelden/code-app", { code: "000000" })).status, 422);
  assert.equal((await browser.post("/aanmelden/code-app", { code: codeAt(secret, Date.now()) })).location, "/account");
  const later = browse(server);
  assert.equal((await come(later, person)).location, "/aanmelden/code");
  await later.get("/aanmelden/code");
  assert.equal((await later.post("/aanmelden/code", { code: codeAt(secret, Date.now() + 30_000) })).location, "/account");
});

test("a provider vouches for jobs at its own organisation only", async () => {
  const actor = await invited("joep@praktijkdemaas.example");
  const [other] = await region.asOwner<{ id: string }>(
    "insert into membership (professional_id, organisation_id, role, since) values ($1, $2, 'gynaecologist', app.today()) returning id",
    [actor.professionalId, region.organisationId("hospital")],
  );
  const browser = browse(server);
  assert.equal(
    (await come(browser, { sub: "joep", email: "joep@praktijkdemaas.example", amr: ["mfa"] })).location,
    "/account",
    "no choice of jobs",
  );
  const page = await browser.get("/account");
  assert.doesNotMatch(page.text, /Ziekenhuis Heuvelland/);
  assert.equal(
    (await browser.post("/account/werkplek", { _csrf: page.hidden("/afmelden")?.["_csrf"], werkplek: other?.id ?? "" })).status,
    404,
  );
});

test("a provider that is away is said so, and the other ways stay open", async () => {
  const gone = await aProvider("http://127.0.0.1:1", "hospital");
  const browser = browse(server);
  const page = await browser.get(`/aanmelden/extern/${gone}`);
  assert.equal(page.status, 503);
  assert.match(page.text, /De aanmeldpagina van uw organisatie is nu niet bereikbaar/);
  assert.match(page.text, /Wachtwoord/);
  assert.equal((await browser.get(`/aanmelden/extern/${crypto.randomUUID()}`)).status, 404);
  await region.asOwner("update identity_provider set active = false where id = $1", [gone]);
  assert.equal((await browser.get(`/aanmelden/extern/${gone}`)).status, 404);
  assert.equal((await browser.get("/aanmelden/extern/geen-id")).status, 404);
});
