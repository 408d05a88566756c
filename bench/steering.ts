// The monthly page of the project group over three years of a country, and counting all its figures anew from the raw lines: at a tenth of the
// size and whole, so that growth shows. One user opens the page, again and again: it is looked at by one group, once a month.
import path from "node:path";
import pg from "pg";
import { prepareDatabase } from "../src/main/prepareDatabase.ts";
import { startEmbedded } from "../src/platform/embedded/embeddedPostgres.ts";
import { projectRoot } from "../src/platform/projectRoot.ts";
import { opened, visit } from "./region/visit.ts";
import { percentile, report } from "./report.ts";
import { fillProgramme } from "./steering/fill.ts";

/** `WIEG_BENCH_ENROLMENTS` makes it smaller, to try the benchmark itself. */
const whole = Number(process.env["WIEG_BENCH_ENROLMENTS"] ?? 250_000);
const rounds = 200;

interface Measured {
  readonly page: number;
  readonly rebuild: number;
}

const cluster = await startEmbedded({ dataDir: path.join(projectRoot, "data", "bench-steering") });
const admin = new pg.Client({ connectionString: cluster.adminUrl });
await admin.connect();
try {
  const tenth = await measure(Math.round(whole / 10));
  const all = await measure(whole);
  report("steering", [
    { name: "page, p95, one user", value: all.page, unit: "ms", goal: 300 },
    { name: "every figure counted anew from the raw lines", value: all.rebuild, unit: "s", goal: 60 },
    { name: "counting: whole against a tenth, for each line", value: all.rebuild / tenth.rebuild / 10, unit: "times", goal: 1.25 },
    { name: "page: whole against a tenth", value: all.page / tenth.page, unit: "times", goal: 10 },
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
  const { token, hourLines } = await fillProgramme(url.toString(), enrolments);
  const rebuild = await rebuildAll(url.toString());
  const server = await visit(url.toString());
  try {
    const waits = await opened(1, rounds, () => server.open(token, "/geboortezorg-flex/sturing"));
    const page = percentile(waits, 0.95);
    process.stdout.write(
      `${enrolments} enrolments, ${hourLines} lines of hours: page p95 ${page.toFixed(0)} ms, counted in ${rebuild.toFixed(1)} s\n`,
    );
    return { page, rebuild };
  } finally {
    await server.stop();
    await admin.query("drop database if exists bench_steering with (force)");
  }
}

/** Seconds that the morning's job takes, as it is called by it. */
async function rebuildAll(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const start = performance.now();
    await client.query("select trust.rebuild_steering()");
    return (performance.now() - start) / 1000;
  } finally {
    await client.end();
  }
}
