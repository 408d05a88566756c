import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aLine } from "../pathway/trajectory/testing/aLine.ts";
import type { Actor } from "../platform/db/actor.ts";
import { aRegion, type Region } from "../registry/testing/aRegion.ts";
import { ownAddress } from "../trust/signIn/rules/nextAddress.ts";
import { aServer, browse } from "./testing/browse.ts";

// What a browser never sends, and someone else may: each gets a plain answer, and nothing happens.

let region: Region;
let server: FastifyInstance;
let midwife: Actor;
before(async () => {
  region = await aRegion();
  server = await aServer();
  midwife = await region.actor("midwife", "practice");
});
after(async () => {
  await server.close();
  await region.close();
});

/** Cookies and token of who looks at a page. */
async function atThePage(actor: Actor | null, url: string): Promise<{ cookie: string; token: string; key: string }> {
  const cookies = actor ? [`wieg-sessie=${actor.token}`] : [];
  const page = await server.inject({ url, headers: { cookie: cookies.join("; ") } });
  for (const { name, value } of page.cookies) cookies.push(`${name}=${encodeURIComponent(value)}`);
  const value = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page.payload)?.[1] ?? "";
  return { cookie: cookies.join("; "), token: value("_csrf"), key: value("_key") };
}
const families = async () => (await region.asOwner<{ n: number }>("select count(*)::int as n from family"))[0]?.n;
const encoded = "application/x-www-form-urlencoded";
const good = { familyName: "Geweigerd", birthDate: "4-5-1996", dueDate: "" };
const urlencoded = (fields: Readonly<Record<string, string>>) => new URLSearchParams(fields).toString();

test("a form from another site, or without a good token, is refused", async () => {
  const { cookie, token } = await atThePage(midwife, "/gezinnen/nieuw");
  const other = await region.actor("midwife", "practice");
  const theirs = await atThePage(other, "/gezinnen/nieuw");
  const nobody = await atThePage(null, "/aanmelden");
  const before = await families();
  const attempts: readonly [string, Record<string, string>, Record<string, string>][] = [
    ["no token", {}, {}],
    ["made up", { _csrf: "made-up" }, {}],
    ["someone else's", { _csrf: theirs.token }, {}],
    ["from before signing in", { _csrf: nobody.token }, {}],
    ["another site", { _csrf: token }, { origin: "https://evil.example" }],
    ["another port", { _csrf: token }, { origin: "http://localhost:9" }],
    ["no address at all", { _csrf: token }, { origin: "evil" }],
    ["an empty origin", { _csrf: token }, { origin: "" }],
    ["fetched from another site", { _csrf: token }, { "sec-fetch-site": "cross-site" }],
    ["fetched from a neighbour", { _csrf: token }, { "sec-fetch-site": "same-site" }],
  ];
  for (const [why, fields, headers] of attempts) {
    const answer = await server.inject({
      method: "POST",
      url: "/gezinnen/nieuw",
      headers: { cookie, "content-type": encoded, ...headers },
      payload: urlencoded({ ...good, ...fields }),
    });
    assert.equal(answer.statusCode, 403, why);
  }
  const twice = await server.inject({
    method: "POST",
    url: "/gezinnen/nieuw",
    headers: { cookie, "content-type": encoded },
    payload: "_csrf=a&_csrf=b&familyName=Geweigerd",
  });
  assert.equal(twice.statusCode, 403, "two tokens");
  assert.equal(await families(), before);
});

test("another kind of content, a body that is none, or one too large gets a plain answer", async () => {
  const { cookie, token } = await atThePage(midwife, "/gezinnen/nieuw");
  const before = await families();
  const bodies: readonly [string, string, string, readonly number[]][] = [
    ["json", "application/json", JSON.stringify({ ...good, _csrf: token, familyName: { toString: 1 }, __proto: [] }), [400, 403, 415, 422]],
    ["json that is null", "application/json", "null", [400, 403, 415]],
    ["json that is none", "application/json", "{", [400, 403, 415]],
    ["json with a prototype", "application/json", '{"__proto__":{"a":1}}', [400, 403, 415]],
    ["plain text", "text/plain", urlencoded({ ...good, _csrf: token }), [403, 415]],
    ["xml", "application/xml", "<a/>", [403, 415]],
    [
      "multipart",
      "multipart/form-data; boundary=x",
      `--x\r\ncontent-disposition: form-data; name="_csrf"\r\n\r\n${token}\r\n--x--\r\n`,
      [400, 403, 415],
    ],
    ["multipart without a boundary", "multipart/form-data", "x", [400, 403, 406, 415]],
    ["too large", encoded, `_csrf=${token}&familyName=${"x".repeat(600_000)}`, [413]],
  ];
  for (const [why, type, payload, allowed] of bodies) {
    const answer = await server.inject({ method: "POST", url: "/gezinnen/nieuw", headers: { cookie, "content-type": type }, payload });
    assert.ok(allowed.includes(answer.statusCode), `${why}: ${answer.statusCode}`);
    assert.doesNotMatch(answer.payload, /FST_|at .*\.ts|node_modules/, why);
  }
  assert.equal(await families(), before);
});

test("many fields, fields nobody asked for, and a field sent twice change nothing of what is kept", async () => {
  const { cookie, token, key } = await atThePage(midwife, "/gezinnen/nieuw");
  const extra = new URLSearchParams({
    ...good,
    dueDate: "",
    preconception: "ja",
    familyName: "Meervoud",
    _csrf: token,
    _key: key,
    author_organisation_id: region.organisationId("otherPractice"),
    id: "1",
    __proto__: "x",
    constructor: "y",
  });
  extra.append("__proto__", "vervuild");
  const answer = await server.inject({
    method: "POST",
    url: "/gezinnen/nieuw",
    headers: { cookie, "content-type": encoded },
    payload: extra.toString(),
  });
  assert.equal(answer.statusCode, 303, answer.payload.slice(0, 200));
  const kept = await region.asOwner("select from family_member where family_name = 'Meervoud' and author_organisation_id = $1", [
    midwife.organisationId,
  ]);
  assert.equal(kept.length, 1);
  const doubled = await server.inject({
    method: "POST",
    url: "/gezinnen/nieuw",
    headers: { cookie, "content-type": encoded },
    payload: `${urlencoded({ ...good, _csrf: token })}&familyName=Ander`,
  });
  assert.equal(doubled.statusCode, 422, "a name sent twice is no name");
  assert.doesNotMatch(doubled.payload, /Object\.|ZodError|Invalid input/);
});

test("another method than the address knows is not found, and HEAD says no more than GET", async () => {
  const line = await aLine(midwife);
  const { cookie } = await atThePage(midwife, "/werk");
  for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS"] as const) {
    const answer = await server.inject({ method, url: `/gezinnen/${line.trajectoryId}`, headers: { cookie } });
    assert.ok([403, 404, 405].includes(answer.statusCode), `${method} ${answer.statusCode}`);
  }
  const overridden = await server.inject({
    method: "GET",
    url: "/afmelden?_method=POST",
    headers: { cookie, "x-http-method-override": "POST" },
  });
  assert.equal(overridden.statusCode, 404);
  const head = await server.inject({ method: "HEAD", url: `/gezinnen/${line.trajectoryId}`, headers: { cookie } });
  assert.ok([200, 404].includes(head.statusCode));
  assert.equal(head.payload, "");
  const stranger = await region.actor("midwife", "otherPractice");
  const strange = await server.inject({
    method: "HEAD",
    url: `/gezinnen/${line.trajectoryId}`,
    headers: { cookie: `wieg-sessie=${stranger.token}` },
  });
  assert.equal(strange.statusCode, 404);
});

test("an address that is none gets the neutral page", async () => {
  for (const url of [
    "/%",
    "/%E0%A4%A",
    "/gezinnen/%00",
    "/gezinnen/%ff",
    "/gezinnen/..%2f..%2fetc",
    "/assets/..%2f..%2fpackage.json",
    "/assets/%2e%2e/package.json",
    `/gezinnen/${"a".repeat(9000)}`,
    "/.env",
    "/constructor",
    "/__proto__",
  ]) {
    const answer = await server.inject({ url, headers: { cookie: `wieg-sessie=${midwife.token}` } });
    assert.ok([303, 400, 403, 404, 414].includes(answer.statusCode), `${url.slice(0, 60)}: ${answer.statusCode}`);
    assert.doesNotMatch(answer.payload, /FST_|node_modules|"scripts"/, url.slice(0, 60));
  }
});

test("odd values in the question part and in cookies break nothing", async () => {
  const line = await aLine(midwife);
  const pages = [
    "/gezinnen",
    "/werk",
    `/gezinnen/${line.trajectoryId}`,
    `/gezinnen/${line.trajectoryId}/geschiedenis`,
    "/noodtoegang",
    "/signalen/nieuw",
    "/gezinnen/importeren",
    `/gezinnen/${line.trajectoryId}/toestemming/formulier`,
  ];
  for (const page of pages)
    for (const query of [
      "?na=%00",
      "?na=../..&voor=x&pagina=-1&pagina=2",
      "?__proto__[a]=1&constructor=2",
      `?na=${"9".repeat(400)}`,
      "?na=2026-13-45&kind=%3Cscript%3E&deel=%27",
      "?tab=meer&bladzijde=99999999999999999999",
    ]) {
      const answer = await server.inject({ url: page + query, headers: { cookie: `wieg-sessie=${midwife.token}` } });
      assert.ok(answer.statusCode < 500, `${page}${query.slice(0, 40)}: ${answer.statusCode}`);
      assert.doesNotMatch(answer.payload, /<script>/);
    }
  for (const cookie of [
    "wieg-sessie=",
    "wieg-sessie=%00",
    `wieg-sessie=${"x".repeat(5000)}`,
    "wieg-sessie=%ff",
    "wieg-melding=made-up",
    "wieg-formulier=s%3Amade.up",
    "wieg-sessie=a; wieg-sessie=b",
    "wieg-stap=%00",
  ]) {
    for (const url of ["/werk", "/aanmelden", "/aanmelden/code", "/hulp-vragen"]) {
      const answer = await server.inject({ url, headers: { cookie } });
      assert.ok(answer.statusCode < 500, `${url} ${cookie.slice(0, 30)}: ${answer.statusCode}`);
    }
  }
});

test("after signing in nobody is sent to another site", () => {
  for (const evil of [
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "https:evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "javascript:alert(1)",
    " //evil.example",
    "/%0d%0aset-cookie:a",
    "/werk\r\nset-cookie: a=b",
    "/.//evil.example/..",
    "///evil.example",
    "/aanmelden",
    "/afmelden",
  ]) {
    const next = ownAddress(evil);
    assert.ok(next === null || new URL(next, "http://wieg.example").host === "wieg.example", evil);
    assert.doesNotMatch(next ?? "", /[\r\n\\]/);
  }
});

test("a session that was signed out is worth nothing, and a session that someone planted is not taken up", async () => {
  const actor = await region.actor("midwife", "practice");
  await browse(server, actor).submit("/afmelden");
  assert.equal((await server.inject({ url: "/werk", headers: { cookie: `wieg-sessie=${actor.token}` } })).statusCode, 303);
  const planted = await server.inject({ url: "/aanmelden", headers: { cookie: "wieg-sessie=planted-by-someone-else" } });
  assert.equal(planted.statusCode, 200);
  assert.equal((await server.inject({ url: "/werk", headers: { cookie: "wieg-sessie=planted-by-someone-else" } })).statusCode, 303);
  assert.equal((await region.asOwner("select from session where token_hash = sha256('planted-by-someone-else')")).length, 0);
});

test("a membership that ended, ends its session at the next request", async () => {
  const actor = await region.actor("midwife", "practice");
  assert.equal((await browse(server, actor).get("/werk")).status, 200);
  await region.asOwner("update membership set until = app.today() - 1 where id = $1", [actor.membershipId]);
  assert.equal((await browse(server, actor).get("/werk")).status, 303);
});
