// The demonstration region for the browser tests: filled once by real acts, which takes a while, and copied for each run.
import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import path from "node:path";

/** Changes with the tables, with the stories, and with the day: all dates of the region are relative to it. */
function nameOf(root, template) {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Amsterdam" }).format(new Date());
  const hash = createHash("sha256").update(`${template} ${today}`);
  for (const file of globSync("src/main/demonstration/**/*.ts", { cwd: root }).toSorted()) hash.update(readFileSync(path.join(root, file)));
  return `wieg_demonstration_${hash.digest("hex").slice(0, 12)}`;
}

const LOCK = 4917003;
const KEPT = 2;

/** Half made, of a run that was broken off; or of an earlier day. Only under the lock: nobody else is filling. */
async function dropOld(client) {
  const { rows } = await client.query(
    `select datname from (select datname, datistemplate as finished, row_number() over (order by datistemplate desc, oid desc) as place
       from pg_database where datname like 'wieg\\_demonstration\\_%') as made where not finished or place > $1`,
    [KEPT],
  );
  for (const { datname } of rows) {
    await client.query(`alter database "${datname}" with is_template false`);
    await client.query(`drop database "${datname}" with (force)`);
  }
}

/**
 * The name of a database filled with the demonstration region, to copy. `fill` is called with the address of an empty, migrated one when it
 * isn't there yet. Several runs may ask at once: one fills, the others wait.
 */
export async function demonstrationTemplate(root, { adminUrl, template }, fill) {
  const { asAdmin, databaseUrl } = await import("../src/platform/testing/testTemplate.ts");
  const name = nameOf(root, template);
  return asAdmin(adminUrl, async (client) => {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    const made = await client.query("select from pg_database where datname = $1 and datistemplate", [name]);
    if (made.rowCount === 1) return name;
    await dropOld(client);
    await client.query(`create database "${name}" template "${template}" strategy file_copy`);
    await client.query(`grant connect, create, temporary on database "${name}" to wieg_owner`);
    await fill(databaseUrl(adminUrl, name));
    await client.query(`alter database "${name}" with is_template true`);
    return name;
  });
}
