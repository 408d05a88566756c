import type { Actor } from "../../../platform/db/actor.ts";
import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { addChunk, answerLoad, finishUpload, forgetRequest, listLoads, type PostcodeLoad } from "./postcode.store.ts";

const chunkBytes = 4 * 1024 * 1024;

/**
 * Takes the file piece by piece and asks for its reading. A broken upload leaves nothing behind. Sent twice with one key (`keyOf`: of the
 * form and the first piece) it is taken once, and the second gets the first's answer.
 */
export async function uploadPostcodes(
  actor: Actor,
  content: AsyncIterable<Buffer>,
  keyOf: (first: Uint8Array) => string | null = () => null,
): Promise<string | null> {
  const taken: { load: string | null; key: string | null; again: boolean } = { load: null, key: null, again: false };
  let place = 0;
  try {
    for await (const piece of inPieces(content)) {
      if (place === 0) {
        taken.key = keyOf(piece);
        Object.assign(taken, await begin({ ...actor, requestKey: taken.key }, piece));
      } else if (!taken.again) await keep(actor, taken.load, place, piece); // of a form sent before the rest is read over
      place += 1;
    }
  } catch (error) {
    await breakOff(actor, taken);
    throw error;
  }
  const { load, again } = taken;
  if (load !== null && !again) await withActor(actor, "postcodes.loaded", ({ db }) => finishUpload(db, load, true));
  return load;
}

async function breakOff(actor: Actor, { load, key, again }: { load: string | null; key: string | null; again: boolean }): Promise<void> {
  if (load === null || again) return;
  await withActor(actor, "postcodes.loaded", async ({ db }) => {
    await finishUpload(db, load, false);
    if (key !== null) await forgetRequest(db, key); // it may be sent again
  });
}

const keep = (actor: Actor, load: string | null, place: number, bytes: Buffer): Promise<string> =>
  withActor(actor, "postcodes.loaded", ({ db }) => addChunk(db, load, place, bytes));

/** The first piece begins a load; `again` when this form was sent before. */
async function begin(actor: Actor, bytes: Buffer): Promise<{ load: string; again: boolean }> {
  let again = true;
  const load = await withActor(actor, "postcodes.loaded", ({ db }) => {
    again = false;
    return addChunk(db, null, 0, bytes);
  });
  return { load, again };
}

async function* inPieces(content: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const piece of content) {
    waiting.push(piece);
    size += piece.length;
    if (size < chunkBytes) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(waiting);
}

export const readLoads = (actor: Actor): Promise<readonly PostcodeLoad[]> => withActor(actor, "postcodes.read", ({ db }) => listLoads(db));

/** A file far smaller than the table in use: used all the same, or not. */
export const answerPostcodes = (actor: Actor, load: string, use: boolean): Promise<Done | Refusal<"answered-already">> =>
  withActor(actor, "postcodes.answered", async ({ db }) => ((await answerLoad(db, load, use)) ? done({}) : refuse("answered-already")));
