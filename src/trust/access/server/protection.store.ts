import pg from "pg";

/** Thrown when the database would not keep the rules: Wieg then refuses to serve. */
export class Unprotected extends Error {}

/**
 * Looks whether the database keeps its promises before anyone is served: every table is either protected with forced row-level security or
 * on the short list of tables that hold no care data, and the roles that serve own nothing and bypass nothing [access.md 3].
 */
export async function checkProtection(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const open = await client.query<{ name: string }>(
      `select c.relname as name from pg_class c join protected_table p on p.name = c.relname
       where c.relnamespace = 'public'::regnamespace and not (c.relrowsecurity and c.relforcerowsecurity)
       union all select name from protected_table where to_regclass('public.' || quote_ident(name)) is null`,
    );
    if (open.rows.length > 0) throw new Unprotected(`Row-level security is not forced on: ${open.rows.map((row) => row.name).join(", ")}.`);
    const roles = await client.query<{ name: string }>(
      `select r.rolname as name from pg_roles r where r.rolname in ('wieg_app', 'wieg_worker', 'wieg_family')
       and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or exists (select from pg_class c where c.relowner = r.oid)
         or exists (select from pg_auth_members m where m.member = r.oid))`,
    );
    if (roles.rows.length > 0) throw new Unprotected(`These roles may do too much: ${roles.rows.map((row) => row.name).join(", ")}.`);
    const family = await client.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname not in ('pg_catalog', 'information_schema') and c.relkind in ('r', 'v', 'm', 'p') and has_table_privilege('wieg_family', c.oid, 'select, insert, update, delete')
       union all select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname not in ('pg_catalog', 'information_schema', 'family') and p.prosecdef and has_function_privilege('wieg_family', p.oid, 'execute')
         and has_schema_privilege('wieg_family', n.oid, 'usage')`,
    );
    if (family.rows.length > 0)
      throw new Unprotected(`The family's own pages may reach: ${family.rows.map((row) => row.name).join(", ")}.`);
  } finally {
    await client.end();
  }
}
