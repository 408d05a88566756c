import { createHmac } from "node:crypto";
import pg from "pg";

/**
 * The roles of the database. Owner: owns and migrates. App: serves. Worker: runs jobs. Family: serves the family's own pages, with no right
 * on any table. Guard: cannot log in, owns the definer functions. App, worker and family own nothing and bypass nothing.
 */
export type DatabaseRole = "wieg_owner" | "wieg_app" | "wieg_worker" | "wieg_family";

/** The same database as one of Wieg's own roles. Passwords follow from the administrator's, so nothing more has to be kept. */
export function urlFor(role: DatabaseRole, adminUrl: string): string {
  const url = new URL(adminUrl);
  url.password = passwordOf(role, adminUrl);
  url.username = role;
  return url.toString();
}

function passwordOf(role: DatabaseRole, adminUrl: string): string {
  const secret = process.env["WIEG_DATABASE_SECRET"] ?? decodeURIComponent(new URL(adminUrl).password);
  return createHmac("sha256", secret).update(role).digest("hex");
}

/**
 * Makes the roles where they are missing and gives the owner the database. Needs CREATEROLE; safe to repeat and to run twice at once, also for
 * two databases of one cluster: roles are the cluster's, a lock is one database's, so who comes second there begins again.
 */
export async function prepareRoles(adminUrl: string): Promise<void> {
  for (let left = 50; ; left -= 1) {
    try {
      return await tryToPrepareRoles(adminUrl);
    } catch (error) {
      if (left === 0 || !changedMeanwhile(error)) throw error;
    }
  }
}

/** PostgreSQL has no code of its own for two that change one role, and says it in its own language: the routine tells. 23505: both made it. */
const changedMeanwhile = (error: unknown): boolean =>
  error instanceof pg.DatabaseError &&
  (error.routine?.startsWith("simple_heap_") === true || (error.code === "23505" && error.table === "pg_authid"));

async function tryToPrepareRoles(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock(4917001)");
    const { rows } = await client.query<{ rolname: string }>("select rolname from pg_roles where rolname like 'wieg\\_%'");
    const present = new Set(rows.map((row) => row.rolname));
    if (!present.has("wieg_guard")) await client.query("create role wieg_guard nologin nosuperuser nocreatedb nocreaterole");
    for (const role of ["wieg_owner", "wieg_app", "wieg_worker", "wieg_family"] as const) {
      const verb = present.has(role) ? "alter" : "create";
      await client.query(
        `${verb} role ${role} login nosuperuser nocreatedb nocreaterole password ${client.escapeLiteral(passwordOf(role, adminUrl))}`,
      );
    }
    if (!present.has("wieg_guard")) await client.query("grant wieg_guard to wieg_owner");
    const { rows: named } = await client.query<{ name: string }>("select quote_ident(current_database()) as name");
    // A role may change its own settings, and they outlive the session that did: what was set in one is gone at the next start.
    for (const role of ["wieg_app", "wieg_worker", "wieg_family"])
      await client.query(`alter role ${role} reset all; alter role ${role} in database ${named[0]?.name} reset all`);
    await client.query("commit");
    await client.query(`grant connect, create, temporary on database ${named[0]?.name} to wieg_owner`);
    await client.query("grant usage, create on schema public to wieg_owner");
    await client.query(`revoke create, temporary on database ${named[0]?.name} from public`);
  } finally {
    await client.end();
  }
}
