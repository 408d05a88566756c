import { globSync } from "node:fs";
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

/** Makes the roles, the job queue and every table that is missing. Raises when no migration was found: an empty glob is a fault. */
export async function migrateDatabase(adminUrl: string): Promise<{ ran: number }> {
  await prepareRoles(adminUrl);
  const ownerUrl = urlFor("wieg_owner", adminUrl);
  const files = globSync(migrationGlob, { cwd: projectRoot });
  if (files.length === 0) throw new Error(`No migrations found at ${migrationGlob}.`);
  await refuseNewerDatabase(ownerUrl, files);
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
  return { ran: ran.length };
}

async function refuseNewerDatabase(ownerUrl: string, files: readonly string[]): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    const { rows: table } = await client.query<{ there: string | null }>("select to_regclass('public.migration') as there");
    if (!table[0]?.there) return;
    const known = new Set(files.map((file) => path.basename(file, ".sql")));
    const { rows } = await client.query<{ name: string }>("select name from migration order by id");
    const unknown = rows.find((row) => !known.has(row.name));
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
