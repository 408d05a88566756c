import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";
import type pg from "pg";

/** More different statements than this are planned each time, so that a list of varying length can't fill the memory of the database. */
const mostNamed = 600;

let names = new Map<string, string>();
let generation = 0;

/** The same text has the same name on every connection; begin, commit and what has no values need none. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= mostNamed) return known;
  const name = `w${generation}_${names.size}`;
  names.set(text, name);
  return name;
}

/** After a migration a plan that was kept may give other columns than the table has now: from then on every statement is prepared anew. */
function forgetWhenOutdated(error: unknown): void {
  if (!(error instanceof Error) || !error.message.includes("cached plan must not change result type")) return;
  generation += 1;
  names = new Map();
}

/** Each write to the database wakes it: what is asked in one turn goes in one. `connection` is not in the types of pg. */
function holdUntilEndOfTurn(client: pg.PoolClient): void {
  const { connection } = client as unknown as { connection?: { stream?: { cork?: () => void; uncork?: () => void } } };
  const stream = connection?.stream;
  if (!stream?.cork) return;
  stream.cork();
  process.nextTick(() => stream.uncork?.());
}

/** Asks with the name of the statement, so that it is planned once for each connection. */
export function ask<Row extends pg.QueryResultRow>(
  client: pg.PoolClient,
  text: string,
  values: readonly unknown[] = [],
): Promise<pg.QueryResult<Row>> {
  const name = values.length > 0 ? nameOf(text) : undefined;
  holdUntilEndOfTurn(client);
  const asked = client.query<Row>(name === undefined ? { text, values: [...values] } : { name, text, values: [...values] });
  asked.catch(forgetWhenOutdated);
  return asked;
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
