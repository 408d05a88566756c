import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { addChunk, finishUpload, listLoads, type PostcodeLoad } from "./postcode.store.ts";

const chunkBytes = 4 * 1024 * 1024;

/** Takes the file piece by piece and asks for its reading. A broken upload leaves nothing behind. */
export async function uploadPostcodes(actor: Actor, content: AsyncIterable<Buffer>): Promise<string | null> {
  const keep = (load: string | null, place: number, bytes: Buffer) =>
    withActor(actor, "postcodes.loaded", ({ db }) => addChunk(db, load, place, bytes));
  let load: string | null = null;
  let place = 0;
  let waiting: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of content) {
      waiting.push(piece);
      size += piece.length;
      if (size < chunkBytes) continue;
      load = await keep(load, place++, Buffer.concat(waiting));
      waiting = [];
      size = 0;
    }
    if (size > 0) load = await keep(load, place, Buffer.concat(waiting));
  } catch (error) {
    const begun = load;
    if (begun !== null) await withActor(actor, "postcodes.loaded", ({ db }) => finishUpload(db, begun, false));
    throw error;
  }
  const whole = load;
  if (whole !== null) await withActor(actor, "postcodes.loaded", ({ db }) => finishUpload(db, whole, true));
  return whole;
}

export const readLoads = (actor: Actor): Promise<readonly PostcodeLoad[]> => withActor(actor, "postcodes.read", ({ db }) => listLoads(db));
