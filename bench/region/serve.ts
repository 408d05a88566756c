// The server as it is, with one thing more: each answer says how long it took, and how much of that was waiting for the database.
import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";
import { newWebServer } from "../../src/main/webServer.ts";
import { connect } from "../../src/platform/db/connection.ts";
import { urlFor } from "../../src/platform/db/roles.ts";

const times = new AsyncLocalStorage<{ start: number; sql: number }>();
const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
  const request = times.getStore();
  const start = performance.now();
  const answer = query.apply(this, given);
  if (request && answer instanceof Promise) void answer.finally(() => (request.sql += performance.now() - start)).catch(() => undefined);
  return answer;
} as never;

const adminUrl = process.argv[2] ?? "";
connect({ app: urlFor("wieg_app", adminUrl), worker: urlFor("wieg_worker", adminUrl) });
const server = await newWebServer({ secret: "bench", trustProxy: false, log: false });
server.server.prependListener("request", () => times.enterWith({ start: performance.now(), sql: 0 }));
server.addHook("onSend", async (_request, reply) => {
  const request = times.getStore();
  if (request) reply.header("server-timing", `total;dur=${performance.now() - request.start}, sql;dur=${request.sql}`);
});
await server.listen({ host: "127.0.0.1", port: 0 });
const { port } = server.server.address() as { port: number };
process.on("message", () => process.send?.({ rss: process.memoryUsage().rss }));
process.on("disconnect", () => process.exit()); // who started it is gone
process.send?.({ port });
