// The pages of the research desk over 100,000 participants in three waves: flow, inflow, lists, one participant, and the home. One of the desk opens them in
// turn: it is a handful of people. And the counting in the background of how alike the arms are at T0.
import path from "node:path";
import pg from "pg";
import { prepareDatabase } from "../src/main/prepareDatabase.ts";
import { connect, disconnect } from "../src/platform/db/connection.ts";
import { urlFor } from "../src/platform/db/roles.ts";
import { startEmbedded } from "../src/platform/embedded/embeddedPostgres.ts";
import { projectRoot } from "../src/platform/projectRoot.ts";
import { compareArmsTask } from "../src/study/desk/server/comparisonTask.ts";
import { fillStudy } from "./desk/fill.ts";
import { opened, visit } from "./region/visit.ts";
import { percentile, report } from "./report.ts";

/** `WIEG_BENCH_PARTICIPANTS` makes it smaller, to try the benchmark itself. */
const participants = Number(process.env["WIEG_BENCH_PARTICIPANTS"] ?? 100_000);
const rounds = 100;

const cluster = await startEmbedded({ dataDir: path.join(projectRoot, "data", "bench-desk") });
const admin = new pg.Client({ connectionString: cluster.adminUrl });
await admin.connect();
try {
  await admin.query("drop database if exists bench_desk with (force)");
  await admin.query("create database bench_desk");
  const url = new URL(cluster.adminUrl);
  url.pathname = "/bench_desk";
  await prepareDatabase(url.toString());
  const { token, codes } = await fillStudy(url.toString(), participants);
  const compared = await compareAll(url.toString());
  const server = await visit(url.toString());
  try {
    const pages: readonly (readonly [string, (round: number) => string])[] = [
      ["home", () => "/onderzoek"],
      ["flow of participants", () => "/onderzoek/verloop/study_1"],
      ["inflow against plan", () => "/onderzoek/instroom/study_1"],
      ["comparability at T0", () => "/onderzoek/vergelijkbaarheid/study_1"],
      ["who is due", (round) => `/onderzoek/lijsten?pagina=${1 + (round % 9)}`],
      ["who is missing", (round) => `/onderzoek/lijsten?stand=missing&pagina=${1 + round * 7}`],
      ["who is missing, by arm, wave and reason", () => "/onderzoek/lijsten?stand=missing&groep=control&meting=T1&waarom=half_way"],
      ["who is missing, by site in the order of pseudonyms", () => "/onderzoek/lijsten?stand=missing&volgorde=code"],
      ["one participant", (round) => `/onderzoek/deelnemers/${codes[round % codes.length] ?? ""}`],
      ["register data", () => "/onderzoek/registers"],
    ];
    const goals = [];
    for (const [name, address] of pages) {
      const waits = await opened(1, rounds, (round) => server.open(token, address(round)));
      goals.push({ name: `${name}, p95`, value: percentile(waits, 0.95), unit: "ms", goal: 300 });
    }
    report("desk", [...goals, { name: "arms compared at T0, in the background", value: compared, unit: "s", goal: 60 }]);
  } finally {
    await server.stop();
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await admin.query("drop database if exists bench_desk with (force)");
  await admin.end();
  await cluster.stop();
}

/** Seconds of the nightly job, as the worker runs it. */
async function compareAll(url: string): Promise<number> {
  connect({ app: urlFor("wieg_app", url), worker: urlFor("wieg_worker", url), family: urlFor("wieg_family", url) });
  try {
    const start = performance.now();
    await compareArmsTask.run({});
    return (performance.now() - start) / 1000;
  } finally {
    await disconnect();
  }
}
