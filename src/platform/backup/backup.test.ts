import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import pg from "pg";
import { aLine } from "../../pathway/trajectory/testing/aLine.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { workerDatabase } from "../db/connection.ts";
import { urlFor } from "../db/roles.ts";
import { testDatabase, type TestDatabase } from "../testing/testDatabase.ts";
import { sealTrail } from "../../trust/trail/server/trail.store.ts";
import { verifyTrail } from "../../trust/trail/server/verifyTrail.ts";
import { backUp, restore } from "./backup.ts";
import { listTables } from "./tables.store.ts";

let region: Region;
let other: TestDatabase;
let folder = "";
before(async () => {
  region = await aRegion();
  other = await testDatabase();
  folder = await mkdtemp(path.join(tmpdir(), "wieg-backup-"));
  const midwife = await region.actor("midwife", "practice");
  for (let family = 0; family < 5; family += 1)
    await aLine(midwife, { mother: { givenName: "Renée\t\\N", prefix: "van 't", familyName: "Öztürk\n", birthDate: "1996-02-29" } });
  await workerDatabase()
    .transaction()
    .execute((db) => sealTrail(db));
});
after(async () => {
  await region.close();
  await other.close();
  await rm(folder, { recursive: true });
});

const ownerOf = (adminUrl: string) => urlFor("wieg_owner", adminUrl);

/** Every table with a digest of its rows: what a restore must give back. */
async function contentOf(url: string): Promise<Readonly<Record<string, string>>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const content: Record<string, string> = {};
  for (const table of await listTables(client)) {
    const { rows } = await client.query<{ digest: string }>(
      `select count(*) || '/' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from ${table.name} t`,
    );
    content[table.name] = rows[0]?.digest ?? "";
  }
  await client.end();
  return content;
}

test("what was backed up comes back to the letter in an empty database, with its trail still whole and its guards on", async () => {
  const file = path.join(folder, "whole.backup");
  await backUp(ownerOf(region.adminUrl), file, "the key");
  assert.doesNotMatch(await readFile(file, "latin1"), /Akerstraat|ztürk/);
  const { "public.trail_epoch": _before, ...made } = await contentOf(ownerOf(region.adminUrl));
  await restore(ownerOf(other.adminUrl), file, "the key");
  const { "public.trail_epoch": _after, ...back } = await contentOf(ownerOf(other.adminUrl));
  assert.deepEqual(back, made);
  const client = new pg.Client({ connectionString: ownerOf(other.adminUrl) });
  await client.connect();
  assert.equal((await verifyTrail(client, [])).whole, true);
  const { rows } = await client.query<{ name: string }>(
    "select p.name from protected_table p join pg_class c on c.relname = p.name where not (c.relforcerowsecurity and c.relrowsecurity)",
  );
  assert.deepEqual(rows, []);
  await client.query("insert into principal (kind) values ('team')"); // counters stand past what was read
  await client.end();
  await assert.rejects(restore(ownerOf(other.adminUrl), file, "the key"), /families in this database/);
});

test("a backup with another key, a changed byte or a cut-off end is refused before anything is put back", async () => {
  const file = path.join(folder, "broken.backup");
  await backUp(ownerOf(region.adminUrl), file, "the key");
  await assert.rejects(restore(ownerOf(other.adminUrl), file, "another key"), /no whole backup/);
  const bytes = await readFile(file);
  bytes[200] = (bytes[200] ?? 0) ^ 1;
  await writeFile(file, bytes);
  await assert.rejects(restore(ownerOf(other.adminUrl), file, "the key"), /no whole backup/);
  await truncate(file, 300);
  await assert.rejects(restore(ownerOf(other.adminUrl), file, "the key"), /no whole backup/);
});
