// The demonstration region for the browser tests: filled once by real acts, which takes a while, and copied for each run.
import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import path from "node:path";

/** Changes with the tables, with the stories, and with the day: all dates of the region are relative to it. */
function nameOf(root, template) {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Amsterdam" }).format(new Date());
  const hash = createHash("sha256").update(`${template} ${today}`);
  for (const file of globSync("src/main/demonstration/*.ts", { cwd: root }).toSorted()) hash.update(readFileSync(path.join(root, file)));
  return `wieg_demonstration_${hash.digest("hex").slice(0, 12)}`;
}

/**
 * The name of a database filled with the demonstration region, to copy. `fill` is called with the address of an empty, migrated one when it
 * isn't there yet.
 */
export async function demonstrationTemplate(root, { adminUrl, template }, fill) {
  const { asAdmin, databaseUrl } = await import("../src/platform/testing/testTemplate.ts");
  const name = nameOf(root, template);
  return asAdmin(adminUrl, async (client) => {
    const { rows } = await client.query(
      "select datname, datistemplate as finished from pg_database where datname like 'wieg\\_demonstration\\_%'",
    );
    if (rows.some((row) => row.datname === name && row.finished)) return name;
    for (const { datname } of rows) {
      await client.query(`alter database "${datname}" with is_template false`);
      await client.query(`drop database "${datname}" with (force)`);
    }
    await client.query(`create database "${name}" template "${template}" strategy file_copy`);
    await client.query(`grant connect, create, temporary on database "${name}" to wieg_owner`);
    await fill(databaseUrl(adminUrl, name));
    await client.query(`alter database "${name}" with is_template true`);
    return name;
  });
}
