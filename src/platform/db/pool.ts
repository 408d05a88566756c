import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { withNamedStatements } from "./namedStatements.ts";
import type { DB } from "./schema.ts";

/** Days come as `2026-03-12`, not as a moment in some time zone. */
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day);
pg.types.setTypeParser(pg.types.builtins.INT8, (value) => Number(value));

export type Database = Kysely<DB>;

/** The connections behind a database, for transactions that send several statements at once. */
export const poolOf = new WeakMap<Database, pg.Pool>();

/** Connections for one role. Statements, locks and idle transactions are bounded, so that one hanging request stops nobody else. */
export function openDatabase(url: string, options: { connections?: number; name?: string } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 10,
    application_name: options.name ?? "wieg",
    pipeline: true, // what is asked at once is sent at once
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 30_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 30_000,
  });
  pool.on("error", () => undefined); // a connection that breaks while idle is replaced at its next use
  pool.on("connect", (client) => client.on("error", () => undefined)); // and one that breaks in a transaction ends that transaction, not the process
  const database: Database = new Kysely<DB>({ dialect: new PostgresDialect({ pool: withNamedStatements(pool) }) });
  poolOf.set(database, pool);
  return database;
}
