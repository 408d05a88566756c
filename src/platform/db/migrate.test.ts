import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import pg from "pg";
import { testDatabase, type TestDatabase } from "../testing/testDatabase.ts";
import { migrateDatabase, NewerDatabase, OutdatedDatabase } from "./migrate.ts";
import { urlFor } from "./roles.ts";

let database: TestDatabase;
let owner: pg.Client;
before(async () => {
  database = await testDatabase();
  owner = new pg.Client({ connectionString: urlFor("wieg_owner", database.adminUrl) });
  await owner.connect();
});
after(async () => {
  await owner.end();
  await database.close();
});

test("a database that is up to date stays as it is", async () => {
  assert.deepEqual(await migrateDatabase(database.adminUrl), { ran: 0 });
});

for (const [sentence, change, undo, refusal] of [
  [
    "made by a newer Wieg",
    "insert into migration (name, run_on) values ('later', now())",
    "delete from migration where name = 'later'",
    NewerDatabase,
  ],
  [
    "made with another text of a migration",
    "update migration set digest = 'x' || digest where name = (select min(name) from migration)",
    "update migration set digest = substr(digest, 2) where digest like 'x%'",
    OutdatedDatabase,
  ],
  [
    "from before digests were kept",
    "alter table migration rename column digest to earlier",
    "alter table migration rename column earlier to digest",
    OutdatedDatabase,
  ],
] as const)
  test(`a database ${sentence} is refused in one sentence, before anything is changed`, async () => {
    await owner.query(change);
    await assert.rejects(migrateDatabase(database.adminUrl), (error) => error instanceof refusal && !error.message.includes("\n"));
    await owner.query(undo);
    assert.deepEqual(await migrateDatabase(database.adminUrl), { ran: 0 });
  });
