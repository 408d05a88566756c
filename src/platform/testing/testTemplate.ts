import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { prepareDatabase } from "../../main/prepareDatabase.ts";
import { projectRoot } from "../projectRoot.ts";

/** All that decides how a fresh database looks. */
const INGREDIENTS = [
  "src/**/sql/*.sql",
  "src/trust/access/rules/*.ts",
  "src/**/pages/*.work.ts",
  "src/main/workKinds.ts",
  "src/registry/admin/rules/*.ts",
  "src/platform/db/migrate.ts",
  "src/platform/db/roles.ts",
  "src/registry/data/*.json",
];
const TEMPLATE_LOCK = 4917002;
const KEPT_TEMPLATES = 4;

/** The same server, another database. */
export const databaseUrl = (adminUrl: string, name: string): string => {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.toString();
};

/** Runs with a connection of its own to the administrator's database and closes it. */
export const asAdmin = async <Answer>(adminUrl: string, use: (client: pg.Client) => Promise<Answer>): Promise<Answer> => {
  const client = new pg.Client({ connectionString: databaseUrl(adminUrl, "postgres"), application_name: "wieg-test" });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
};

const templateName = (): string => {
  const hash = createHash("sha256");
  const files = globSync(INGREDIENTS, { cwd: projectRoot }).filter((file) => !file.endsWith(".test.ts"));
  for (const file of files.toSorted()) hash.update(file).update(readFileSync(path.join(projectRoot, file)));
  return `wieg_template_${hash.digest("hex").slice(0, 12)}`;
};

/** Only a finished template is marked as one. */
const isFinished = async (client: pg.Client, name: string): Promise<boolean> =>
  (await client.query("select from pg_database where datname = $1 and datistemplate", [name])).rowCount === 1;

const drop = (client: pg.Client, name: string): Promise<unknown> => client.query(`drop database if exists "${name}" with (force)`);

const build = async (client: pg.Client, adminUrl: string, name: string): Promise<void> => {
  await drop(client, name);
  await client.query(`create database "${name}" template template0`);
  await prepareDatabase(databaseUrl(adminUrl, name));
  await client.query(`comment on database "${name}" is '${new Date().toISOString()}'`);
  await client.query(`alter database "${name}" with is_template true allow_connections false`);
};

const dropOldTemplates = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ datname: string }>(
    `select datname from pg_database where datname like 'wieg\\_template\\_%' and datistemplate
     order by shobj_description(oid, 'pg_database') desc offset ${KEPT_TEMPLATES}`,
  );
  for (const { datname } of rows) {
    await client.query(`alter database "${datname}" with is_template false`);
    await drop(client, datname);
  }
};

/** The name of a migrated database to copy, made when the migrations changed. Several processes may ask at once: one builds, all wait. */
export const ensureTemplate = (adminUrl: string): Promise<string> =>
  asAdmin(adminUrl, async (client) => {
    const wanted = templateName();
    if (await isFinished(client, wanted)) return wanted;
    await client.query("select pg_advisory_lock($1)", [TEMPLATE_LOCK]);
    for (;;) {
      const name = templateName();
      if (await isFinished(client, name)) return name;
      await build(client, adminUrl, name);
      await dropOldTemplates(client);
      if (name === templateName()) return name; // else somebody edited a migration meanwhile
    }
  });
