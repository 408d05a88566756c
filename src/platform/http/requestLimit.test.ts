import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { newWebServer } from "../../main/webServer.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";

let region: Region;
const servers: FastifyInstance[] = [];
const perMinute = 60;
const aProcess = async (): Promise<FastifyInstance> => {
  const server = await newWebServer({
    secret: "a-secret-for-tests-that-is-long-enough",
    trustProxy: false,
    log: false,
    requestsPerMinute: perMinute,
  });
  servers.push(server);
  return server;
};
before(async () => {
  region = await aRegion();
});
after(async () => {
  for (const server of servers) await server.close();
  await region.close();
});

/** Asks until it is refused, at most so often; gives how often it was answered. */
async function askUntilRefused(server: FastifyInstance, remoteAddress: string, most = 400): Promise<number> {
  for (let answered = 0; answered < most; answered += 1) {
    const answer = await server.inject({ url: "/aanmelden", remoteAddress });
    if (answer.statusCode === 429) {
      assert.match(answer.payload, /Er kwam te veel tegelijk van uw adres/);
      assert.ok(Number(answer.headers["retry-after"]) > 0 && Number(answer.headers["retry-after"]) <= 60);
      return answered;
    }
  }
  return most;
}

test("one address that asks too much waits; another does not, and neither do built files", async () => {
  const server = await aProcess();
  const answered = await askUntilRefused(server, "192.0.2.1");
  assert.ok(answered >= perMinute - 1 && answered <= perMinute + 40, `${answered} were answered`);
  assert.equal((await server.inject({ url: "/aanmelden", remoteAddress: "192.0.2.2" })).statusCode, 200);
  assert.notEqual((await server.inject({ url: "/assets/manifest.json", remoteAddress: "192.0.2.1" })).statusCode, 429);
});

test("another process, or one that was started anew, knows it after its first lot", async () => {
  const answered = await askUntilRefused(await aProcess(), "192.0.2.1");
  assert.ok(answered < 40, `${answered} were answered`);
});

test("the addresses of one subscriber count together", async () => {
  const server = await aProcess();
  const refused = new Set<number>();
  for (let host = 1; host <= 200; host += 1)
    refused.add((await server.inject({ url: "/aanmelden", remoteAddress: `2001:db8:1:2::${host.toString(16)}` })).statusCode);
  assert.ok(refused.has(429));
});

test("what is kept names nobody", async () => {
  const rows = await region.asOwner<{ kept: string }>(
    "select convert_from(subject, 'LATIN1') as kept from app.attempt where kind = 'request'",
  );
  assert.ok(rows.length > 0);
  for (const { kept } of rows) assert.doesNotMatch(kept, /192\.0\.2|2001:db8/);
});
