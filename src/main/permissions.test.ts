import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aRegion, type Region } from "../registry/testing/aRegion.ts";
import { roles } from "../trust/access/rules/policy.ts";
import { mayUse } from "../trust/access/route.ts";
import { sayEvent } from "../trust/trail/event.texts.ts";
import { trailEventsOf } from "../platform/http/route.ts";
import { routes } from "./routes.ts";
import { addressOf, ways } from "./testing/everyAddress.ts";
import { sender } from "./testing/sender.ts";
import { newWebServer } from "./webServer.ts";

// Every address and method, for every role that has no right to it and for nobody. A new route comes in by itself.

let region: Region;
let server: FastifyInstance;
before(async () => {
  region = await aRegion();
  server = await newWebServer({
    secret: "a-secret-for-tests-that-is-long-enough",
    trustProxy: false,
    log: false,
    requestsPerMinute: 10_000_000,
  });
});
after(async () => {
  await server.close();
  await region.close();
});

const anyId = (params: readonly string[]) => Object.fromEntries(params.map((name) => [name, randomUUID()]));

test("every event that a route names has its words for the privacy officer", () => {
  assert.deepEqual(
    routes.flatMap(({ rule }) => trailEventsOf(rule)).filter((event) => sayEvent(event) === null),
    [],
  );
});

test("every route names a permission and at least one trail event", () => {
  for (const route of routes) {
    assert.ok(route.rule.may, route.address);
    assert.ok(
      trailEventsOf(route.rule).length > 0 && trailEventsOf(route.rule).every((event) => /^[a-z-]+\.[a-z_-]+$/.test(event)),
      route.address,
    );
  }
});

test("nobody gets further than the door", async () => {
  const nobody = await sender(server, null);
  for (const way of ways.filter(({ may }) => may !== "public")) {
    const url = addressOf(way, anyId(way.params));
    const answer = way.method === "GET" ? await nobody.get(url) : await nobody.post(url, {});
    assert.ok(answer.status === 303 && answer.location.startsWith("/aanmelden"), `${way.method} ${way.address}: ${answer.status}`);
  }
});

for (const role of roles)
  test(`${role} is refused what the role has no right to`, async () => {
    const who = await sender(server, await region.actor(role, "practice"));
    for (const way of ways.filter(({ may }) => !mayUse(role, may))) {
      const url = addressOf(way, anyId(way.params));
      const answer = way.method === "GET" ? await who.get(url) : await who.post(url, {});
      assert.equal(answer.status, 403, `${way.method} ${way.address}`);
    }
  });
