import { createHash } from "node:crypto";
import { type Done, done, refuse, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { databaseCode } from "../../../platform/db/retryConflicts.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { giveJobRight } from "../../../trust/access/server/door.ts";
import type { FileRefusal } from "../caseload.ts";
import { readCaseloadTaskName } from "./caseloadTaskNames.ts";
import { suppliedLists } from "./caseloadLists.ts";
import { readCaseloadFile } from "./readCaseloadFile.ts";
import { insertUpload, removeUpload } from "./upload.store.ts";

/** The largest file taken in, in megabytes: some 100,000 lines. It is received as a whole before anything is kept. */
export const largestUpload = 25;

export type OfferRefusal = FileRefusal | Refusal<"no-room">;

/** PostgreSQL's disk_full, out_of_memory and configuration_limit_exceeded. */
const noRoom = new Set(["53100", "53200", "53400"]);

/**
 * Keeps an offered file and asks for its reading in the background, in the name of who offers it. A file that is no caseload is refused
 * at once; where it can't be kept, nothing is.
 */
export async function offerCaseload(
  actor: Actor,
  file: { name: string; content: Buffer },
): Promise<Done<{ uploadId: string }> | OfferRefusal> {
  try {
    return await withActor(actor, "caseload.offered", async ({ db, today, about, enqueue }) => {
      about({ part: "identity" });
      const reading = await readCaseloadFile({ size: file.content.length, chunks: once(file.content) }, today, suppliedLists);
      if (reading.code !== "reading") return reading;
      await reading.lines.return(undefined);
      const right = await giveJobRight(db, readCaseloadTaskName);
      const digest = createHash("sha256").update(file.content).digest();
      const { organisationId, professionalId } = actor;
      const uploadId = await insertUpload(db, {
        ...file,
        name: shownName(file.name),
        digest,
        jobRight: right,
        organisationId,
        professionalId,
      });
      await enqueue(readCaseloadTaskName, { upload: uploadId, right }, { once: `${readCaseloadTaskName} ${uploadId}` });
      return done({ uploadId });
    });
  } catch (cause) {
    if (noRoom.has(databaseCode(cause) ?? "")) return refuse("no-room");
    throw cause;
  }
}

/** Takes an offered file away with all that was read in it. */
export function removeOffered(actor: Actor, uploadId: string): Promise<Done> {
  return withActor(actor, "caseload.removed", async ({ db, about }) => {
    about({ part: "identity" });
    await removeUpload(db, uploadId);
    return done({});
  });
}

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}

/** The last part of what a browser says, without signs that steer a screen. */
const shownName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? "")
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .trim()
    .slice(0, 200) || "bestand";
