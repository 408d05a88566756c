import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { projectRoot } from "../../../platform/projectRoot.ts";

/** Writes at each migration which factor and which topic belongs to which theme: the list is the file's. */
export async function writeSharedThemes(ownerUrl: string): Promise<void> {
  const file = readFileSync(path.join(projectRoot, "src/registry/data/shared-themes.json"), "utf8");
  const { about: _about, ...sources } = JSON.parse(file) as { about: string } & Record<string, Record<string, string[]>>;
  const rows = Object.entries(sources).flatMap(([source, codes]) =>
    Object.entries(codes).flatMap(([code, themes]) => themes.map((theme) => ({ source, code, theme }))),
  );
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("delete from shared_theme");
    await client.query(
      "insert into shared_theme (source, code, theme) select * from jsonb_to_recordset($1::jsonb) as t(source text, code text, theme text)",
      [JSON.stringify(rows)],
    );
    await client.query("commit");
  } finally {
    await client.end();
  }
}
