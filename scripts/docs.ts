import { writeFileSync } from "node:fs";
import { documents } from "../src/main/documents/documents.ts";
import { urlFor } from "../src/platform/db/roles.ts";
import { testDatabase } from "../src/platform/testing/testDatabase.ts";

// Writes the documents that are made from the product: docs/access.md and docs/data-dictionary.md.
const database = await testDatabase();
try {
  for (const { file, text } of await documents(urlFor("wieg_owner", database.adminUrl))) writeFileSync(file, text);
} finally {
  await database.close();
}
