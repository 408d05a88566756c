import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { prepareDatabase } from "../../src/main/prepareDatabase.ts";
import { startEmbedded } from "../../src/platform/embedded/embeddedPostgres.ts";
import { projectRoot } from "../../src/platform/projectRoot.ts";
import { fill } from "./fill.store.ts";
import type { Size } from "./size.ts";

const ingredients = ["src/**/sql/*.sql", "src/trust/access/rules/policy.ts", "bench/region/*.ts"];

/** Changes when what a filled database looks like would change. */
function version(): string {
  const hash = createHash("sha256");
  for (const file of globSync(ingredients, { cwd: projectRoot }).toSorted()) hash.update(readFileSync(path.join(projectRoot, file)));
  return hash.digest("hex").slice(0, 12);
}

/** A filled database of this size on the benchmark's own embedded PostgreSQL, in data/bench: filled once, and again when its tables changed. */
export async function openBench(size: Size, say: (line: string) => void): Promise<{ adminUrl: string; stop(): Promise<void> }> {
  const cluster = await startEmbedded({ dataDir: path.join(projectRoot, "data", "bench") });
  const name = `bench_${size.name}_${version()}`;
  const url = new URL(cluster.adminUrl);
  url.pathname = `/${name}`;
  const admin = new pg.Client({ connectionString: cluster.adminUrl });
  await admin.connect();
  try {
    const { rows } = await admin.query<{ name: string; finished: boolean }>(
      "select datname as name, shobj_description(oid, 'pg_database') = 'filled' as finished from pg_database where datname like $1",
      [`bench_${size.name}_%`],
    );
    if (!rows.some((row) => row.name === name && row.finished)) {
      for (const old of rows) await admin.query(`drop database "${old.name}" with (force)`);
      const start = performance.now();
      await admin.query(`create database "${name}"`);
      await prepareDatabase(url.toString());
      await fill(url.toString(), size, say);
      await admin.query(`comment on database "${name}" is 'filled'`);
      say(`Filled ${size.lines} lines in ${((performance.now() - start) / 60_000).toFixed(1)} minutes.`);
    }
  } finally {
    await admin.end();
  }
  return { adminUrl: url.toString(), stop: () => cluster.stop() };
}
