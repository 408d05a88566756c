import pg from "pg";
import { people } from "./people.store.ts";
import { access, care, families, lot, search, type Rows } from "./rows.store.ts";
import type { Size } from "./size.ts";

/** Tables that are filled by the hundred thousand: their indexes are made after the rows, which is many times quicker. */
const filled =
  "family family_member family_address family_contact trajectory birth care_relation consent access_grant line_holds signal record_history vulnerability_assessment category_route work_item trail_event family_search".split(
    " ",
  );
/** Statements that run at once: one for each core of the machine that the goal speaks of. */
const atOnce = 2;

/** Safety at a power cut is given up while filling: whoever falls out begins again. */
const hasty = {
  fsync: "off",
  full_page_writes: "off",
  max_wal_size: "'16GB'",
  checkpoint_timeout: "'1h'",
  autovacuum: "off",
};
const session =
  "set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'; set maintenance_work_mem = '1GB'; set max_parallel_maintenance_workers = 1; set statement_timeout = 0";

interface Step {
  readonly what: string;
  readonly sql: string;
}

type Say = (line: string) => void;

/**
 * Fills a migrated database with a region or a country of open lines, as an administrator who stands above triggers and policies, and checks
 * some lines against what the database itself would have made. What is done is kept in the schema `bench`: broken off, it goes on where it was.
 */
export async function fill(adminUrl: string, size: Size, say: Say): Promise<void> {
  const clients = await Promise.all(Array.from({ length: atOnce }, () => open(adminUrl)));
  const [first] = clients;
  if (!first) return;
  const start = performance.now();
  try {
    for (const [name, value] of Object.entries(hasty)) await first.query(`alter system set ${name} = ${value}`);
    await first.query("select pg_reload_conf()");
    await remember(first);
    const filling = new Filling(clients, say);
    await filling.run([{ what: "people", sql: people(size).join(";\n") }]);
    await filling.run([...families, ...access, ...care].flatMap((rows) => inLots(rows, size)));
    await filling.run(await indexesOf(first, (table) => table !== "family_search"));
    await filling.run(filled.filter((table) => table !== "family_search").map(counted));
    await filling.run(inLots(search, size));
    await filling.run(await indexesOf(first, (table) => table === "family_search"));
    await filling.run(["family_search", "organisation", "team", "principal", "professional", "membership", "session"].map(counted));
    await first.query("set session_replication_role = origin");
    await checkGrants(first);
  } finally {
    await first.query("insert into bench.spent values ($1)", [(performance.now() - start) / 60_000]);
    await first.query("alter system reset all");
    await first.query("select pg_reload_conf()");
    await first.query("checkpoint");
    await Promise.all(clients.map((client) => client.end()));
  }
}

async function open(adminUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(session);
  return client;
}

/** What is done, and the indexes that wait until the rows are in. */
async function remember(client: pg.Client): Promise<void> {
  await client.query(`
    create schema if not exists bench;
    create table if not exists bench.done (what text primary key, rows integer not null, seconds real not null, at timestamptz not null default now());
    create table if not exists bench.spent (minutes real not null);
    create table if not exists bench.waiting_index (name text primary key, of_table text not null, definition text not null)`);
  const { rows } = await client.query<{ name: string }>(
    `insert into bench.waiting_index (name, of_table, definition)
     select i.indexname, i.tablename, i.indexdef from pg_indexes i join pg_class c on c.relname = i.indexname and c.relnamespace = 'public'::regnamespace
     where i.schemaname = 'public' and i.tablename = any($1) and not exists (select from pg_constraint k where k.conindid = c.oid)
       and not exists (select from bench.done)
     returning name`,
    [filled],
  );
  for (const { name } of rows) await client.query(`drop index public.${name}`);
}

async function indexesOf(client: pg.Client, ofTable: (table: string) => boolean): Promise<readonly Step[]> {
  const { rows } = await client.query<{ name: string; table: string; definition: string }>(
    'select name, of_table as "table", definition from bench.waiting_index order by pg_table_size(of_table::regclass) desc, name',
  );
  return rows.filter(({ table }) => ofTable(table)).map(({ name, definition }) => ({ what: `index ${name}`, sql: definition }));
}

const inLots = ({ what, sql }: Rows, { lines }: Size): readonly Step[] =>
  Array.from({ length: Math.ceil(lines / lot) }, (_, nth) => {
    const from = nth * lot + 1;
    return { what: `${what} from ${from}`, sql: sql(from, Math.min(from + lot - 1, lines)) };
  });

const counted = (table: string): Step => ({ what: `counting ${table} for the planner`, sql: `vacuum (analyze, freeze) ${table}` });

/** Does steps, some at once, and each only once however often the filling is begun. */
class Filling {
  readonly #clients: readonly pg.Client[];
  readonly #say: Say;
  readonly #start = performance.now();

  constructor(clients: readonly pg.Client[], say: Say) {
    this.#clients = clients;
    this.#say = say;
  }

  async run(steps: readonly Step[]): Promise<void> {
    const { rows } = (await this.#clients[0]?.query<{ what: string }>("select what from bench.done")) ?? { rows: [] };
    const done = new Set(rows.map(({ what }) => what));
    const left = steps.filter(({ what }) => !done.has(what));
    let next = 0;
    await Promise.all(
      this.#clients.map(async (client) => {
        for (let step = left[next++]; step; step = left[next++]) await this.#do(client, step, `${next} of ${left.length}`);
      }),
    );
  }

  async #do(client: pg.Client, { what, sql }: Step, place: string): Promise<void> {
    const start = performance.now();
    const alone = sql.startsWith("vacuum"); // in no transaction
    if (!alone) await client.query("begin");
    const result = await client.query(sql);
    const rows = Array.isArray(result) ? 0 : ((result as pg.QueryResult).rowCount ?? 0);
    const seconds = (performance.now() - start) / 1000;
    await client.query("insert into bench.done (what, rows, seconds) values ($1, $2, $3)", [what, rows, seconds]);
    if (!alone) await client.query("commit");
    const minutes = ((performance.now() - this.#start) / 60_000).toFixed(1);
    this.#say(`${minutes.padStart(5)} min  ${place.padEnd(10)} ${what}: ${rows} rows in ${seconds.toFixed(1)} s`);
  }
}

/** The bulk grants must be what the database itself would make. */
async function checkGrants(client: pg.Client): Promise<void> {
  const granted = "select principal, part, may_write, social_only, until from access_grant where trajectory_id = $1 order by 1, 2";
  const { rows } = await client.query<{ id: string }>("select id from trajectory order by id limit 3");
  for (const line of rows) {
    const before = await client.query(granted, [line.id]);
    await client.query("select trust.recompute_grants($1)", [line.id]);
    const after = await client.query(granted, [line.id]);
    if (JSON.stringify(before.rows) !== JSON.stringify(after.rows))
      throw new Error("The benchmark's grants are not those that the database would make.");
  }
}
