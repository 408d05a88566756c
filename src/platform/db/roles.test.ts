import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import pg from "pg";
import { testDatabase, type TestDatabase } from "../testing/testDatabase.ts";
import { prepareRoles, urlFor } from "./roles.ts";

let database: TestDatabase;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

const withClient = async <Result>(url: string, run: (client: pg.Client) => Promise<Result>): Promise<Result> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
};

test("what the application set for itself is gone at the next start", async () => {
  const app = urlFor("wieg_app", database.adminUrl);
  const limit = () => withClient(app, async (client) => (await client.query<{ work_mem: string }>("show work_mem")).rows[0]?.work_mem);
  const usual = await limit();
  await withClient(app, (client) => client.query(`alter role wieg_app in database "${database.name}" set work_mem = '65kB'`));
  assert.equal(await limit(), "65kB");
  await prepareRoles(database.adminUrl);
  assert.equal(await limit(), usual);
});

test("two databases of one cluster prepare the same roles at once", async () => {
  const other = await testDatabase();
  const both = [database.adminUrl, other.adminUrl];
  try {
    for (let round = 0; round < 10; round += 1) await Promise.all(both.map((url) => prepareRoles(url)));
    for (const url of both)
      assert.equal(await withClient(urlFor("wieg_app", url), async (client) => (await client.query("select 1")).rowCount), 1);
  } finally {
    await other.close();
  }
});
