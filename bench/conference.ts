// A sitting of 30 cases, prepared over HTTP by its chair: the agenda proposed and set, and what a member then opens. Another 5,000 cases wait.
import { once } from "node:events";
import path from "node:path";
import pg from "pg";
import { prepareDatabase } from "../src/main/prepareDatabase.ts";
import { startEmbedded } from "../src/platform/embedded/embeddedPostgres.ts";
import { projectRoot } from "../src/platform/projectRoot.ts";
import { fillConference, type Conference } from "./conference/fill.ts";
import { hangUp, look, openPage, press } from "./enrolment/press.ts";
import { report } from "./report.ts";
import { startServing } from "./region/startServing.ts";

const cases = 30;
const sittings = 5;
const others = 5000;

const cluster = await startEmbedded({ dataDir: path.join(projectRoot, "data", "bench-conference") });
const admin = new pg.Client({ connectionString: cluster.adminUrl });
await admin.connect();
await admin.query("drop database if exists bench_conference with (force)");
await admin.query("create database bench_conference");
const url = new URL(cluster.adminUrl);
url.pathname = "/bench_conference";
try {
  await prepareDatabase(url.toString());
  const conference = await fillConference(url.toString(), others, cases * sittings, sittings);
  judge(await prepareAll(url.toString(), conference));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await admin.query("drop database if exists bench_conference with (force)");
  await admin.end();
  await cluster.stop();
}

interface Prepared {
  readonly proposed: number;
  readonly set: number;
  readonly opened: number;
  readonly seen: number;
}

/** One sitting after the other, each with cases of its own. */
async function prepareAll(adminUrl: string, { chair, member, sittings: ids }: Conference): Promise<readonly Prepared[]> {
  const { child, port } = await startServing(adminUrl);
  try {
    const [leads, sits] = [await openPage(port, chair, "/overleggen"), await openPage(port, member, "/overleggen")];
    const done: Prepared[] = [];
    for (const id of ids) {
      const at = `/overleggen/zittingen/${id}`;
      const proposed = await look(port, leads, `${at}/agenda`);
      const version = /name="version" value="(\d+)"/.exec(proposed.body)?.[1] ?? "";
      const chosen = [
        ...proposed.body.matchAll(/name="cases"[^>]*value="([0-9a-f-]{36})"|value="([0-9a-f-]{36})"[^>]*name="cases"/g),
      ].slice(0, cases);
      const fields = [["version", version] as const, ...chosen.map((found) => ["cases", found[1] ?? found[2] ?? ""] as const)];
      const set = await press(port, leads, `${at}/agenda`, 0, fields);
      const opened = await look(port, sits, at);
      done.push({
        proposed: proposed.waited,
        set: set.waited,
        opened: opened.waited,
        seen: opened.body.split("Ingebracht door").length - 1,
      });
    }
    return done;
  } finally {
    hangUp();
    child.kill("SIGTERM");
    await once(child, "exit");
  }
}

function judge(prepared: readonly Prepared[]): void {
  process.stdout.write("sitting   proposed ms   set ms   opened by a member ms   cases\n");
  for (const [nr, { proposed, set, opened, seen }] of prepared.entries())
    process.stdout.write(
      `${String(nr + 1).padStart(7)} ${proposed.toFixed(0).padStart(13)} ${set.toFixed(0).padStart(8)} ${opened.toFixed(0).padStart(23)} ${String(seen).padStart(7)}\n`,
    );
  const slowest = Math.max(...prepared.map(({ proposed, set }) => proposed + set));
  report("conference", [
    { name: "a sitting of 30 cases prepared: proposed and set, the slowest", value: slowest, unit: "ms", goal: 1000 },
    { name: "opened by a member, the slowest", value: Math.max(...prepared.map(({ opened }) => opened)), unit: "ms", goal: 1000 },
    { name: "cases before each member", value: Math.min(...prepared.map(({ seen }) => seen)), unit: "cases", goal: cases, rule: "exactly" },
  ]);
}
