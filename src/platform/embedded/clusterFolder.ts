import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { PostgresBinaries } from "./binaries.ts";
import { CannotStart } from "./cannotStart.ts";
import { canEnter, type PostgresUser } from "./postgresUser.ts";
import { endWithUs } from "./processes.ts";

const run = promisify(execFile);
type Log = (line: string) => void;

/** How to call a program that works in a folder: PostgreSQL's user may be unable to walk to it from the root. */
export interface WorkingFolder {
  /** The folder as the program must name it. */
  readonly name: string;
  readonly options: { cwd: string; uid?: number; gid?: number };
}

/**
 * Under a closed home folder (root's, mode 700) the user postgres cannot walk to the data. On Linux it need not: the program is started
 * inside the folder, before it becomes postgres, and knows it as its working folder.
 */
export const workingFolder = (folder: string, user: PostgresUser | null): WorkingFolder => {
  const options = { cwd: folder, ...user };
  if (!user || canEnter(user, folder)) return { name: folder, options };
  if (process.platform === "linux") return { name: "/proc/self/cwd", options };
  throw new CannotStart(
    `The user postgres cannot enter ${folder}; set WIEG_DATA to a folder that it can enter, or run Wieg as an ordinary user.`,
  );
};

const passwordFile = (dataDir: string): string => path.join(dataDir, "postgres-password");

/** The password of the administrator of this cluster, made together with it. */
export const readPassword = async (dataDir: string): Promise<string> => {
  try {
    return (await readFile(passwordFile(dataDir), "utf8")).trim();
  } catch (cause) {
    throw new CannotStart(`${passwordFile(dataDir)} is missing or unreadable; put it back from the backup that the data came from.`, {
      cause,
    });
  }
};

const filesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw new CannotStart(`${folder} cannot be read (${error.code ?? "error"}); start Wieg as the same user as before.`, { cause: error });
  });

/** Makes sure that there is a whole cluster of this version in `dataDir/postgres`, and answers its folder. */
export const ensureCluster = async (binaries: PostgresBinaries, dataDir: string, user: PostgresUser | null, log: Log): Promise<string> => {
  const folder = path.join(dataDir, "postgres");
  const making = path.join(dataDir, "postgres.making");
  await rm(making, { recursive: true, force: true }); // a first start that was broken off: nothing was ever in it
  const files = await filesIn(folder);
  if (files.length === 0) {
    log(`Making a new database in ${folder}.`);
    await makeCluster(binaries, { dataDir, making, user });
    await rename(making, folder); // the finished cluster appears at once: what stands in `postgres` is whole
    return folder;
  }
  await checkWhole(folder, files);
  await checkVersion(folder, binaries.major);
  return folder;
};

const checkWhole = async (folder: string, files: string[]): Promise<void> => {
  const control = (await filesIn(path.join(folder, "global"))).includes("pg_control");
  if (files.includes("PG_VERSION") && control) return;
  const missing = control ? "PG_VERSION" : "global/pg_control";
  throw new CannotStart(
    `The data folder ${folder} is not whole (${missing} is missing): put it back from a backup, or start empty after: mv "${folder}" "${folder}.broken"`,
  );
};

const checkVersion = async (folder: string, major: number): Promise<void> => {
  const found = (await readFile(path.join(folder, "PG_VERSION"), "utf8")).trim();
  if (Number(found) === major) return;
  throw new CannotStart(
    `The data in ${folder} was made by PostgreSQL ${found} and this is PostgreSQL ${major}: use the version of Wieg that made it, or restore a backup into an empty folder.`,
  );
};

/**
 * As root, PostgreSQL runs as whoever owns its files: postgres, or the ordinary user who made them. Files put back from a backup by root
 * become root's; they are given to postgres.
 */
export const ownerOf = async (folder: string, user: PostgresUser | null): Promise<PostgresUser | null> => {
  if (!user) return null;
  const { uid, gid } = await stat(folder);
  if (uid !== 0) return { uid, gid };
  await run("chown", ["-R", `${user.uid}:${user.gid}`, folder]);
  return user;
};

const makeCluster = async (
  binaries: PostgresBinaries,
  to: { dataDir: string; making: string; user: PostgresUser | null },
): Promise<void> => {
  const { dataDir, making, user } = to;
  await mkdir(making, { recursive: true, mode: 0o700 });
  if (user) await chown(making, user.uid, user.gid);
  const password = randomBytes(24).toString("base64url");
  const handed = await handOver(password, user);
  const { name, options } = workingFolder(making, user);
  // One order and one idea of lower case on every version and machine, whatever locales it has.
  const locale = binaries.major >= 17 ? ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"] : ["--locale=C.UTF-8"];
  const flags = [
    "-D",
    name,
    "-U",
    "postgres",
    "-E",
    "UTF8",
    ...locale,
    "-A",
    "scram-sha-256",
    `--pwfile=${handed.file}`,
    "--no-instructions",
  ];
  try {
    const initdb = run(path.join(binaries.bin, "initdb"), flags, { ...options, env: { PATH: process.env.PATH, LC_ALL: "C" } });
    const leave = endWithUs(initdb.child.pid);
    await initdb.finally(leave);
  } catch (cause) {
    await rm(making, { recursive: true, force: true });
    throw new CannotStart(`PostgreSQL could not make a database in ${dataDir}: ${reasonIn(cause)}`, { cause });
  } finally {
    await rm(handed.folder, { recursive: true, force: true });
  }
  await writeFile(passwordFile(dataDir), password, { mode: 0o600 });
  await chmod(passwordFile(dataDir), 0o600);
};

/** A file with the password that PostgreSQL's user, and nobody else, can read for the moment that initdb needs it. */
const handOver = async (password: string, user: PostgresUser | null): Promise<{ folder: string; file: string }> => {
  const place = [tmpdir(), "/tmp", "/var/tmp"].find((candidate) => canEnter(user, candidate)) ?? tmpdir();
  const folder = await mkdtemp(path.join(place, "wieg-"));
  const file = path.join(folder, "password");
  await writeFile(file, password, { mode: 0o600 });
  if (user) await Promise.all([folder, file].map((each) => chown(each, user.uid, user.gid)));
  return { folder, file };
};

const reasonIn = (cause: unknown): string => {
  const lines = String((cause as { stderr?: string }).stderr ?? cause)
    .trim()
    .split("\n");
  return lines.find((line) => /error:|FATAL/.test(line)) ?? lines.at(-1) ?? "";
};
