import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { runMigrations } from "graphile-worker";
import { runner } from "node-pg-migrate";
import pg from "pg";
import { projectRoot } from "../projectRoot.ts";
import { prepareRoles, urlFor } from "./roles.ts";

/** Where migrations stand: beside the concept whose tables they make. */
export const migrationGlob = "src/**/sql/*.sql";

/** Thrown when the database was migrated by a newer Wieg than this one. */
export class NewerDatabase extends Error {}

/** Thrown when what made this database was changed since: before the first release migrations are mended in place, so it can't be brought up to date. */
export class OutdatedDatabase extends Error {}

/** Makes the roles, the job queue and every table that is missing. Raises when no migration was found: an empty glob is a fault. */
export async function migrateDatabase(adminUrl: string): Promise<{ ran: number }> {
  await prepareRoles(adminUrl);
  const ownerUrl = urlFor("wieg_owner", adminUrl);
  const files = globSync(migrationGlob, { cwd: projectRoot });
  if (files.length === 0) throw new Error(`No migrations found at ${migrationGlob}.`);
  await refuseOtherDatabase(ownerUrl, files);
  await runMigrations({ connectionString: ownerUrl });
  await shareJobQueue(ownerUrl);
  const ran = await runner({
    databaseUrl: ownerUrl,
    dir: path.join(projectRoot, migrationGlob),
    useGlob: true,
    direction: "up",
    migrationsTable: "migration",
    checkOrder: false,
    log: () => undefined,
    verbose: false,
  });
  await withClient(ownerUrl, (client) => keepDigests(client, files));
  return { ran: ran.length };
}

const nameOf = (file: string): string => path.basename(file, ".sql");
const digestOf = (file: string): string =>
  createHash("sha256")
    .update(readFileSync(path.join(projectRoot, file)))
    .digest("hex");

/** What ran keeps the digest of its text beside its name. */
async function keepDigests(client: pg.Client, files: readonly string[]): Promise<void> {
  await client.query("alter table migration add column if not exists digest text");
  await client.query(
    "update migration set digest = ran.digest from unnest($1::text[], $2::text[]) as ran (name, digest) where migration.name = ran.name and migration.digest is null",
    [files.map(nameOf), files.map(digestOf)],
  );
}

/**
 * What ran before must be what there is now: a migration with another text, or from before digests were kept, would leave tables that don't
 * fit; one that is not known here is a newer Wieg's.
 */
async function refuseOtherDatabase(ownerUrl: string, files: readonly string[]): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    const { rows: table } = await client.query<{ there: string | null }>("select to_regclass('public.migration') as there");
    if (!table[0]?.there) return;
    const known = new Map(files.map((file) => [nameOf(file), digestOf(file)]));
    const { rows } = await client.query<{ name: string; digest: string | null }>(
      "select name, to_jsonb(migration) ->> 'digest' as digest from migration order by id",
    );
    const changed = rows.find(({ name, digest }) => known.has(name) && known.get(name) !== digest);
    if (changed)
      throw new OutdatedDatabase(
        `This database was made by an earlier, unreleased Wieg (${changed.name} was changed since) and can't be brought up to date. A demonstration: remove its data folder. Otherwise start that version, or give another DATABASE_URL.`,
      );
    const unknown = rows.find(({ name }) => !known.has(name));
    if (unknown)
      throw new NewerDatabase(
        `This database was made by a newer version of Wieg (it knows ${unknown.name}). Start that version, or give another DATABASE_URL.`,
      );
  });
}

/** graphile-worker closes its tables to all but their owner; the worker runs the jobs without owning them. */
async function shareJobQueue(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query(`do $$ declare t text; begin
      grant usage on schema graphile_worker to wieg_worker, wieg_guard;
      grant all on all tables in schema graphile_worker to wieg_worker, wieg_guard;
      grant all on all sequences in schema graphile_worker to wieg_worker, wieg_guard;
      grant execute on all functions in schema graphile_worker to wieg_worker, wieg_guard;
      for t in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'graphile_worker' and c.relkind = 'r' and c.relrowsecurity
          and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'queue') loop
        execute format('create policy queue on graphile_worker.%I to wieg_worker, wieg_guard using (true) with check (true)', t);
      end loop;
    end $$`);
  });
}

async function withClient(url: string, use: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}
