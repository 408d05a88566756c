import { randomBytes } from "node:crypto";
import type pg from "pg";
import { isAlive } from "../embedded/processes.ts";
import { sharedTestCluster } from "./testCluster.ts";
import { asAdmin, databaseUrl, ensureTemplate } from "./testTemplate.ts";

/** A database of one test file: migrated, empty of families, nobody else's. */
export interface TestDatabase {
  readonly name: string;
  readonly adminUrl: string;
  /** Throws the database away, whoever is still connected. */
  close(): Promise<void>;
}

/** The name tells whose it is, so that what a broken-off run left behind can be cleared by the next. */
const OWNER = /^wieg_test_(\d+)_/;

const dropAbandoned = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ datname: string }>("select datname from pg_database where datname like 'wieg\\_test\\_%'");
  const abandoned = rows.filter(({ datname }) => !isAlive(Number(OWNER.exec(datname)?.[1])));
  for (const { datname } of abandoned) await client.query(`drop database if exists "${datname}" with (force)`).catch(() => null); // another run clears it too
};

/**
 * A fresh database, copied from the migrated template. The test runner names the cluster (WIEG_TEST_ADMIN_URL) and the template; without
 * it, as when a developer runs one file, the shared test cluster of this folder is used.
 *
 *     const database = await testDatabase();
 *     after(() => database.close());
 */
export const testDatabase = async (): Promise<TestDatabase> => {
  const clusterUrl = process.env["WIEG_TEST_ADMIN_URL"] ?? (await sharedTestCluster()).adminUrl;
  const template = process.env["WIEG_TEST_TEMPLATE"] ?? (await ensureTemplate(clusterUrl));
  const name = `wieg_test_${process.pid}_${randomBytes(4).toString("hex")}`;
  await asAdmin(clusterUrl, async (client) => {
    await dropAbandoned(client);
    await client.query(`create database "${name}" template "${template}" strategy file_copy`);
    // A copy has the template's content but not its rights.
    await client.query(
      `grant connect, create, temporary on database "${name}" to wieg_owner; revoke create, temporary on database "${name}" from public`,
    );
  });
  return {
    name,
    adminUrl: databaseUrl(clusterUrl, name),
    close: () => asAdmin(clusterUrl, async (client) => void (await client.query(`drop database if exists "${name}" with (force)`))),
  };
};
