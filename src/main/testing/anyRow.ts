import type pg from "pg";

/** What a made-up row may refer to: ids by table. */
export type Known = ReadonlyMap<string, string>;

interface Column {
  readonly name: string;
  readonly type: string;
  readonly needed: boolean;
  readonly refers_to: string | null;
  readonly refers_column: string | null;
  readonly allowed: string | null;
}

const columnsOf = `
  select a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
    a.attnotnull and not a.atthasdef and a.attidentity = '' and a.attgenerated = '' as needed,
    r.table_name as refers_to, r.column_name as refers_column,
    (select pg_get_constraintdef(k.oid) from pg_constraint k where k.conrelid = a.attrelid and k.contype = 'c' and k.conkey = array[a.attnum] and pg_get_constraintdef(k.oid) like '%= ANY%' limit 1) as allowed
  from pg_attribute a
  left join lateral (
    select f.relname as table_name, fa.attname as column_name from pg_constraint k join pg_class f on f.oid = k.confrelid
    join pg_attribute fa on fa.attrelid = f.oid and fa.attnum = k.confkey[array_position(k.conkey, a.attnum)]
    where k.conrelid = a.attrelid and k.contype = 'f' and a.attnum = any(k.conkey) and fa.attname not in ('trajectory_id', 'family_id') limit 1) r on true
  where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped`;

/**
 * A row that a table would take, made from what the database says of its columns: every column that must be filled, and those named in
 * `besides`. The access matrix needs a row in each table, also of a table that was added yesterday.
 */
export async function anyRow(
  owner: pg.Client,
  table: string,
  known: Known,
  besides: Readonly<Record<string, unknown>> = {},
): Promise<Readonly<Record<string, unknown>>> {
  const { rows } = await owner.query<Column>(columnsOf, [table]);
  const same = rows.find((column) => column.name === "id")?.refers_to ?? null; // a record that has the id of what it is about
  const row: Record<string, unknown> = { id: same === null ? crypto.randomUUID() : known.get(same) };
  for (const column of rows) {
    if (column.name in row) continue;
    if (column.name in besides) row[column.name] = besides[column.name];
    else if (column.name === "trajectory_id" || column.name === "family_id") row[column.name] = known.get(column.name.slice(0, -3));
    else if (column.name === "author_organisation_id") row[column.name] = known.get("organisation");
    else if (column.name === "author_id") row[column.name] = known.get("professional");
    else if (column.needed)
      row[column.name] = column.refers_to === null ? valueOf(column, known) : (known.get(column.refers_to) ?? (await anyOf(owner, column)));
  }
  return row;
}

/** Something that stands in the table that is referred to: a code of a list. */
async function anyOf(owner: pg.Client, column: Column): Promise<unknown> {
  const { rows } = await owner.query<{ value: unknown }>(`select ${column.refers_column} as value from ${column.refers_to} limit 1`);
  return rows[0]?.value;
}

function valueOf(column: Column, known: Known): unknown {
  const first = column.allowed === null ? null : /'([^']+)'/.exec(column.allowed)?.[1];
  if (first) return first;
  if (column.type === "uuid") return known.get(column.name.replace(/_id$|_by$/, "")) ?? crypto.randomUUID();
  if (column.type.endsWith("[]")) return [];
  if (column.type === "date") return "2026-01-05";
  if (column.type.startsWith("timestamp")) return "2026-01-05T10:00:00Z";
  if (column.type === "boolean") return false;
  if (column.type.startsWith("json")) return "{}";
  if (/int|numeric/.test(column.type)) return 1;
  return "verzonnen tekst";
}

/** Puts a row in as the owner, who stands above the policies. */
export async function putRow(owner: pg.Client, table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
  const names = Object.keys(row);
  await owner.query(
    `insert into ${table} (${names.map((name) => `"${name}"`).join(", ")}) values (${names.map((_, place) => `$${place + 1}`).join(", ")})`,
    Object.values(row),
  );
}
