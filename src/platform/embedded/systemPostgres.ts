import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { CannotStart } from "./cannotStart.ts";
import { startCluster, type Cluster, type ClusterOptions } from "./cluster.ts";
import { canEnter, postgresUser, type PostgresUser } from "./postgresUser.ts";

const run = promisify(execFile);
const MAJOR = 15;
const BIN = `/usr/lib/postgresql/${MAJOR}/bin`;

/** Debian's package makes and starts a cluster on port 5432 when it is installed; nobody asked for that one. */
const noClusterOfItsOwn = async (): Promise<void> => {
  const file = "/etc/postgresql-common/createcluster.conf";
  if (existsSync(file)) return;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, "create_main_cluster = false\n");
};

const install = async (log: (line: string) => void): Promise<void> => {
  if (process.getuid?.() !== 0)
    throw new CannotStart(`PostgreSQL ${MAJOR} is missing; install it with: apt-get install postgresql-${MAJOR}`);
  log(`Installing PostgreSQL ${MAJOR} from the system's packages.`);
  await noClusterOfItsOwn();
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update", "-q"], { env, maxBuffer: 1e8 });
  await run("apt-get", ["install", "-qy", "--no-install-recommends", "-o", "Dpkg::Options::=--force-confold", `postgresql-${MAJOR}`], {
    env,
    maxBuffer: 1e8,
  });
};

/**
 * PostgreSQL 15 changes its working folder while it starts, so unlike 18 it can't be handed a folder that it could not walk to. Data under a
 * closed home folder go to the temporary folder: they are a test's.
 */
const reachable = async (dataDir: string, user: PostgresUser | null): Promise<string> => {
  await mkdir(dataDir, { recursive: true });
  if (canEnter(user, dataDir)) return dataDir;
  const name = createHash("sha256").update(dataDir).digest("hex").slice(0, 12);
  return path.join(canEnter(user, tmpdir()) ? tmpdir() : "/var/tmp", `wieg-postgres-${MAJOR}-${name}`);
};

/** The same over Debian's PostgreSQL 15: the oldest version that Wieg promises to run on. */
export const startSystem = async (options: ClusterOptions): Promise<Cluster> => {
  if (!existsSync(path.join(BIN, "postgres"))) await install(options.log ?? (() => undefined));
  const user = await postgresUser();
  return startCluster({ bin: BIN, major: MAJOR }, user, { ...options, dataDir: await reachable(options.dataDir, user) });
};
