import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { urlFor } from "../../platform/db/roles.ts";
import { testDatabase, type TestDatabase } from "../../platform/testing/testDatabase.ts";
import { documents } from "./documents.ts";

let database: TestDatabase;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

test("the documents that are made from the product say what the product is now: run npm run docs", async () => {
  for (const { file, text } of await documents(urlFor("wieg_owner", database.adminUrl)))
    assert.equal(await readFile(file, "utf8"), text, file);
});
