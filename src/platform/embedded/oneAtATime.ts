import { randomUUID } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { beganAt, isAlive } from "./processes.ts";

interface Holder {
  readonly pid: number;
  readonly began: string;
}

const readHolder = async (file: string): Promise<Holder | null> => {
  try {
    return JSON.parse(await readFile(file, "utf8")) as Holder;
  } catch {
    return null;
  }
};

const stillRuns = async ({ pid, began }: Holder): Promise<boolean> => isAlive(pid) && (await beganAt(pid)) === began;

/** Takes a dead holder's file away. When another process was first and the file is its own by now, it is put back. */
const removeStale = async (file: string, dead: Holder | null): Promise<void> => {
  const aside = `${file}.${randomUUID()}`;
  await rename(file, aside).catch(() => null);
  const found = await readHolder(aside);
  if (found && found.pid !== dead?.pid) await link(aside, file).catch(() => null);
  await rm(aside, { force: true });
};

/**
 * Takes the lock file for this process. Answers how to give it back, or the number of the living process that holds it.
 * A holder that crashed leaves its file behind; whoever comes next sees that it is gone and takes over.
 */
export const takeLock = async (file: string): Promise<{ release: () => Promise<void> } | { heldBy: number }> => {
  const mine = `${file}.${randomUUID()}`;
  await writeFile(mine, JSON.stringify({ pid: process.pid, began: await beganAt(process.pid) } satisfies Holder), { mode: 0o600 });
  try {
    for (;;) {
      try {
        await link(mine, file); // whole at once or not at all, unlike creating and then filling it
        return { release: () => rm(file, { force: true }) };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      }
      const holder = await readHolder(file);
      if (holder && (await stillRuns(holder))) return { heldBy: holder.pid };
      await removeStale(file, holder);
    }
  } finally {
    await rm(mine, { force: true });
  }
};
