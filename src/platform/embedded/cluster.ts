import { spawn } from "node:child_process";
import { chmod, mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { totalmem } from "node:os";
import path from "node:path";
import type { PostgresBinaries } from "./binaries.ts";
import { CannotStart } from "./cannotStart.ts";
import { ensureCluster, ownerOf, readPassword, workingFolder } from "./clusterFolder.ts";
import { freePort } from "./freePort.ts";
import { takeLock } from "./oneAtATime.ts";
import type { PostgresUser } from "./postgresUser.ts";
import { endWithUs, isAlive, isPostgresIn, processesIn, signal, until } from "./processes.ts";

/** What a caller may choose about a cluster. */
export interface ClusterOptions {
  /** Holds the cluster in `postgres`, its password and its log. */
  readonly dataDir: string;
  readonly port?: number;
  /** Gives up safety at a power cut for speed: tests only. */
  readonly fast?: boolean;
  /** Stays up after this process ends and is joined by the next one that asks: a developer's test cluster. */
  readonly shared?: boolean;
  readonly log?: (line: string) => void;
}

/** A running cluster. The address is the administrator's, of the database `postgres`. */
export interface Cluster {
  readonly adminUrl: string;
  readonly port: number;
  readonly stop: () => Promise<void>;
}

const MEGABYTE = 1024 * 1024;
const LOG_LIMIT = 20 * MEGABYTE;

/** Errors and their values stay out of the log: they can hold what people typed. The application logs its own, without content. */
const NO_CONTENT = {
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_parameter_max_length: "0",
  log_parameter_max_length_on_error: "0",
  log_min_duration_statement: "-1",
  log_statement: "none",
};
const FAST = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  autovacuum: "off",
};

const sharedBuffers = (fast: boolean): string => {
  const eighth = Math.floor(totalmem() / 8 / MEGABYTE);
  return `${fast ? 128 : Math.min(1024, Math.max(128, eighth))}MB`;
};

const settings = (port: number, fast: boolean): string[] => {
  const chosen: Record<string, string> = {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "200",
    shared_buffers: sharedBuffers(fast),
    jit: "off",
    logging_collector: "off",
    ...NO_CONTENT,
    ...(fast ? FAST : {}),
  };
  return Object.entries(chosen).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
};

interface PidFile {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

const readPidFile = async (folder: string): Promise<PidFile | null> => {
  const lines = (await readFile(path.join(folder, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
  const pid = Number(lines[0]);
  return pid > 0 ? { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" } : null;
};

const stopPostgres = async (pid: number, folder: string): Promise<void> => {
  signal(pid, "SIGINT"); // "fast" in PostgreSQL's words: breaks off what runs, and writes a clean end
  if (await until(() => !isAlive(pid), 30_000)) return;
  signal(pid, "SIGQUIT"); // repaired from its log at the next start
  if (!(await until(() => !isAlive(pid), 5_000)))
    throw new CannotStart(`PostgreSQL (process ${pid}) in ${folder} does not stop; end it by hand.`);
};

/** After a crash of Wieg its PostgreSQL may still run, or have left its pid file: end the one, clear the other. */
const clearLeftovers = async (folder: string, log: (line: string) => void): Promise<void> => {
  const left = await readPidFile(folder);
  if (left && (await isPostgresIn(left.pid, folder))) {
    log(`Stopping the PostgreSQL that an earlier run left behind (process ${left.pid}).`);
    await stopPostgres(left.pid, folder);
  }
  const empty = async (): Promise<boolean> => (await processesIn(folder)).length === 0;
  if (!(await until(empty, 10_000))) throw new CannotStart(`Another program still works in ${folder}; stop it and start Wieg again.`);
  await rm(path.join(folder, "postmaster.pid"), { force: true }); // its process is gone, or its number now belongs to another program
};

const openLog = async (dataDir: string): Promise<{ file: string; handle: Awaited<ReturnType<typeof open>> }> => {
  const file = path.join(dataDir, "postgres.log");
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LOG_LIMIT) await rename(file, `${file}.1`);
  const handle = await open(file, "a", 0o600);
  await chmod(file, 0o600);
  return { file, handle };
};

interface Launch {
  readonly binaries: PostgresBinaries;
  readonly folder: string;
  readonly user: PostgresUser | null;
  readonly port: number;
  readonly options: ClusterOptions;
}

/** Starts the server in a session of its own, so that Ctrl-C reaches Wieg alone, which then stops it in order. */
const launch = async ({ binaries, folder, user, port, options }: Launch): Promise<{ pid: number; leave: () => void }> => {
  const { name, options: place } = workingFolder(folder, user);
  const { file, handle } = await openLog(options.dataDir);
  const begin = (await handle.stat()).size;
  const program = spawn(path.join(binaries.bin, "postgres"), ["-D", name, ...settings(port, options.fast ?? false)], {
    ...place,
    detached: true,
    stdio: ["ignore", handle.fd, handle.fd],
    env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" },
  });
  const ended: { how?: string } = {};
  program.once("error", (error) => (ended.how = error.message));
  program.once("exit", (code, name_) => (ended.how = `it ended with ${code ?? name_}`));
  program.unref();
  const leave = options.shared ? () => undefined : endWithUs(program.pid);
  const up = async (): Promise<boolean> => ended.how !== undefined || ((await readPidFile(folder))?.ready ?? false);
  const inTime = await until(up, 120_000); // a repair after a crash takes its time
  await handle.close();
  if (inTime && ended.how === undefined && program.pid) return { pid: program.pid, leave };
  leave();
  const written = (await readFile(file)).subarray(begin).toString();
  const reason =
    written.split("\n").findLast((line) => /FATAL|PANIC|error while loading|^postgres: /.test(line)) ??
    ended.how ??
    "it took over two minutes";
  if (program.pid && ended.how === undefined) signal(program.pid, "SIGQUIT");
  throw new CannotStart(`PostgreSQL did not start (${reason.trim()}); ${file} tells more.`);
};

const SHARED_START_MS = 60_000;

const lockOf = async (dataDir: string, shared: boolean): Promise<() => Promise<void>> => {
  const file = path.join(dataDir, "running.lock");
  let taken = await takeLock(file);
  // A shared cluster is locked only while one process starts it; the others wait for that.
  if (shared) await until(async () => "release" in taken || "release" in (taken = await takeLock(file)), SHARED_START_MS);
  if ("release" in taken) return taken.release;
  throw new CannotStart(
    `Wieg already runs on ${dataDir} (process ${taken.heldBy}); stop that one first, or set WIEG_DATA to another folder.`,
  );
};

const address = async (dataDir: string, port: number): Promise<string> =>
  `postgres://postgres:${await readPassword(dataDir)}@127.0.0.1:${port}/postgres`;

/** The shared cluster, when it is up. */
const join = async (dataDir: string): Promise<Cluster | null> => {
  const folder = path.join(dataDir, "postgres");
  const running = await readPidFile(folder);
  if (!running?.ready || !(await isPostgresIn(running.pid, folder))) return null;
  return { adminUrl: await address(dataDir, running.port), port: running.port, stop: () => stopPostgres(running.pid, folder) };
};

/** Starts the cluster in `dataDir` with these binaries; a shared one that is up is joined. */
export const startCluster = async (binaries: PostgresBinaries, user: PostgresUser | null, options: ClusterOptions): Promise<Cluster> => {
  const { dataDir, shared = false, log = () => undefined } = options;
  await makeDataFolder(dataDir, user);
  const joined = shared ? await join(dataDir) : null;
  if (joined) return joined;
  const release = await lockOf(dataDir, shared);
  let started = false;
  try {
    const startedMeanwhile = shared ? await join(dataDir) : null;
    if (startedMeanwhile) return startedMeanwhile;
    const folder = await ensureCluster(binaries, dataDir, user, log);
    await clearLeftovers(folder, log);
    const port = await freePort(options.port);
    const { pid, leave } = await launch({ binaries, folder, user: await ownerOf(folder, user), port, options });
    started = true;
    const stop = async (): Promise<void> => {
      leave();
      await stopPostgres(pid, folder);
      if (!shared) await release();
    };
    return { adminUrl: await address(dataDir, port), port, stop };
  } finally {
    if (shared || !started) await release();
  }
};

const makeDataFolder = async (dataDir: string, user: PostgresUser | null): Promise<void> => {
  await mkdir(dataDir, { recursive: true, mode: user ? 0o711 : 0o700 }).catch((cause: NodeJS.ErrnoException) => {
    const sentence = `The data folder ${dataDir} cannot be made (${cause.code ?? "error"}); set WIEG_DATA to a folder you can write in.`;
    throw new CannotStart(sentence, { cause });
  });
};
