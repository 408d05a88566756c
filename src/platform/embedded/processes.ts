import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { readdir, readlink, realpath } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";

const run = promisify(execFile);
const onLinux = process.platform === "linux";

/** Whether a process with this number exists, of whichever user. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};

/** Sends a signal; a process that is gone already is fine. */
export const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
};

/** Asks a process to end when ours does, however that comes to pass (but for kill -9). Answers how to leave it alone again. */
export const endWithUs = (pid: number | undefined): (() => void) => {
  const end = (): void => {
    if (pid !== undefined) signal(pid, "SIGINT");
  };
  process.once("exit", end);
  return () => void process.off("exit", end);
};

/** When a process began, in its system's own words: a process number alone is used again after a restart of the machine. */
export const beganAt = async (pid: number): Promise<string> => {
  try {
    if (onLinux) return `${bootId()} ${readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[19] ?? ""}`;
    return (await run("ps", ["-o", "lstart=", "-p", String(pid)])).stdout.trim();
  } catch {
    return "";
  }
};

const bootId = (): string => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();

/** The processes that have this folder as their working folder, as every process of a PostgreSQL cluster has. Linux only, else none. */
export const processesIn = async (folder: string): Promise<number[]> => {
  if (!onLinux) return [];
  const real = await realpath(folder);
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const folders = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => "")));
  return pids.filter((_, index) => folders[index] === real).map(Number);
};

/** Whether this process is a PostgreSQL server that has this cluster open. */
export const isPostgresIn = async (pid: number, clusterFolder: string): Promise<boolean> => {
  if (!isAlive(pid)) return false;
  if (onLinux) return (await processesIn(clusterFolder)).includes(pid);
  const { stdout } = await run("ps", ["-o", "comm=", "-p", String(pid)]).catch(() => ({ stdout: "" }));
  return stdout.includes("postgres");
};

/** Waits until a condition holds, looking 20 times a second; false when it did not within the time. */
export const until = async (holds: () => boolean | Promise<boolean>, withinMs: number): Promise<boolean> => {
  const end = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > end) return false;
    await pause(50);
  }
  return true;
};
