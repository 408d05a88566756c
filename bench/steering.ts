// The monthly page of the project group and the page of the money over three years of a country, and making every figure of both anew from the raw
// lines: at a tenth of the size and whole, so that growth shows. One user opens a page, again and again: it is looked at by one group, once a month.
// That the sums are what is kept, to the cent, is for `npm run ledger:verify` and its tests.
import path from "node:path";
import pg from "pg";
import { prepareDatabase } from "../src/main/prepareDatabase.ts";
import { startEmbedded } from "../src/platform/embedded/embeddedPostgres.ts";
import { projectRoot } from "../src/platform/projectRoot.ts";
import { urlFor } from "../src/platform/db/roles.ts";
import { rebuildSums } from "../src/programme/ledger/server/rebuildSums.store.ts";
import { fillProgramme } from "./programme/fill.ts";
import { opened, visit } from "./region/visit.ts";
import { percentile, report } from "./report.ts";

/** `WIEG_BENCH_ENROLMENTS` makes it smaller, to try the benchmark itself. */
const whole = Number(process.env["WIEG_BENCH_ENROLMENTS"] ?? 250_000);
const rounds = 200;

interface Measured {
  readonly page: number;
  readonly money: number;
  readonly rebuild: number;
}

const cluster = await startEmbedded({ dataDir: path.join(projectRoot, "data", "bench-steering") });
const admin = new pg.Client({ connectionString: cluster.adminUrl });
await admin.connect();
try {
  const tenth = await measure(Math.round(whole / 10));
  const all = await measure(whole);
  report("steering", [
    { name: "steering page, p95, one user", value: all.page, unit: "ms", goal: 300 },
    { name: "page of the money, p95, one user", value: all.money, unit: "ms", goal: 300 },
    { name: "every figure anew from the raw lines", value: all.rebuild, unit: "s", goal: 60 },
    { name: "that: whole against a tenth, for each line", value: all.rebuild / tenth.rebuild / 10, unit: "times", goal: 1.25 },
    { name: "steering page: whole against a tenth", value: all.page / tenth.page, unit: "times", goal: 10 },
    { name: "page of the money: whole against a tenth", value: all.money / tenth.money, unit: "times", goal: 10 },
  ]);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await admin.end();
  await cluster.stop();
}

async function measure(enrolments: number): Promise<Measured> {
  await admin.query("drop database if exists bench_steering with (force)");
  await admin.query("create database bench_steering");
  const url = new URL(cluster.adminUrl);
  url.pathname = "/bench_steering";
  await prepareDatabase(url.toString());
  const say = (line: string) => process.stderr.write(`  ${line}\n`);
  const { token, hourLines } = await fillProgramme(url.toString(), enrolments, say);
  const rebuild = await rebuildAll(url.toString(), say);
  const server = await visit(url.toString());
  try {
    const p95 = async (address: string) => percentile(await opened(1, rounds, () => server.open(token, address)), 0.95);
    const page = await p95("/geboortezorg-flex/sturing");
    const money = await p95("/geboortezorg-flex/geld");
    process.stdout.write(
      `${enrolments} enrolments, ${hourLines} lines of hours: steering p95 ${page.toFixed(0)} ms, money p95 ${money.toFixed(0)} ms, all figures made in ${rebuild.toFixed(1)} s\n`,
    );
    return { page, money, rebuild };
  } finally {
    await server.stop();
    await admin.query("drop database if exists bench_steering with (force)");
  }
}

/** Seconds that making every figure takes: the sums of the ledger, and what the morning's job counts, as it is called by it. */
async function rebuildAll(url: string, say: (line: string) => void): Promise<number> {
  const client = new pg.Client({ connectionString: urlFor("wieg_owner", url) });
  const morning = new pg.Client({ connectionString: url });
  await Promise.all([client.connect(), morning.connect()]);
  try {
    const start = performance.now();
    const { money, hours, families } = await rebuildSums(client);
    say(`${money} sums of money, ${hours} of hours, ${families} of families: ${((performance.now() - start) / 1000).toFixed(1)} s`);
    await morning.query("select trust.rebuild_steering()");
    return (performance.now() - start) / 1000;
  } finally {
    await Promise.all([client.end(), morning.end()]);
  }
}
