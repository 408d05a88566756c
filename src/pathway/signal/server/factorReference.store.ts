import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { projectRoot } from "../../../platform/projectRoot.ts";

/** Writes the start set of factors at each migration: codes that the database does not know yet. What a region made of its list is not touched. */
export async function writeFactors(ownerUrl: string): Promise<void> {
  const file = readFileSync(path.join(projectRoot, "src/registry/data/factors.json"), "utf8");
  const { factors } = JSON.parse(file) as { factors: readonly object[] };
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(
      `insert into factor (code, label, kind, domain, care_kind, urgent, source, since, changed_by)
       select code, label, kind, domain, "careKind", urgent, source, '2021-10-01', null
       from jsonb_to_recordset($1::jsonb) as f(code text, label text, kind text, domain text, "careKind" text, urgent boolean, source text)
       where not exists (select from factor known where known.code = f.code)`,
      [JSON.stringify(factors)],
    );
  } finally {
    await client.end();
  }
}
