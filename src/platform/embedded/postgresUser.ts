import { execFile, execFileSync, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import { CannotStart } from "./cannotStart.ts";

const run = promisify(execFile);

/** The user under whom PostgreSQL runs when Wieg itself runs as root: PostgreSQL refuses root. */
export interface PostgresUser {
  readonly uid: number;
  readonly gid: number;
}

const idOf = (flag: "-u" | "-g"): number =>
  Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));

const findUser = (): PostgresUser | null => {
  try {
    return { uid: idOf("-u"), gid: idOf("-g") };
  } catch {
    return null;
  }
};

/** Null unless this process is root; then the user `postgres`, made here when the machine has none. */
export const postgresUser = async (): Promise<PostgresUser | null> => {
  if (process.getuid?.() !== 0) return null;
  const known = findUser();
  if (known) return known;
  await run("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"]).catch(() => null);
  const made = findUser() ?? (await makeWithBusybox());
  if (made) return made;
  throw new CannotStart("PostgreSQL does not run as root and the user postgres could not be made; run Wieg as an ordinary user.");
};

const makeWithBusybox = async (): Promise<PostgresUser | null> => {
  await run("adduser", ["-S", "-D", "-H", "postgres"]).catch(() => null);
  return findUser();
};

/** Whether that user may enter this folder: each folder above it counts. */
export const canEnter = (user: PostgresUser | null, folder: string): boolean =>
  spawnSync("/bin/sh", ["-c", 'test -x "$1"', "sh", folder], { stdio: "ignore", cwd: "/", ...user }).status === 0;
