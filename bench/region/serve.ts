// The server as it is, with one thing more: each answer says how long it took, and how much of that was waiting for the database.
import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";
import { newWebServer } from "../../src/main/webServer.ts";
import { connect } from "../../src/platform/db/connection.ts";
import { urlFor } from "../../src/platform/db/roles.ts";
import { StatementBatch } from "../../src/platform/db/statementBatch.ts";

/** What a request waited for: every statement, and those that fetch what the page shows, without session, transaction and trail. */
interface Waited {
  readonly start: number;
  all: Watch;
  bare: Watch;
}

/** Time during which at least one statement was under way. */
interface Watch {
  underWay: number;
  since: number;
  spent: number;
}

const newWatch = (): Watch => ({ underWay: 0, since: 0, spent: 0 });
function begin(watch: Watch): void {
  if (watch.underWay++ === 0) watch.since = performance.now();
}
function end(watch: Watch): void {
  if (--watch.underWay === 0) watch.spent += performance.now() - watch.since;
}

const beside = /^\s*(begin|commit|rollback)|trust\.(open_session|record)\b/;

const times = new AsyncLocalStorage<Waited>();
const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
  const [batch] = given;
  const request = times.getStore();
  if (request && batch instanceof StatementBatch) {
    const watches = batch.texts.every((text) => beside.test(text)) ? [request.all] : [request.all, request.bare];
    watches.forEach(begin);
    batch.once("end", () => watches.forEach(end));
  }
  return query.apply(this, given);
} as never;

const adminUrl = process.argv[2] ?? "";
connect({ app: urlFor("wieg_app", adminUrl), worker: urlFor("wieg_worker", adminUrl) });
const server = await newWebServer({ secret: "bench", trustProxy: false, log: false, requestsPerMinute: 1_000_000 });
server.server.prependListener("request", () => times.enterWith({ start: performance.now(), all: newWatch(), bare: newWatch() }));
server.addHook("onSend", async (_request, reply) => {
  const request = times.getStore();
  if (request)
    reply.header(
      "server-timing",
      `total;dur=${performance.now() - request.start}, sql;dur=${request.all.spent}, bare;dur=${request.bare.spent}`,
    );
});
await server.listen({ host: "127.0.0.1", port: 0 });
const { port } = server.server.address() as { port: number };
process.on("message", () => process.send?.({ rss: process.memoryUsage().rss }));
process.on("disconnect", () => process.exit());
process.on("SIGINT", () => process.exit()); // who started it is gone
process.send?.({ port });
