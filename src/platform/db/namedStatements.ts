import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";
import type pg from "pg";
import { StatementBatch, type Answer } from "./statementBatch.ts";

/** More different statements than this are planned each time, so that a list of varying length can't fill the memory of the database. */
const mostNamed = 600;

let names = new Map<string, string>();
let generation = 0;

/** The same text has the same name on every connection. */
function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined || names.size >= mostNamed) return known ?? "";
  const name = `w${generation}_${names.size}`;
  names.set(text, name);
  return name;
}

/** After a migration a plan that was kept may give other columns than the table has now: from then on every statement is prepared anew. */
function forgetWhenOutdated(error: Error): void {
  if (!error.message.includes("cached plan must not change result type")) return;
  generation += 1;
  names = new Map();
}

/** What is asked of a connection in this turn, and not sent yet. */
const gathered = new WeakMap<pg.PoolClient, StatementBatch>();

/** The batch that goes to the database at the end of this turn. */
function batchOf(client: pg.PoolClient): StatementBatch {
  const known = gathered.get(client);
  if (known) return known;
  const batch = new StatementBatch({ text: "" });
  gathered.set(client, batch);
  process.nextTick(() => {
    gathered.delete(client);
    client.query(batch);
  });
  return batch;
}

/** Asks with the name of the statement, so that it is planned once for each connection, and together with what else is asked in this turn. */
export function ask<Row extends pg.QueryResultRow>(
  client: pg.PoolClient,
  text: string,
  values: readonly unknown[] = [],
): Promise<Answer<Row>> {
  return new Promise<Answer<pg.QueryResultRow>>((resolve, reject) => {
    const refuse = (error: Error) => {
      forgetWhenOutdated(error);
      reject(error);
    };
    batchOf(client).add({ text, name: nameOf(text), values, resolve, reject: refuse });
  }) as Promise<Answer<Row>>;
}

/**
 * A pool whose statements are prepared once for each connection. Under the policies, planning a page's questions costs more than answering
 * them. PgBouncer in transaction mode has to be told to keep them (max_prepared_statements, 1.21 or newer).
 */
export function withNamedStatements(pool: pg.Pool): PostgresPool {
  const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const wrap = (client: pg.PoolClient): PostgresPoolClient => {
    function query<Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>>;
    function query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>;
    function query<Row>(
      text: string | PostgresCursor<Row>,
      values: readonly unknown[] = [],
    ): Promise<PostgresQueryResult<Row>> | PostgresCursor<Row> {
      if (typeof text !== "string") throw new Error("Results are read as a whole here.");
      return ask<Row & pg.QueryResultRow>(client, text, values) as Promise<PostgresQueryResult<Row>>;
    }
    return { query, release: (destroy?: boolean) => client.release(destroy) };
  };
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      const known = wrapped.get(client) ?? wrap(client);
      wrapped.set(client, known);
      return known;
    },
  };
}
