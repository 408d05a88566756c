import {
  DefaultQueryExecutor,
  type DatabaseConnection,
  DummyDriver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  Transaction,
} from "kysely";
import type pg from "pg";
import { ask } from "./namedStatements.ts";
import { type Database, poolOf } from "./pool.ts";
import type { DB } from "./schema.ts";

const adapter = new PostgresAdapter();
const compiler = new PostgresQueryCompiler();
const driver = new DummyDriver(); // begin and commit are said here, not by Kysely
const dialect = {
  createAdapter: () => adapter,
  createDriver: () => driver,
  createIntrospector: (database: Database) => new PostgresIntrospector(database),
  createQueryCompiler: () => compiler,
};
const changes = new Set(["INSERT", "UPDATE", "DELETE", "MERGE"]);

/** One connection for the length of one transaction; it answers nobody afterwards. */
class OpenConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient;
  #open = true;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  async executeQuery<Row>({ sql, parameters }: { sql: string; parameters: readonly unknown[] }) {
    if (!this.#open) throw new Error("The transaction is over.");
    const { command, rowCount, rows } = await ask<Row & pg.QueryResultRow>(this.#client, sql, parameters);
    return changes.has(command) ? { rows, numAffectedRows: BigInt(rowCount ?? 0) } : { rows };
  }

  streamQuery(): never {
    throw new Error("Results are read as a whole here.");
  }

  close(): void {
    this.#open = false;
  }
}

/** What came of a transaction, and what is still on its way to the database when the commit is asked. */
export interface Outcome<Result> {
  readonly result: Result;
  readonly onItsWay: Promise<unknown> | null;
}

/**
 * One transaction, in which statements that are asked at once are sent at once: Kysely's own waits for each answer. `begin` goes along with
 * the first statement, and the commit with what is still on its way: when that fails, the commit is not run.
 */
export async function inTransaction<Result>(database: Database, run: (db: Transaction<DB>) => Promise<Outcome<Result>>): Promise<Result> {
  const pool = poolOf.get(database);
  if (!pool) throw new Error("The database is not connected yet.");
  const client = await pool.connect();
  const connection = new OpenConnection(client);
  const executor = new DefaultQueryExecutor(compiler, adapter, { provideConnection: (consumer) => consumer(connection) });
  const db = new Transaction<DB>({ config: { dialect }, dialect, driver, executor });
  let broken = false;
  try {
    ask(client, "begin").catch(() => undefined); // then the first statement fails as well, and says so
    const { result, onItsWay } = await run(db);
    const [arrived, committed] = await Promise.allSettled([onItsWay, ask(client, "commit")]);
    if (arrived.status === "rejected") throw arrived.reason;
    if (committed.status === "rejected") throw committed.reason;
    if (committed.value.command === "ROLLBACK") throw new Error("The transaction was broken off before its end.");
    return result;
  } catch (error) {
    await ask(client, "rollback").catch(() => (broken = true));
    throw error;
  } finally {
    connection.close();
    client.release(broken);
  }
}
