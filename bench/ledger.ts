// Every monthly figure of the ledger anew from the raw lines of hours: three years of a country, 12 million lines, at a tenth of the size and
// whole, so that growth shows. That they are what is kept, to the cent, is for `npm run ledger:verify` and its tests.
import path from "node:path";
import pg from "pg";
import { prepareDatabase } from "../src/main/prepareDatabase.ts";
import { startEmbedded } from "../src/platform/embedded/embeddedPostgres.ts";
import { projectRoot } from "../src/platform/projectRoot.ts";
import { rebuildFigures } from "../src/programme/ledger/server/verifyLedger.store.ts";
import { fillHours } from "./ledger/fill.ts";
import { report } from "./report.ts";

/** `WIEG_BENCH_LINES` makes it smaller, to try the benchmark itself. */
const whole = Number(process.env["WIEG_BENCH_LINES"] ?? 12_000_000);

const cluster = await startEmbedded({ dataDir: path.join(projectRoot, "data", "bench-ledger") });
const admin = new pg.Client({ connectionString: cluster.adminUrl });
await admin.connect();
try {
  const tenth = await measure(Math.round(whole / 10));
  const all = await measure(whole);
  report("ledger", [
    { name: "every figure anew from the raw lines", value: all, unit: "s", goal: 60 },
    { name: "growth: whole against a tenth, for each line", value: all / tenth / 10, unit: "times", goal: 1.25 },
  ]);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await admin.end();
  await cluster.stop();
}

/** Seconds for so many lines. */
async function measure(lines: number): Promise<number> {
  await admin.query("drop database if exists bench_ledger with (force)");
  await admin.query("create database bench_ledger");
  const url = new URL(cluster.adminUrl);
  url.pathname = "/bench_ledger";
  await prepareDatabase(url.toString());
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  try {
    await fillHours(url.toString(), lines, (line) => process.stderr.write(`  ${line}\n`));
    await client.query("set work_mem = '256MB'; set statement_timeout = 0");
    const start = performance.now();
    const { money, hours } = await rebuildFigures(client);
    const seconds = (performance.now() - start) / 1000;
    process.stdout.write(`${lines} lines of hours: ${money} sums of money and ${hours} of hours in ${seconds.toFixed(1)} s\n`);
    return seconds;
  } finally {
    await client.end();
    await admin.query("drop database if exists bench_ledger with (force)");
  }
}
