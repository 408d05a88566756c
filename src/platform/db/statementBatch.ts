import pg from "pg";
import utils from "pg/lib/utils.js";

/** What a statement gave. */
export interface Answer<Row> {
  readonly command: string;
  readonly rowCount: number;
  readonly rows: Row[];
}

type Row = Record<string, unknown>;
type TypeId = Parameters<typeof pg.types.getTypeParser>[0];
/** Makes a value of what PostgreSQL wrote. */
type Read = (text: string) => unknown;

/** A statement that a connection keeps prepared. What its rows hold is asked with it, the first time alone. */
interface Prepared {
  readonly name: string;
  columns: readonly { readonly name: string; readonly read: Read }[];
}

export interface Asked {
  readonly text: string;
  /** Empty for one that is prepared each time. */
  readonly name: string;
  readonly values: readonly unknown[];
  readonly resolve: (answer: Answer<Row>) => void;
  readonly reject: (error: Error) => void;
}

/** A connection of pg, as far as it is used here: its own types leave some of it out. */
export interface Connection {
  readonly stream: { cork?: () => void; uncork?: () => void };
  parse(message: { name: string; text: string }): void;
  describe(message: { type: "S"; name: string }): void;
  bind(message: { statement: string; values: readonly unknown[]; valueMapper: (value: unknown) => unknown }): void;
  execute(message: null): void;
  sync(): void;
  on(event: "parseComplete", listener: () => void): void;
}

/** What a connection has prepared, by name, and which batches it still has to answer. */
class Memory {
  readonly prepared = new Map<string, Prepared>();
  readonly underWay: StatementBatch[] = [];

  constructor(connection: Connection) {
    connection.on("parseComplete", () => this.underWay[0]?.handleParseComplete());
  }
}

const memories = new WeakMap<Connection, Memory>();

function memoryOf(connection: Connection): Memory {
  const memory = memories.get(connection) ?? new Memory(connection);
  memories.set(connection, memory);
  return memory;
}

/**
 * Statements that are asked in one turn, as one question to the database with one answer: `pg` would end each with a Sync of its own, and
 * PostgreSQL answer each with a packet of its own. What follows a statement that failed is not run.
 */
export class StatementBatch extends pg.Query {
  readonly #asked: Asked[] = [];
  readonly #answered: Answer<Row>[] = [];
  readonly #prepared: Prepared[] = [];
  /** What is prepared for the first time, in its order, and how much of it the database has. */
  readonly #parsed: Prepared[] = [];
  #parsedCount = 0;
  #rows: Row[] = [];
  #memory: Memory | null = null;

  get texts(): readonly string[] {
    return this.#asked.map(({ text }) => text);
  }

  add(asked: Asked): void {
    this.#asked.push(asked);
  }

  override submit = (given: unknown): void => {
    const connection = given as Connection;
    this.#memory = memoryOf(connection);
    this.#memory.underWay.push(this);
    connection.stream.cork?.();
    for (const asked of this.#asked) this.#send(connection, this.#memory, asked);
    connection.sync();
    connection.stream.uncork?.();
  };

  #send(connection: Connection, { prepared }: Memory, { name, text, values }: Asked): void {
    let statement = prepared.get(name);
    if (statement === undefined) {
      statement = { name, columns: [] };
      if (name !== "") prepared.set(name, statement);
      this.#parsed.push(statement);
      connection.parse({ name, text });
      connection.describe({ type: "S", name });
    }
    this.#prepared.push(statement);
    connection.bind({ statement: name, values, valueMapper: utils.prepareValue });
    connection.execute(null);
  }

  handleParseComplete(): void {
    this.#parsedCount += 1;
  }

  handleRowDescription({ fields }: { fields: readonly { name: string; dataTypeID: TypeId }[] }): void {
    const statement = this.#prepared[this.#answered.length];
    if (!statement) return;
    statement.columns = fields.map(({ name, dataTypeID }) => ({ name, read: pg.types.getTypeParser(dataTypeID) as Read }));
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    const row: Row = {};
    const columns = this.#prepared[this.#answered.length]?.columns ?? [];
    for (const [nr, { name, read }] of columns.entries()) {
      const text = fields[nr] ?? null;
      row[name] = text === null ? null : read(text);
    }
    this.#rows.push(row);
  }

  handleCommandComplete({ text }: { text: string }): void {
    const [command = "", ...numbers] = text.split(" ");
    this.#answered.push({ command, rowCount: Number(numbers.at(-1)) || 0, rows: this.#rows });
    this.#rows = [];
  }

  handleEmptyQuery(): void {
    this.#answered.push({ command: "", rowCount: 0, rows: [] });
  }

  handleReadyForQuery(): void {
    this.#end(new Error("The database gave no answer."));
  }

  handleError(error: Error): void {
    for (const { name } of this.#parsed.slice(this.#parsedCount)) this.#memory?.prepared.delete(name);
    this.#end(error);
  }

  /** Each has its answer; the one that failed and those behind it have its error. */
  #end(error: Error): void {
    const waiting = this.#memory?.underWay ?? [];
    const place = waiting.indexOf(this);
    if (place >= 0) waiting.splice(place, 1);
    for (const [nr, { resolve, reject }] of this.#asked.entries()) {
      const answer = this.#answered[nr];
      if (answer) resolve(answer);
      else reject(error);
    }
    this.emit("end");
  }
}
