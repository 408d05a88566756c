import { execFileSync } from "node:child_process";
import { testDatabase } from "../src/platform/testing/testDatabase.ts";

// Writes src/platform/db/schema.ts from a freshly migrated database: run it after each new migration.
const database = await testDatabase();
try {
  execFileSync(
    "npx",
    [
      "kysely-codegen",
      "--url",
      database.adminUrl,
      "--out-file",
      "src/platform/db/schema.ts",
      "--include-pattern",
      "public.*",
      "--date-parser",
      "string",
      "--numeric-parser",
      "number",
    ],
    { stdio: "inherit" },
  );
} finally {
  await database.close();
}
