import type pg from "pg";

/** A table in a backup: its name with schema, its columns in order. */
export interface BackupTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/** What is not kept, and with the sessions all that hangs on them: a restored database begins with nobody signed in. */
const leftOut = ["public.session", "public.handled_request", "public.migration", "public.postcode_chunk", "app.clock"];

/** Every table of Wieg, parents before children, so that it can be read back in this order. Partitions come with their parent. */
export async function listTables(client: pg.Client): Promise<readonly BackupTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; needs: string[] }>(`
    select n.nspname || '.' || c.relname as name,
      array(select quote_ident(a.attname) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
      array(select distinct fn.nspname || '.' || f.relname from pg_constraint k join pg_class f on f.oid = k.confrelid join pg_namespace fn on fn.oid = f.relnamespace
        where k.conrelid = c.oid and k.contype = 'f' and f.oid <> c.oid) as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'app') and c.relkind in ('r', 'p') and not c.relispartition order by 1`);
  return inOrder(rows.filter((row) => !leftOut.includes(row.name) && !row.needs.includes("public.session")));
}

function inOrder(tables: readonly (BackupTable & { readonly needs: readonly string[] })[]): readonly BackupTable[] {
  const names = new Set(tables.map((table) => table.name));
  const placed: BackupTable[] = [];
  const done = new Set<string>();
  let left = [...tables];
  while (left.length > 0) {
    const ready = left.filter((table) => table.needs.every((need) => done.has(need) || !names.has(need)));
    if (ready.length === 0) throw new Error(`These tables need each other: ${left.map((table) => table.name).join(", ")}.`);
    for (const table of ready) {
      placed.push({ name: table.name, columns: table.columns });
      done.add(table.name);
    }
    left = left.filter((table) => !done.has(table.name));
  }
  return placed;
}

export async function listMigrations(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>("select name from public.migration order by name");
  return rows.map((row) => row.name);
}

/** Empties the database and puts its guards aside, within the restoring transaction: policies and triggers are for people, not for what they made. */
export async function openForRestore(client: pg.Client, tables: readonly BackupTable[]): Promise<void> {
  await client.query(
    `truncate ${[...tables.map((table) => table.name), "public.session", "public.handled_request", "public.postcode_chunk", "app.clock"].join(", ")} cascade`,
  );
  for (const { name } of tables) await client.query(`alter table ${name} disable trigger user, no force row level security`);
}

/** Puts the guards back, sets the counters past what was read, and begins a new stretch of the trail. */
export async function closeAfterRestore(client: pg.Client, tables: readonly BackupTable[]): Promise<void> {
  const { rows: forced } = await client.query<{ name: string }>(
    "select name from public.protected_table union select unnest(array['access_grant', 'trail_event', 'trail_seal', 'work_item'])",
  );
  const guarded = new Set(forced.map((row) => `public.${row.name}`));
  for (const { name } of tables) {
    await client.query(`alter table ${name} enable trigger user`);
    if (guarded.has(name)) await client.query(`alter table ${name} force row level security`);
  }
  const { rows: counters } = await client.query<{ table: string; column: string; sequence: string }>(`
    select n.nspname || '.' || c.relname as table, quote_ident(a.attname) as column, pg_get_serial_sequence(n.nspname || '.' || c.relname, a.attname) as sequence
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'app') and a.attidentity <> '' and not c.relispartition`);
  for (const { table, column, sequence } of counters)
    await client.query(`select setval($1, coalesce((select max(${column}) from ${table}), 0) + 1, false)`, [sequence]);
  await client.query("update public.trail_epoch set epoch = epoch + 1");
  await client.query("select app.enqueue('send-mail', '{}')");
}
