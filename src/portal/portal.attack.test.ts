import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import pg from "pg";
import { browse, type Browser } from "../main/testing/browse.ts";
import { addedAgreement } from "../pathway/plan/testing/aPlan.ts";
import { aReferral, anOfferOf, candidatesOf } from "../pathway/support/referral/testing/aReferral.ts";
import { allow, involve } from "../pathway/trajectory/testing/involve.ts";
import type { Actor } from "../platform/db/actor.ts";
import { withActor } from "../platform/db/withActor.ts";
import { urlFor } from "../platform/db/roles.ts";
import type { Region } from "../registry/testing/aRegion.ts";
import { mostTries } from "./portal.ts";
import { aCode, afresh, anInvitableLine, aPortal, closePortal, mailedCode, signedIn } from "./testing/aRelative.ts";

let region: Region;
let server: FastifyInstance;
let midwife: Actor;
let bank: Actor;
before(async () => {
  ({ region, server, midwife } = await aPortal("2026-11-09"));
  bank = await region.actor("support_provider", "support", "Cora");
});
after(() => closePortal({ region, server, midwife }));
/** Each try comes from a place of its own, so that the count of a network does not speak. */

const neutral = /Dit klopt niet, of het werkt niet meer/;
const begin = async (code: string, born = "4-5-1996") => {
  const phone = browse(server);
  return { phone, answer: await phone.post("/mijn/beginnen", { code, geboren: born }) };
};

test("a made-up code, another's day of birth, a used, a withdrawn, a replaced and a late code all get the same answer", async () => {
  await afresh({ region });
  const line = await anInvitableLine(region, midwife);
  const answers = [await begin("AAAAA-AAAAA")];
  const first = await aCode(midwife, line.trajectoryId);
  answers.push(await begin(first, "5-5-1996"));
  const second = await aCode(midwife, line.trajectoryId);
  answers.push(await begin(first)); // replaced
  await region.setToday("2026-11-24");
  answers.push(await begin(second)); // late
  await region.setToday("2026-11-09");
  await browse(server, midwife).submit(`/gezinnen/${line.trajectoryId}/eigen-pagina/intrekken`);
  answers.push(await begin(second)); // withdrawn
  await signedIn(server, region, midwife, line);
  for (const { answer } of answers) {
    assert.equal(answer.status, 422);
    assert.match(answer.text, neutral);
  }
  const texts = new Set(answers.map(({ answer }) => answer.text.replace(/value="[^"]*"/g, "")));
  assert.equal(texts.size, 1, "nothing tells them apart");
});

test("some wrong days of birth end the invitation, and many tries from one network have to wait", async () => {
  await afresh({ region });
  const line = await anInvitableLine(region, midwife);
  const code = await aCode(midwife, line.trajectoryId);
  for (let times = 0; times < mostTries; times += 1) assert.equal((await begin(code, "1-1-2000")).answer.status, 422);
  assert.match((await begin(code)).answer.text, neutral, "even with the right day now");
  for (let times = 0; times < 30; times += 1) await begin("AAAAA-AAAAA");
  assert.equal((await begin("AAAAA-AAAAA")).answer.status, 429);
});

test("a one-time code works once, in the browser that asked for it, and not after some wrong ones", async () => {
  await afresh({ region });
  const line = await anInvitableLine(region, midwife);
  await signedIn(server, region, midwife, line);
  const ask = async () => {
    const phone = browse(server);
    await phone.submit("/mijn/aanmelden", { email: line.address, geboren: "4-5-1996" });
    return { phone, code: await mailedCode(region, line.address) };
  };
  const one = await ask();
  const elsewhere = browse(server);
  await elsewhere.get("/mijn/code");
  assert.equal((await elsewhere.post("/mijn/code", { code: one.code })).status, 422, "another browser");
  assert.equal((await one.phone.post("/mijn/code", { code: one.code })).location, "/mijn");
  await one.phone.get("/mijn/code");
  assert.equal((await one.phone.post("/mijn/code", { code: one.code })).status, 422, "used");
  const two = await ask();
  const wrong = two.code === "000000" ? "000001" : "000000";
  for (let times = 0; times < mostTries; times += 1) await two.phone.post("/mijn/code", { code: wrong });
  assert.equal((await two.phone.post("/mijn/code", { code: two.code })).status, 422, "guessed too often");
});

test("who is not known gets the same page, and nothing is mailed to an address that is not safe", async () => {
  await afresh({ region });
  const line = await anInvitableLine(region, midwife);
  await signedIn(server, region, midwife, line);
  await region.asOwner("update family_contact set safe = false where family_id = $1", [line.familyId]);
  const [before] = await region.asOwner<{ n: number }>("select count(*)::int as n from mail");
  const pages: string[] = [];
  for (const email of [line.address, "nobody@example.nl"]) {
    const phone = browse(server);
    pages.push((await phone.submit("/mijn/aanmelden", { email, geboren: "4-5-1996" })).text);
  }
  assert.equal(pages[0], pages[1]);
  assert.deepEqual(await region.asOwner("select count(*)::int as n from mail"), [before]);
});

/** Ids of another family's referral and consent. */
async function anotherFamily() {
  const line = await anInvitableLine(region, midwife);
  await allow(midwife, line, bank.organisationId, ["identity"]);
  const [candidate] = await aReferral(midwife, line.trajectoryId, [await anOfferOf(bank)]);
  const [consent] = await region.asOwner<{ id: string }>("select id from consent where trajectory_id = $1 and purpose = 'sharing'", [
    line.trajectoryId,
  ]);
  await addedAgreement(midwife, line.trajectoryId, { wording: "Geheim van een ander gezin" });
  return { line, candidate: candidate?.id ?? "", consent: consent?.id ?? "" };
}

const everyPage = [
  "/mijn",
  "/mijn/plan",
  "/mijn/hulp",
  "/mijn/mensen",
  "/mijn/toestemming",
  "/mijn/inzage",
  "/mijn/berichten",
  "/mijn/berichten/nieuw",
  "/mijn/account",
  "/mijn/plan/klopt-niet",
];

test("another family's ids are not found in any address or form, and change nothing", async () => {
  await afresh({ region });
  const other = await anotherFamily();
  const phone = await signedIn(server, region, midwife, await anInvitableLine(region, midwife));
  for (const address of everyPage) {
    const page = await phone.get(address);
    assert.equal(page.status, 200, address);
    assert.doesNotMatch(page.html, new RegExp(`Geheim van een ander|${other.line.trajectoryId}|${other.candidate}|${other.consent}`));
    assert.equal(page.headers["cache-control"], "no-store", address);
    assert.match(page.html, /Snel weg/, address);
  }
  for (const address of [
    `/mijn/hulp/${other.candidate}/nee`,
    `/mijn/toestemming/${other.consent}`,
    `/mijn/hulp/${crypto.randomUUID()}/nee`,
  ])
    assert.equal((await phone.get(address)).status, 404, address);
  for (const [address, fields] of [
    [`/mijn/hulp/${other.candidate}/nee`, { versie: "1" }],
    [`/mijn/hulp/${other.candidate}/ja`, {}],
    [`/mijn/toestemming/${other.consent}`, { versie: "1" }],
    ["/mijn/hulp/x/ja", {}],
  ] as const) {
    const token = (await phone.get("/mijn/account")).hidden("/mijn/afmelden");
    assert.equal((await phone.post(address, { ...token, ...fields })).status, 404, address);
  }
  assert.deepEqual(
    (await candidatesOf(midwife, other.line.trajectoryId)).map(({ status }) => status.state),
    ["requested"],
  );
  assert.deepEqual(await region.asOwner("select withdrawn_on from consent where id = $1", [other.consent]), [{ withdrawn_on: null }]);
});

const isOut = async (phone: Browser) => {
  for (const address of [...everyPage, "/mijn/plan.pdf"]) assert.equal((await phone.get(address)).location, "/mijn/aanmelden", address);
};

test("signed out, too long idle, stopped by herself, stopped by a professional, or no digital contact any more: nothing is shown", async () => {
  await afresh({ region });
  const line = await anInvitableLine(region, midwife);
  const session =
    "update family_session s set seen_at = now() - interval '17 minutes' from family_account a where a.id = s.account_id and a.trajectory_id = $1";
  const one = await signedIn(server, region, midwife, line);
  await one.get("/mijn");
  assert.equal((await one.post("/mijn/afmelden")).status, 303);
  await isOut(one);
  const two = await signedIn(server, region, midwife, line);
  await region.asOwner(session, [line.trajectoryId]);
  await isOut(two);
  await afresh({ region });
  const three = await signedIn(server, region, midwife, line);
  await browse(server, midwife).submit(`/gezinnen/${line.trajectoryId}/eigen-pagina/stoppen`);
  await isOut(three);
  const four = await signedIn(server, region, midwife, line);
  await four.get("/mijn/account");
  await four.post("/mijn/account/stoppen");
  await isOut(four);
  const five = await signedIn(server, region, midwife, line);
  await region.asOwner("update consent set withdrawn_on = app.today() where trajectory_id = $1 and purpose = 'digital_contact'", [
    line.trajectoryId,
  ]);
  await isOut(five);
  const stopped = await region.asOwner(
    "select role, ground from trail_event where event = 'portal.stopped' and role = 'family' and trajectory_ids @> array[$1::uuid]",
    [line.trajectoryId],
  );
  assert.deepEqual(stopped, [{ role: "family", ground: "family" }], "her stopping stands in the trail of her line");
});

test("a professional's session opens nothing at /mijn, and hers nothing of the professionals'", async () => {
  await afresh({ region });
  const line = await anInvitableLine(region, midwife);
  assert.equal((await browse(server, midwife).get("/mijn")).location, "/mijn/aanmelden");
  const response = (cookie: string, url: string) => server.inject({ method: "GET", url, headers: { cookie } });
  assert.equal((await response(`wieg-mijn=${midwife.token}`, "/mijn/plan")).headers.location, "/mijn/aanmelden");
  const phone = await signedIn(server, region, midwife, line);
  assert.match((await phone.get(`/gezinnen/${line.trajectoryId}`)).location, /^\/aanmelden/);
  assert.match((await phone.get("/werk")).location, /^\/aanmelden/);
});

test("the role of the family's pages has no right on any table and calls its own functions alone; without a session they give nothing", async () => {
  const family = new pg.Client({ connectionString: urlFor("wieg_family", region.adminUrl) });
  await family.connect();
  try {
    const reach = await region.asOwner<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
         and c.relkind in ('r', 'v', 'm', 'p', 'S') and (has_table_privilege('wieg_family', c.oid, 'select, insert, update, delete') or has_any_column_privilege('wieg_family', c.oid, 'select, update'))
       union all select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('app', 'trust', 'graphile_worker')
         and has_function_privilege('wieg_family', p.oid, 'execute') and has_schema_privilege('wieg_family', n.oid, 'usage')`,
    );
    assert.deepEqual(reach, []);
    const mine = await region.asOwner<{ name: string; args: number }>(
      "select p.oid::regproc::text as name, p.pronargs::int as args from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'family' and has_function_privilege('wieg_family', p.oid, 'execute')",
    );
    assert.ok(mine.length > 30, `only ${mine.length} functions`);
    for (const name of [
      "family.plan",
      "family.lead",
      "family.team",
      "family.visits",
      "family.referrals",
      "family.consents",
      "family.threads",
      "family.asks",
      "family.stop_pages",
    ])
      await assert.rejects(family.query(`select * from ${name}()`), { code: "42501" }, name);
    for (const made of ["", "made up", midwife.token]) {
      await family.query("begin");
      await family.query("select set_config('app.family_session', $1, true), set_config('app.session', $2, true)", [made, midwife.token]);
      await assert.rejects(family.query("select family.plan()"), { code: "42501" });
      await family.query("rollback");
    }
    for (const inner of [
      "family.me()",
      "family.begin_session(gen_random_uuid(), '\\x00', 15, 'code')",
      "family.close_account(gen_random_uuid(), 'family')",
      "trust.asker()",
    ])
      await assert.rejects(family.query(`select ${inner}`), { code: "42501" }, inner);
  } finally {
    await family.end();
  }
});

test("a one-time code that is left out signs nobody in", async () => {
  await afresh({ region });
  const line = await anInvitableLine(region, midwife);
  await signedIn(server, region, midwife, line);
  await browse(server).post("/mijn/aanmelden", { email: line.address, geboren: "4-5-1996" });
  const steps = await region.asOwner<{ step_hash: Buffer }>("select step_hash from family_code where account_id is not null");
  assert.ok(steps.length > 0);
  const family = new pg.Client({ connectionString: urlFor("wieg_family", region.adminUrl) });
  await family.connect();
  for (const { step_hash } of steps) {
    const { rows } = await family.query<{ done: boolean }>("select family.use_code($1, null, 5, sha256('x'), 15) as done", [step_hash]);
    assert.equal(rows[0]?.done, false);
  }
  await family.end();
});

test("involved alone tells nobody of her pages, her age or a loss, and asks her nothing", async () => {
  await afresh({ region });
  const line = await anInvitableLine(region, midwife);
  await signedIn(server, region, midwife, line);
  await involve(midwife, bank, line.trajectoryId);
  const asking = (actor: Actor) =>
    withActor(actor, "x", async ({ db }) => {
      const told = await sql`select * from trust.family_reader(${line.trajectoryId})`.execute(db);
      const ask = await sql<{
        code: string;
      }>`select trust.ask_family(${line.trajectoryId}, ${line.motherId}, 'sharing', ${[bank.organisationId]}::uuid[], '{}', '{identity}', false, null, app.today() + 3,
        '{"nl": {"subject": "x", "body": "x"}, "en": {"subject": "x", "body": "x"}}') as code`.execute(db);
      return { told: told.rows.length, code: ask.rows[0]?.code };
    });
  await assert.rejects(asking(bank), { code: "42501" });
  const told = await withActor(bank, "x", ({ db }) => sql`select * from trust.family_reader(${line.trajectoryId})`.execute(db));
  assert.deepEqual(told.rows, []);
  assert.deepEqual(await asking(midwife), { told: 1, code: "done" });
  const [ask] = await region.asOwner<{ id: string; version: number }>("select id, version from consent_ask where trajectory_id = $1", [
    line.trajectoryId,
  ]);
  const taken = (actor: Actor) =>
    withActor(actor, "x", ({ db }) => sql`select trust.withdraw_consent_ask(${ask?.id}, ${ask?.version})`.execute(db));
  await assert.rejects(taken(bank), { code: "42501" });
  await taken(midwife);
});

test("a new passkey signs her out everywhere else, and nobody of another family", async () => {
  await afresh({ region });
  const [line, other] = [await anInvitableLine(region, midwife), await anInvitableLine(region, midwife)];
  const [phone, hers] = [await signedIn(server, region, midwife, line), await signedIn(server, region, midwife, other)];
  const family = new pg.Client({ connectionString: urlFor("wieg_family", region.adminUrl) });
  await family.connect();
  await region.asOwner(
    "insert into family_session (account_id, token_hash, means) select id, sha256('tablet'), 'passkey' from family_account where trajectory_id = $1",
    [line.trajectoryId],
  );
  await family.query("begin");
  await family.query("select set_config('app.family_session', 'tablet', true)");
  await family.query("select family.add_passkey($1)", [{ credentialId: "tablet", publicKey: "AA==", counter: 0, transports: [] }]);
  await family.query("commit");
  await family.end();
  assert.equal((await phone.get("/mijn")).location, "/mijn/aanmelden");
  assert.equal((await hers.get("/mijn")).status, 200);
});
