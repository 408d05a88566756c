import { createHash } from "node:crypto";
import { toCsv } from "../../../kit/csv.ts";
import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Db } from "../../../platform/db/withActor.ts";
import type { FileFault } from "../register.ts";
import { faultNames, kindWords } from "../register.texts.ts";
import { codesIn, readRegister, type FileRecord, type Layout } from "../rules/readRegister.ts";
import { readRecords } from "./readRecords.ts";
import {
  countRegister,
  decideFile,
  findFile,
  findKnown,
  findSameFile,
  insertFile,
  listFiles,
  takeLines,
  updateFile,
  type RegisterFile,
} from "./register.store.ts";

type Offered = Done<{ id: string; known: boolean }> | { readonly code: "file-fault"; readonly fault: FileFault };

/** Reads and checks a file. What can be taken over waits until the desk says so; of a file that can't be read nothing is kept. */
export const offerRegister = (actor: Actor, content: Uint8Array): Promise<Offered> =>
  withActor(actor, "register.offered", async ({ db, today }) => {
    const sha256 = createHash("sha256").update(content).digest("hex");
    const same = await findSameFile(db, sha256);
    if (same) return done({ id: same.id, known: true });
    const read = await readRecords(content);
    if (read.code !== "records") return { code: "file-fault", fault: read } as const;
    const { good, refused, headings } = readRegister(
      read.layout,
      read.records,
      await findKnown(db, codesIn(read.layout, read.records)),
      today,
    );
    const id = await insertFile(db, { sha256, headings, lines: good, refused });
    const there = id === null ? await findSameFile(db, sha256) : null;
    return done({ id: id ?? there?.id ?? "", known: id === null });
  });

export interface RegisterHome {
  readonly files: Awaited<ReturnType<typeof listFiles>>;
  readonly held: Awaited<ReturnType<typeof countRegister>>;
}

export const readRegisterHome = (actor: Actor): Promise<RegisterHome> =>
  withActor(actor, "register.read", async ({ db }) => ({ files: await listFiles(db), held: await countRegister(db) }));

export const readRegisterFile = (actor: Actor, id: string): Promise<RegisterFile | null> =>
  withActor(actor, "register.read", ({ db }) => findFile(db, id));

/** Lines that were not taken over, with the reason in front, to mend and offer again; null where there is no such file. */
export const writeRefused = (actor: Actor, id: string): Promise<string | null> =>
  withActor(actor, "register.read", async ({ db }) => {
    const file = await findFile(db, id);
    return (
      file &&
      toCsv([
        ["reden", ...file.headings],
        ...file.refused.map(({ cells, faults }) => [faults.map((fault) => faultNames[fault]).join("; "), ...cells]),
      ])
    );
  });

type Taken = Done<{ written: number }> | Refusal<"not-visible" | "decided" | "changed-meanwhile" | "nothing-to-take">;

/**
 * Takes over all good lines, or none: consent is looked at again at this moment. When a line is good no more since the preview, nothing is saved and
 * the preview shows why.
 */
export const takeRegister = (actor: Actor, { id, version }: { id: string; version: number }): Promise<Taken> =>
  withActor(actor, "register.lines-taken", async ({ db, today, about }) => {
    const file = await findFile(db, id);
    if (!file) return refuse("not-visible");
    about({ purpose: file.sha256.slice(0, 12) });
    if (file.state !== "offered") return refuse("decided");
    if (file.lines.length === 0) return refuse("nothing-to-take");
    const now = await judgeAgain(db, file, today);
    if (now.refused.length > 0) {
      const refused = [...file.refused, ...now.refused].sort((one, other) => one.line - other.line);
      await updateFile(db, { id, version: file.version, lines: now.good, refused });
      return refuse("changed-meanwhile", { lines: now.refused.length });
    }
    if (!(await decideFile(db, { id, version, state: "taken" }))) return refuse("decided");
    return done({ written: await takeLines(db, file.sha256.slice(0, 12), now.good) });
  });

export const dropRegister = (
  actor: Actor,
  { id, version }: { id: string; version: number },
): Promise<Done | Refusal<"not-visible" | "decided">> =>
  withActor(actor, "register.dropped", async ({ db }) => {
    if (!(await findFile(db, id))) return refuse("not-visible");
    return (await decideFile(db, { id, version, state: "dropped" })) ? done({}) : refuse("decided");
  });

const itsLayout: Layout = { pseudoniem: 0, soort: 1, aantal: 2, van: 3, "tot en met": 4, headings: [] };

function judgeAgain(db: Db, { lines }: RegisterFile, today: string) {
  const records: readonly FileRecord[] = lines.map(({ line, code, kind, count, from, until }) => ({
    line,
    cells: [code, kindWords[kind], String(count), from, until],
  }));
  return findKnown(
    db,
    lines.map(({ code }) => code),
  ).then((known) => readRegister(itsLayout, records, known, today));
}
