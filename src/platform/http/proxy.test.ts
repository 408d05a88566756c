import assert from "node:assert/strict";
import { test } from "node:test";
import { newServer } from "./server.ts";

/** Who asks, as the server sees it, when the header came along with what a visitor wrote in it herself. */
async function addressSeen(trustProxy: boolean | number, forwarded: string, remoteAddress: string): Promise<string> {
  const server = await newServer({ secret: "a-secret-for-tests-that-is-long-enough", trustProxy, log: false });
  server.get("/", (request, reply) => reply.send(request.ip));
  const answer = await server.inject({ url: "/", remoteAddress, headers: { "x-forwarded-for": forwarded } });
  await server.close();
  return answer.payload;
}

const cases = [
  ["without a proxy the header counts for nothing", false, "198.51.100.9", "10.0.0.1"],
  ["who comes past the proxy can't say who she is", true, "198.51.100.9", "203.0.113.5", "203.0.113.5"],
  ["a proxy on the same machine, over IPv6", true, "192.0.2.7", "192.0.2.7", "::1"],
  ["a visitor in the proxy's own network", true, "198.51.100.9, 10.1.2.3", "10.1.2.3"],
  ["one proxy: the address it saw", true, "192.0.2.7", "192.0.2.7"],
  ["one proxy: what the visitor wrote before it counts for nothing", true, "198.51.100.9, 192.0.2.7", "192.0.2.7"],
  ["two proxies: the address that the first one saw", 2, "198.51.100.9, 192.0.2.7, 10.0.0.2", "192.0.2.7"],
] as const;

for (const [name, proxies, forwarded, address, from = "10.0.0.1"] of cases)
  test(name, async () => assert.equal(await addressSeen(proxies, forwarded, from), address));
