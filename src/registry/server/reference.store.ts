import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { projectRoot } from "../../platform/projectRoot.ts";

/** Writes the code lists that come with Wieg (municipalities) at each migration; what a region changed itself is not touched. */
export async function writeReference(ownerUrl: string): Promise<void> {
  const file = readFileSync(path.join(projectRoot, "src/registry/data/municipalities.json"), "utf8");
  const { municipalities } = JSON.parse(file) as { municipalities: readonly { code: string; name: string; subregion: string }[] };
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(
      "insert into municipality (code, name, subregion) select code, name, subregion from jsonb_to_recordset($1::jsonb) as m(code text, name text, subregion text) on conflict (code) do nothing",
      [JSON.stringify(municipalities)],
    );
  } finally {
    await client.end();
  }
}
