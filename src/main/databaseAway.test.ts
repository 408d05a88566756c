import assert from "node:assert/strict";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aLine } from "../pathway/trajectory/testing/aLine.ts";
import type { Actor } from "../platform/db/actor.ts";
import type { Cluster } from "../platform/embedded/cluster.ts";
import { startEmbedded } from "../platform/embedded/embeddedPostgres.ts";
import { aRegion, type Region } from "../registry/testing/aRegion.ts";
import { aServer, browse } from "./testing/browse.ts";

// PostgreSQL goes away altogether and comes back: a cluster of its own, since others use the shared one.

let folder: string;
let cluster: Cluster;
let region: Region;
let server: FastifyInstance;
let midwife: Actor;
const shared = { url: process.env["WIEG_TEST_ADMIN_URL"], template: process.env["WIEG_TEST_TEMPLATE"] };

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "wieg-away-"));
  await chmod(folder, 0o755);
  cluster = await startEmbedded({ dataDir: folder, fast: true });
  process.env["WIEG_TEST_ADMIN_URL"] = cluster.adminUrl;
  delete process.env["WIEG_TEST_TEMPLATE"];
  region = await aRegion();
  await region.setToday("2026-11-22");
  server = await aServer();
  midwife = await region.actor("midwife", "practice");
});
after(async () => {
  await server.close();
  await region.close();
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
  if (shared.url !== undefined) process.env["WIEG_TEST_ADMIN_URL"] = shared.url;
  if (shared.template !== undefined) process.env["WIEG_TEST_TEMPLATE"] = shared.template;
});

test("while the database is away each page says so in plain words; when it is back the same form goes in, once", async () => {
  const line = await aLine(midwife);
  const browser = browse(server, midwife);
  const url = `/gezinnen/${line.trajectoryId}/signalen/nieuw`;
  const hidden = (await browser.get(url)).hidden(url) ?? {};
  const fields = {
    ...hidden,
    about: line.motherId,
    seen: "Tijdens de storing.",
    observedOn: "22-11-2026",
    discussed: "today",
    "factor-risk-alle": "debt",
  };

  await cluster.stop();
  for (const answer of [
    await browse(server, midwife).get("/werk"),
    await browse(server, midwife).get(`/gezinnen/${line.trajectoryId}`),
    await browse(server).get("/aanmelden"),
  ]) {
    assert.equal(answer.status, 503);
    assert.match(answer.text, /Even niet bereikbaar .*niet bereikbaar\. Er is niets half opgeslagen/);
    assert.doesNotMatch(answer.html, /ECONN|127\.0\.0\.1|postgres/i);
  }
  const lost = await browser.post(url, fields);
  assert.equal(lost.status, 503);

  cluster = await startEmbedded({ dataDir: folder, fast: true, port: cluster.port });
  const shown = browse(server, midwife);
  assert.equal((await shown.get(`/gezinnen/${line.trajectoryId}`)).status, 200, "the session is still there");
  const again = (await shown.get(url)).hidden(url) ?? {};
  for (let time = 0; time < 2; time += 1)
    assert.equal((await shown.post(url, { ...fields, ...again, _key: String(fields["_key" as never]) })).status, 303);
  assert.equal((await region.asOwner("select from signal where trajectory_id = $1", [line.trajectoryId])).length, 1);
});
