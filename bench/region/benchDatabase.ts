import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { prepareDatabase } from "../../src/main/prepareDatabase.ts";
import { startEmbedded } from "../../src/platform/embedded/embeddedPostgres.ts";
import { projectRoot } from "../../src/platform/projectRoot.ts";
import { fill } from "./fill.store.ts";
import { wakeSessions } from "./people.store.ts";
import type { Size } from "./size.ts";

const ingredients = [
  "src/**/sql/*.sql",
  "src/trust/access/rules/policy.ts",
  "bench/region/{fill,rows,people}.store.ts",
  "bench/region/size.ts",
];

/** Outside the project, so that every checkout on this machine uses the same filled databases. A country takes 10 GB. */
const dataDir = (): string => process.env["WIEG_BENCH_DATA"] ?? path.join(tmpdir(), "wieg-bench");

/** Changes when what a filled database looks like would change. */
function version(): string {
  const hash = createHash("sha256");
  for (const file of globSync(ingredients, { cwd: projectRoot }).toSorted()) hash.update(readFileSync(path.join(projectRoot, file)));
  return hash.digest("hex").slice(0, 12);
}

export interface BenchDatabase {
  readonly adminUrl: string;
  /** Minutes that it took to fill this database, whenever that was. */
  readonly minutes: number;
  stop(): Promise<void>;
}

/** A filled database of this size on the benchmark's own embedded PostgreSQL: filled once, and again when its tables changed. */
export async function openBench(size: Size, say: (line: string) => void): Promise<BenchDatabase> {
  const cluster = await startEmbedded({ dataDir: dataDir() });
  const admin = new pg.Client({ connectionString: cluster.adminUrl });
  await admin.connect();
  try {
    const name = await nameOf(admin, size);
    const url = new URL(cluster.adminUrl);
    url.pathname = `/${name}`;
    if (!(await isFilled(admin, name))) {
      await removeOthers(admin, size, name);
      await prepareDatabase(url.toString());
      await fill(url.toString(), size, say);
      await admin.query(`comment on database "${name}" is 'filled'`);
    } else await prepareDatabase(url.toString()); // a kept one may lack the newest tables
    const minutes = await wake(url.toString());
    say(`${size.name}: ${size.lines} lines, filled in ${minutes.toFixed(1)} minutes`);
    return { adminUrl: url.toString(), minutes, stop: () => cluster.stop() };
  } catch (error) {
    await cluster.stop();
    throw error;
  } finally {
    await admin.end().catch(() => undefined);
  }
}

/** The database of this version; with WIEG_BENCH_KEEP the one that is there, however old, for who tries out a change in it. */
async function nameOf(admin: pg.Client, size: Size): Promise<string> {
  const { rows } = await admin.query<{ name: string }>("select datname as name from pg_database where datname like $1", [
    `bench_${size.name}_%`,
  ]);
  const kept = process.env["WIEG_BENCH_KEEP"] === "1" ? rows[0]?.name : undefined;
  return kept ?? `bench_${size.name}_${version()}`;
}

async function isFilled(admin: pg.Client, name: string): Promise<boolean> {
  const { rows } = await admin.query<{ filled: boolean }>(
    "select coalesce(shobj_description(oid, 'pg_database') = 'filled', false) as filled from pg_database where datname = $1",
    [name],
  );
  return rows[0]?.filled ?? false;
}

/** One that was broken off stays, and is gone on with. */
async function removeOthers(admin: pg.Client, size: Size, name: string): Promise<void> {
  const { rows } = await admin.query<{ name: string }>("select datname as name from pg_database where datname like $1", [
    `bench_${size.name}_%`,
  ]);
  for (const other of rows) if (other.name !== name) await admin.query(`drop database "${other.name}" with (force)`);
  if (!rows.some((row) => row.name === name)) await admin.query(`create database "${name}"`);
}

async function wake(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(wakeSessions);
    const { rows } = await client.query<{ minutes: number }>("select sum(minutes)::real as minutes from bench.spent");
    return rows[0]?.minutes ?? Number.NaN;
  } finally {
    await client.end();
  }
}
