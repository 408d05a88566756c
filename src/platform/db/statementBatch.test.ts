import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import pg from "pg";
import { testDatabase, type TestDatabase } from "../testing/testDatabase.ts";
import { ask } from "./namedStatements.ts";

let database: TestDatabase;
let pool: pg.Pool;
let client: pg.PoolClient;
before(async () => {
  database = await testDatabase();
  pool = new pg.Pool({ connectionString: database.adminUrl, pipeline: true, max: 1 });
});
after(async () => {
  await pool.end();
  await database.close();
});
beforeEach(async () => {
  client = await pool.connect();
  client.release(); // it stays this one: the pool has no other
});

const number = (text: string, values: readonly unknown[] = []) => ask<{ n: number }>(client, text, values).then(({ rows }) => rows[0]?.n);

test("what is asked in one turn has each its own answer, also the same question twice", async () => {
  const answers = await Promise.all([
    number("select $1::int as n", [1]),
    number("select $1::int as n", [2]),
    number("select 3 as n"),
    ask(client, "create temporary table if not exists kept (a int)"),
    ask(client, "insert into kept select generate_series(1, $1::int)", [5]),
    ask(client, "select a, null as b from kept where a < 3 order by a"),
    ask(client, "drop table kept"),
  ]);
  assert.deepEqual(
    answers.map((answer) => (typeof answer === "object" ? [answer.command, answer.rowCount, answer.rows.length] : answer)),
    [1, 2, 3, ["CREATE", 0, 0], ["INSERT", 5, 0], ["SELECT", 2, 2], ["DROP", 0, 0]],
  );
});

test("values and rows keep their kind", async () => {
  const given = [true, "O'Brien \\ \"", ["a,b", null, "{"], { naam: "Zoë" }, null, new Date("2026-03-12T10:00:00Z")];
  const asked = () =>
    ask(client, "select $1::boolean as a, $2::text as b, $3::text[] as c, $4::jsonb as d, $5::text as e, $6::timestamptz as f", given);
  const [first, second] = [await asked(), await asked()];
  assert.deepEqual(Object.values(first.rows[0] ?? {}), given);
  assert.deepEqual(second.rows, first.rows, "prepared before");
});

test("one that fails says why; what was asked before it has its answer, what was asked after it was not done", async () => {
  const asked = await Promise.allSettled([
    number("select $1::int as n", [1]),
    number("select 1 / $1::int as n", [0]),
    number("select $1::int + 100 as n", [4]),
  ]);
  assert.deepEqual(
    asked.map((one) => (one.status === "fulfilled" ? one.value : (one.reason as { code: string }).code)),
    [1, "22012", "22012"],
  );
  assert.equal(await number("select 1 / $1::int as n", [1]), 1, "the same statement with a value that can be");
  assert.equal(await number("select $1::int + 100 as n", [4]), 104, "one that was never prepared");
});

test("a statement that can't be read is refused each time, and nothing else suffers", async () => {
  for (const time of [1, 2]) await assert.rejects(number("select nothing from nowhere"), { code: "42P01" }, `time ${time}`);
  assert.equal(await number("select 7 as n"), 7);
});

test("a failed transaction is rolled back as a whole, and the next one begins anew", async () => {
  await ask(client, "create temporary table tried (a int)");
  const act = await Promise.allSettled([
    ask(client, "begin"),
    ask(client, "insert into tried values ($1::int)", [1]),
    number("select 1 / $1::int as n", [0]),
    ask(client, "commit"),
  ]);
  assert.deepEqual(
    act.map(({ status }) => status),
    ["fulfilled", "fulfilled", "rejected", "rejected"],
  );
  assert.equal((await ask(client, "rollback")).command, "ROLLBACK");
  assert.equal(await number("select count(*)::int as n from tried"), 0);
});

test("a table that changed meanwhile is read as it is now", async () => {
  await ask(client, "create temporary table changing (a int)");
  await ask(client, "select * from changing");
  await ask(client, "alter table changing add column b int default 5");
  await assert.rejects(ask(client, "select * from changing"), { code: "0A000" });
  assert.deepEqual(await ask(client, "select * from changing"), { command: "SELECT", rowCount: 0, rows: [] });
});
