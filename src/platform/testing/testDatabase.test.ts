import assert from "node:assert/strict";
import { test } from "node:test";
import pg from "pg";
import { urlFor } from "../db/roles.ts";
import { testDatabase } from "./testDatabase.ts";

const ask = async (url: string, sql: string): Promise<unknown> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: "array" })).rows[0]?.[0];
  } finally {
    await client.end();
  }
};

test("two test databases, made at once, are migrated and know nothing of each other", async () => {
  const [one, other] = await Promise.all([testDatabase(), testDatabase()]);
  try {
    await ask(one.adminUrl, "create table mine ()");
    assert.notEqual(await ask(one.adminUrl, "select to_regclass('public.mine')"), null);
    assert.equal(await ask(other.adminUrl, "select to_regclass('public.mine')"), null);
    assert.equal(await ask(urlFor("wieg_app", other.adminUrl), "select current_user"), "wieg_app");
    assert.equal(await ask(urlFor("wieg_app", other.adminUrl), "select has_database_privilege(current_database(), 'temporary')"), false);
  } finally {
    await Promise.all([one.close(), other.close()]);
  }
});

test("a closed test database is gone", async () => {
  const database = await testDatabase();
  await database.close();
  await assert.rejects(ask(database.adminUrl, "select 1"), { code: "3D000" });
});
