// The data set of a study of 100,000 participants and three waves: gathered, scored and frozen from a database; written as an SPSS file beside R's haven, which writes
// the very same data in the same run; and every estimate that needs no R. The measured work has a process of its own, so that its memory is seen.
import { execFile, spawnSync } from "node:child_process";
import { mkdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { prepareDatabase } from "../src/main/prepareDatabase.ts";
import { startEmbedded } from "../src/platform/embedded/embeddedPostgres.ts";
import { projectRoot } from "../src/platform/projectRoot.ts";
import { fillStudy } from "./dataset/fill.store.ts";
import { report } from "./report.ts";

/** `WIEG_BENCH_PEOPLE` makes it smaller, to try the benchmark itself. */
const people = Number(process.env["WIEG_BENCH_PEOPLE"] ?? 100_000);
const run = promisify(execFile);
const folder = path.join(projectRoot, "data", "bench-dataset-files");

interface Measured {
  readonly people: number;
  readonly rows: number;
  readonly variables: number;
  readonly made: number;
  readonly memory: number;
  readonly csv: number;
  readonly sav: number;
  readonly afterFiles: number;
  readonly estimates: number;
  readonly estimated: number;
}

await mkdir(folder, { recursive: true });
const cluster = await startEmbedded({ dataDir: path.join(projectRoot, "data", "bench-dataset") });
try {
  const url = await filled();
  const ours = measure(url);
  const { haven, same } = await besideHaven();
  const { size } = await stat(path.join(folder, "wieg.sav"));
  process.stdout.write(
    `${ours.people} participants, ${ours.rows} rows of ${ours.variables} variables; CSV ${ours.csv.toFixed(2)} s; .sav ${ours.sav.toFixed(2)} s (${(size / 2 ** 20).toFixed(1)} MiB), haven ${haven.toFixed(2)} s; ` +
      `${ours.estimates} estimates; memory with the files ${ours.afterFiles.toFixed(0)} MB; haven reads our file as what it wrote: ${same}\n`,
  );
  report("dataset", [
    { name: "data set gathered, scored and frozen", value: ours.made, unit: "s", goal: 60 },
    { name: "memory of the process that makes it", value: ours.memory, unit: "MB", goal: 500 },
    { name: "SPSS file: our time as a part of haven's, same data", value: ours.sav / haven, unit: "times", goal: 1 },
    { name: "every estimate that needs no R", value: ours.estimated, unit: "s", goal: 10 },
  ]);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
}

async function filled(): Promise<string> {
  const admin = new pg.Client({ connectionString: cluster.adminUrl });
  await admin.connect();
  await admin.query("drop database if exists bench_dataset with (force)");
  await admin.query("create database bench_dataset");
  await admin.end();
  const url = new URL(cluster.adminUrl);
  url.pathname = "/bench_dataset";
  await prepareDatabase(url.toString());
  const start = performance.now();
  await fillStudy(url.toString(), people);
  process.stderr.write(`  filled in ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
  return url.toString();
}

function measure(url: string): Measured {
  const file = path.join(import.meta.dirname, "dataset", "measure.ts");
  const { status, stdout } = spawnSync(process.execPath, ["--import", import.meta.resolve("tsx"), file, url, folder], {
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`The measured process ended with ${status}.`);
  return JSON.parse(stdout) as Measured;
}

/** Haven, which scripts/bench.mjs installed, reads our file and writes it again, five times; the median counts, of the writing alone. */
async function besideHaven(): Promise<{ haven: number; same: boolean }> {
  const script = [
    "library(haven)",
    `d <- read_sav(${JSON.stringify(path.join(folder, "wieg.sav"))}, user_na = TRUE)`,
    `out <- ${JSON.stringify(path.join(folder, "haven.sav"))}`,
    "times <- sapply(1:5, function(round) system.time(write_sav(d, out))[['elapsed']])",
    "again <- read_sav(out, user_na = TRUE)",
    "same <- identical(dim(d), dim(again)) && all(mapply(function(x, y) identical(as.vector(x), as.vector(y)) && identical(attr(x, 'labels'), attr(y, 'labels')), d, again))",
    "cat(median(times), same)",
  ];
  const { stdout } = await run("Rscript", ["--vanilla", "-e", script.join("\n")], { maxBuffer: 1e8 });
  const [seconds = "", same = ""] = stdout.trim().split(" ");
  return { haven: Number(seconds), same: same === "TRUE" };
}
