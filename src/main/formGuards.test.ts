import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import type { Actor } from "../platform/db/actor.ts";
import { aRegion, type Region } from "../registry/testing/aRegion.ts";
import { roles, type Role } from "../trust/access/rules/policy.ts";
import { mayUse } from "../trust/access/route.ts";
import { addressOf, fieldsFor, ways, type Way } from "./testing/everyAddress.ts";
import { newWebServer } from "./webServer.ts";

// Forms from elsewhere, on every address that takes one; and the headers and cookies of every answer. A new route comes in by itself.

let region: Region;
let server: FastifyInstance;
let stranger: Token;
const people = new Map<Role, Token>();

before(async () => {
  region = await aRegion();
  server = await newWebServer({
    secret: "a-secret-for-tests-that-is-long-enough",
    trustProxy: false,
    log: false,
    requestsPerMinute: 10_000_000,
  });
  stranger = await tokenOf(await region.actor("midwife", "otherPractice"));
  for (const role of roles) people.set(role, await tokenOf(await region.actor(role, "practice")));
});
after(async () => {
  await server.close();
  await region.close();
});

/** A browser that shows a page: its cookies, and the token of that page's forms. */
interface Token {
  readonly cookie: string;
  readonly token: string;
}

async function tokenOf(actor: Pick<Actor, "token"> | null): Promise<Token> {
  const session = actor ? `wieg-sessie=${actor.token}; ` : "";
  const page = await server.inject({ url: actor ? "/account" : "/aanmelden", headers: { cookie: session } });
  const form = page.cookies.find(({ name }) => name === "wieg-formulier")?.value ?? "";
  return {
    cookie: `${session}wieg-formulier=${encodeURIComponent(form)}`,
    token: /name="_csrf" value="([^"]+)"/.exec(page.payload)?.[1] ?? "",
  };
}

/** Someone who may use this address. */
function whoMay(way: Way): Token {
  const role = roles.find((one) => mayUse(one, way.may));
  const found = role && people.get(role);
  assert.ok(found, `nobody may use ${way.address}`);
  return found;
}

const ids = (way: Way) => Object.fromEntries(way.params.map((name) => [name, randomUUID()]));
const posts = ways.filter((way) => way.method === "POST");

function send(way: Way, from: { cookie: string; token?: string; headers?: Record<string, string> }): Promise<LightMyRequestResponse> {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fieldsFor(way.body, randomUUID()))) for (const one of [value].flat()) body.append(name, one);
  if (from.token !== undefined) body.append("_csrf", from.token);
  const headers = { cookie: from.cookie, "content-type": "application/x-www-form-urlencoded", ...from.headers };
  return server.inject({ method: "POST", url: addressOf(way, ids(way)), headers, payload: body.toString() });
}

/** Everything in the database that a form could change; the trail and the counts of tries are meant to. */
async function everything(): Promise<string> {
  const tables = await region.asOwner<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'app') and c.relkind = 'r' and c.relname not like 'trail\\_%' and c.relname <> 'attempt' and not c.relispartition order by 1`,
  );
  const kept = tables.map(
    ({ name }) =>
      `select '${name}' as t, md5(coalesce(string_agg(${name === "public.session" ? "(r.id, r.ended_at)::text" : "r::text"}, ',' order by r::text), '')) as d from ${name} r`,
  );
  const rows = await region.asOwner<{ t: string; d: string }>(kept.join(" union all "));
  return rows
    .map(({ t, d }) => `${t} ${d}`)
    .toSorted()
    .join("\n");
}

/** Offers every form in this way; each must be refused, and nothing may have changed. */
async function allRefused(which: readonly Way[], offer: (way: Way) => Promise<LightMyRequestResponse>): Promise<void> {
  const before = await everything();
  const taken: string[] = [];
  for (const way of which) {
    const answer = await offer(way);
    if (answer.statusCode !== 403) taken.push(`${way.address}: ${answer.statusCode}`);
  }
  assert.deepEqual(taken, []);
  assert.equal(await everything(), before);
}

test("there are forms to try", () => assert.ok(posts.length > 40));

test("a form without its token is refused", () => allRefused(posts, (way) => send(way, { cookie: whoMay(way).cookie })));

test("a form with the token of another session is refused", () =>
  allRefused(posts, (way) => send(way, { cookie: whoMay(way).cookie, token: stranger.token })));

test("a form with the token and the form cookie of another session is refused: both could be planted", () => {
  const planted = stranger.cookie.replace(/wieg-sessie=[^;]+; /, "");
  return allRefused(posts, (way) =>
    send(way, { cookie: `${/wieg-sessie=[^;]+/.exec(whoMay(way).cookie)?.[0]}; ${planted}`, token: stranger.token }),
  );
});

test("a form from before the sign-in is refused", async () => {
  const door = await tokenOf(null);
  await allRefused(posts, (way) =>
    send(way, { cookie: `${/wieg-sessie=[^;]+/.exec(whoMay(way).cookie)?.[0]}; ${door.cookie}`, token: door.token }),
  );
});

test("a form that another site sends is refused, signed in or not, whatever token it has", async () => {
  for (const headers of [{ origin: "https://elders.example" }, { "sec-fetch-site": "cross-site" }, { "sec-fetch-site": "same-site" }]) {
    await allRefused(posts, (way) => send(way, { ...whoMay(way), headers }));
    await allRefused(posts, (way) => send(way, { cookie: "", headers }));
  }
});

test("the forms of signing in need their token too", async () => {
  const forms = posts.filter(({ address }) => /^\/(aanmelden|uitnodiging)/.test(address));
  assert.ok(forms.length >= 9);
  await allRefused(forms, (way) => send(way, { cookie: "" }));
});

test("a form dressed up as an upload does not get past the token", async () => {
  const before = await everything();
  for (const way of posts) {
    const payload =
      '--x\r\ncontent-disposition: form-data; name="bestand"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\na;b\r\n--x--\r\n';
    const headers = { cookie: whoMay(way).cookie, "content-type": "multipart/form-data; boundary=x" };
    const answer = await server.inject({ method: "POST", url: addressOf(way, ids(way)), headers, payload });
    assert.ok(answer.statusCode >= 400, `${way.address}: ${answer.statusCode}`);
  }
  assert.equal(await everything(), before);
});

const policy =
  /^default-src 'none';script-src 'self';style-src 'self' 'sha256-[\w+/=]+';img-src 'self' data:;font-src 'self';connect-src 'self';form-action 'self';frame-ancestors 'none';base-uri 'none';manifest-src 'self'$/;

test("every answer has its guards: policy, no sniffing, no frame, no cache; and no script or style in the page", async () => {
  const somebody = people.get("midwife");
  const addresses = [...new Set(ways.filter(({ method }) => method === "GET").map((way) => [way, whoMay(way)] as const))];
  const asked = [
    ...addresses.map(([way, who]) => [addressOf(way, ids(way)), who.cookie] as const),
    ["/bestaat-niet", somebody?.cookie ?? ""] as const,
    ["/", ""] as const,
  ];
  for (const [url, cookie] of asked) {
    const { headers, payload, cookies } = await server.inject({ url, headers: { cookie } });
    assert.match(String(headers["content-security-policy"]), policy, url);
    assert.equal(headers["x-content-type-options"], "nosniff", url);
    assert.equal(headers["x-frame-options"], "DENY", url);
    assert.match(String(headers["referrer-policy"]), /^(same-origin|no-referrer)$/, url);
    assert.equal(headers["cross-origin-opener-policy"], "same-origin", url);
    assert.match(String(headers["strict-transport-security"]), /max-age=31536000/, url);
    assert.match(String(headers["permissions-policy"]), /camera=\(\)/, url);
    assert.equal(headers["cache-control"], "no-store", url);
    assert.equal(headers["x-powered-by"], undefined, url);
    assert.doesNotMatch(payload, /<script(?![^>]*\ssrc=)|<[^>]+\son[a-z]+=|<[^>]+\sstyle=|javascript:/i, url);
    for (const cookie of cookies)
      assert.deepEqual([cookie.httpOnly, cookie.sameSite, cookie.path], [true, "Lax", "/"], `${url} ${cookie.name}`);
  }
});

test("who may read the trail's pages is asked each time: no page is shown to who is signed out", async () => {
  for (const way of ways.filter(({ method, may }) => method === "GET" && may !== "public")) {
    const answer = await server.inject({ url: addressOf(way, ids(way)) });
    assert.equal(answer.statusCode, 303, way.address);
    assert.match(String(answer.headers.location), /^\/aanmelden/, way.address);
  }
});
