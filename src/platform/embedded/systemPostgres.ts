import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { CannotStart } from "./cannotStart.ts";
import { startCluster, type Cluster, type ClusterOptions } from "./cluster.ts";
import { postgresUser } from "./postgresUser.ts";

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

/** The same over Debian's PostgreSQL 15: the oldest version that Wieg promises to run on. */
export const startSystem = async (options: ClusterOptions): Promise<Cluster> => {
  if (!existsSync(path.join(BIN, "postgres"))) await install(options.log ?? (() => undefined));
  return startCluster({ bin: BIN, major: MAJOR }, await postgresUser(), options);
};
