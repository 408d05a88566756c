import { readFile } from "node:fs/promises";
import path from "node:path";
import { readPassword } from "./clusterFolder.ts";
import { isAlive } from "./processes.ts";

/** Administrator's address of the embedded database that runs in this data folder now, or null. */
export async function runningCluster(dataFolder: string): Promise<string | null> {
  const lines = (await readFile(path.join(dataFolder, "postgres", "postmaster.pid"), "utf8").catch(() => "")).split("\n");
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!pid || !port || !isAlive(pid)) return null;
  return `postgres://postgres:${encodeURIComponent(await readPassword(dataFolder))}@127.0.0.1:${port}/postgres`;
}
