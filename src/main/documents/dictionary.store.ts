import pg from "pg";

interface Column {
  readonly table: string;
  readonly about: string | null;
  readonly part: string | null;
  readonly column: string;
  readonly type: string;
  readonly needed: boolean;
  readonly meaning: string | null;
}

/** docs/data-dictionary.md, from the comments of the database itself. Raises when a table or column has none. */
export async function dictionaryPage(ownerUrl: string): Promise<string> {
  const columns = await readColumns(ownerUrl);
  const silent = columns.filter(({ about, meaning }) => !about || !meaning).map(({ table, column }) => `${table}.${column}`);
  if (silent.length > 0) throw new Error(`Without a comment: ${silent.join(", ")}.`);
  const tables = Map.groupBy(columns, ({ table }) => table);
  const pages = [...tables].map(([table, rows]) => {
    const { about, part } = rows[0] ?? { about: "", part: null };
    const lines = rows.map(
      ({ column, type, needed, meaning }) =>
        `| \`${column}\` | ${type}${needed ? "" : ", may be empty"} | ${(meaning ?? "").replaceAll("|", "\\|")} |`,
    );
    return `## ${table}\n${about}${part === null ? "" : ` Part: \`${part}\`.`}\n\n| column | type | meaning |\n|---|---|---|\n${lines.join("\n")}\n`;
  });
  return `# Data dictionary\nMade from the database's own comments by \`npm run docs\`; a test fails when it is out of date.\n\n${pages.join("\n")}`;
}

async function readColumns(ownerUrl: string): Promise<readonly Column[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Column>(`
      select (case n.nspname when 'public' then '' else n.nspname || '.' end) || c.relname as table, obj_description(c.oid, 'pg_class') as about, p.part, a.attname as column,
        format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as needed, col_description(c.oid, a.attnum) as meaning
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join protected_table p on p.name = c.relname and n.nspname = 'public' and p.scope <> 'own'
      where n.nspname in ('public', 'app') and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'migration' order by 1, a.attnum`);
    return rows;
  } finally {
    await client.end();
  }
}
