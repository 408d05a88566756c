// 200 phones that come back on line in the same second with 20 visits each, over HTTP: all in, each once.
import { once } from "node:events";
import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import path from "node:path";
import pg from "pg";
import { prepareDatabase } from "../src/main/prepareDatabase.ts";
import { startWorker } from "../src/platform/jobs/worker.ts";
import { startEmbedded } from "../src/platform/embedded/embeddedPostgres.ts";
import { connect, disconnect } from "../src/platform/db/connection.ts";
import { urlFor } from "../src/platform/db/roles.ts";
import { projectRoot } from "../src/platform/projectRoot.ts";
import { takeInTask } from "../src/programme/visitApp/server/visitAppTask.ts";
import { configureFrom } from "../src/main/webServer.ts";
import type { SyncAnswer, SyncRequest } from "../src/programme/visitApp/visitApp.ts";
import { startServing } from "./region/startServing.ts";
import { median, percentile, report } from "./report.ts";
import { fillPhones, type FilledPhone } from "./visitApp/fillPhones.ts";

const phones = 200;
const visits = 20;
const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

const keptSql = `select (select count(*)::int from care_visit where state = 'delivered') as delivered, (select count(*)::int from care_visit where version > 2) as twice,
  (select count(*)::int from visit_receipt) as receipts, (select count(*)::int from visit_receipt where outcome ->> 'state' <> 'done') as refused`;

const cluster = await startEmbedded({ dataDir: path.join(projectRoot, "data", "bench-sync") });
const admin = new pg.Client({ connectionString: cluster.adminUrl });
await admin.connect();
await admin.query("drop database if exists bench_sync with (force)");
await admin.query("create database bench_sync");
const url = new URL(cluster.adminUrl);
url.pathname = "/bench_sync";
try {
  await prepareDatabase(url.toString());
  const filled = await fillPhones(url.toString(), { phones, visits, daysAgo: 1 });
  await measure(url.toString(), filled.owner, filled.phones);
  await filled.owner.end();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
} finally {
  agent.destroy();
  await admin.query("drop database if exists bench_sync with (force)");
  await admin.end();
  await cluster.stop();
}

interface Sent {
  readonly waited: number;
  readonly received: number;
}

async function measure(adminUrl: string, owner: pg.Client, filled: readonly FilledPhone[]): Promise<void> {
  const { child, port } = await startServing(adminUrl);
  // The worker writes what came in into the visits at the same time, on the same two processors, as it does at work.
  configureFrom({ secret: "bench" });
  connect({ app: urlFor("wieg_app", adminUrl), worker: urlFor("wieg_worker", adminUrl) });
  const worker = await startWorker(urlFor("wieg_worker", adminUrl), [takeInTask]);
  try {
    await contact(port, filled[0], []); // the first warms the server
    const first = performance.now();
    const sent = await Promise.all(filled.map((phone) => contact(port, phone, phone.visits.map(entryOf))));
    const last = performance.now() - first;
    const again = await Promise.all(filled.slice(0, 20).map((phone) => contact(port, phone, [])));
    const written = await untilWritten(owner, first);
    const { rows } = await owner.query<{ delivered: number; twice: number; receipts: number; refused: number }>(keptSql);
    const kept = rows[0];
    process.stdout.write(
      `the last was told after ${last.toFixed(0)} ms; median ${median(sent.map(({ waited }) => waited)).toFixed(0)} ms; a day fetched beside it ${median(again.map(({ waited }) => waited)).toFixed(0)} ms; all ${phones * visits} stand in their visits after ${(written / 1000).toFixed(1)} s\n`,
    );
    const exactly = (name: string, value: number, goal: number) => ({ name, value, unit: "visits", goal, rule: "exactly" as const });
    report("sync", [
      {
        name: "told that all is in, p95",
        value: percentile(
          sent.map(({ waited }) => waited),
          0.95,
        ),
        unit: "ms",
        goal: 2000,
      },
      exactly(
        "told to be in",
        sent.reduce((sum, { received }) => sum + received, 0),
        phones * visits,
      ),
      exactly("in the database", kept?.receipts ?? -1, phones * visits),
      exactly("delivered", kept?.delivered ?? -1, phones * visits),
      exactly("written more than once", kept?.twice ?? -1, 0),
      exactly("refused", kept?.refused ?? -1, 0),
    ]);
  } finally {
    await worker.stop();
    await disconnect();
    child.kill("SIGTERM");
    await once(child, "exit");
  }
}

/** Milliseconds until nothing waits any more. */
async function untilWritten(owner: pg.Client, since: number): Promise<number> {
  for (;;) {
    const { rows } = await owner.query<{ waiting: number }>("select count(*)::int as waiting from visit_receipt where outcome is null");
    if (rows[0]?.waiting === 0 || performance.now() - since > 300_000) return performance.now() - since;
    await owner.query("select pg_sleep(0.25)");
  }
}

function yesterday(minutes: number): string {
  const day = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  return new Date(Date.parse(`${day}T00:00:00Z`) + minutes * 60_000).toISOString();
}

/** One visit after the other: no two of one assistant at once. */
function entryOf(visit: FilledPhone["visits"][number], nth: number): SyncRequest["entries"][number] {
  const begin = nth * 15;
  return {
    entryId: randomUUID(),
    visitId: visit.id,
    trajectoryId: visit.trajectoryId,
    outcome: "delivered",
    started: { at: yesterday(begin), by: "clock" },
    ended: { at: yesterday(begin + 14), by: "clock" },
    breakMinutes: 0,
    contents: [],
    observation: "Zij legt zelf aan en slaapt beter. De partner helpt met het badje.",
    signal: null,
    whyCode: null,
    why: "",
    sawVersion: 1,
    follows: null,
    enteredAt: new Date().toISOString(),
  };
}

function contact(port: number, phone: FilledPhone | undefined, entries: SyncRequest["entries"]): Promise<Sent> {
  if (!phone) throw new Error("no phones");
  const message: SyncRequest = {
    deviceId: phone.deviceId,
    phoneNow: new Date().toISOString(),
    entries,
    ask: [],
    wantsSheet: entries.length === 0,
  };
  const body = new URLSearchParams({ bericht: JSON.stringify(message) }).toString();
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: "127.0.0.1",
        port,
        path: "/onderweg/verzenden",
        method: "POST",
        agent,
        headers: {
          authorization: `Wieg-Telefoon ${phone.token}`,
          "content-type": "application/x-www-form-urlencoded",
          "content-length": Buffer.byteLength(body),
        },
      },
      (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (piece: string) => (text += piece));
        response.on("end", () => {
          const waited = performance.now() - start;
          if (response.statusCode !== 200) return reject(new Error(`a phone got ${response.statusCode}: ${text.slice(0, 200)}`));
          const answer = JSON.parse(text) as SyncAnswer;
          const received =
            answer.state === "open" ? answer.answers.filter(({ state }) => state === "received" || state === "done").length : 0;
          return resolve({ waited, received });
        });
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}
