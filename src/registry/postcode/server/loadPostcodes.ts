import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { Task } from "../../../platform/jobs/task.ts";
import { isFarSmaller, PostcodeTable, readPostcodeHeading, readPostcodeLine, type PostcodeHeading } from "../rules/postcodeTable.ts";
import { askAboutLoad, countPostcodes, endLoad, isConfirmed, readChunks, replaceTable, tellProgress } from "./postcode.store.ts";

/** Reads an uploaded postcode file in the background: eight million lines, in bounded memory, started again from its beginning after a crash. */
export const loadPostcodesTask: Task = {
  name: "load-postcodes",
  run: async (payload) => {
    const load = String(payload["load"]);
    const read = await readTable(load);
    if (typeof read === "string") return endLoad(load, { state: "refused", refusal: read });
    const [areas, before] = [read.table.size, await countPostcodes()];
    if (isFarSmaller(areas, before) && !(await isConfirmed(load))) return askAboutLoad(load, { areas, before, year: read.year });
    await replaceTable(read.table.areas());
    return endLoad(load, { state: "done", year: read.year });
  },
};

async function readTable(load: string): ReturnType<typeof readLines> {
  try {
    return await readLines(load);
  } catch (cause) {
    if (cause instanceof NotATable || String((cause as { code?: unknown }).code).startsWith("Z_")) return "not-this-file";
    throw cause;
  }
}

async function readLines(load: string): Promise<{ table: PostcodeTable; year: string } | "not-this-file" | "mostly-unreadable"> {
  const table = new PostcodeTable();
  let heading: PostcodeHeading | null = null;
  let read = 0;
  let refused = 0;
  for await (const line of linesOf(load)) {
    if (heading === null) {
      heading = readPostcodeHeading(line);
      if (heading === null) return "not-this-file";
      continue;
    }
    if (line === "") continue;
    read += 1;
    const address = readPostcodeLine(line, heading);
    if (address) table.add(address);
    else refused += 1;
    if (read % 250_000 === 0) await tellProgress(load, read, refused);
  }
  await tellProgress(load, read, refused);
  if (heading === null || read === 0) return "not-this-file";
  return refused > read / 10 ? "mostly-unreadable" : { table, year: heading.year };
}

async function* linesOf(load: string): AsyncIterable<string> {
  const bytes = Readable.from(bounded(peekGzip(readChunks(load))));
  yield* createInterface({ input: bytes, crlfDelay: Number.POSITIVE_INFINITY });
}

/** Thrown for a file that would unpack into more than any table of postcodes, or into a line without an end. */
class NotATable extends Error {}

const longestLine = 64 * 1024;
/** Eight million lines of some forty signs, with room. */
const mostBytes = 2 * 1024 ** 3;

/** A small file can hold an enormous one: it is read no further than a table of postcodes goes. */
async function* bounded(pieces: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let size = 0;
  let line = 0;
  for await (const piece of pieces) {
    size += piece.length;
    const first = piece.indexOf(10);
    if (line + (first === -1 ? piece.length : first) > longestLine || size > mostBytes) throw new NotATable();
    line = first === -1 ? line + piece.length : piece.length - 1 - piece.lastIndexOf(10);
    yield piece;
  }
}

/** The file may have been compressed with gzip. */
async function* peekGzip(chunks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const first = await chunks.next();
  if (first.done) return;
  const all = (async function* () {
    yield first.value;
    yield* chunks;
  })();
  const packed = first.value[0] === 0x1f && first.value[1] === 0x8b;
  yield* packed ? (Readable.from(all).pipe(createGunzip()) as AsyncIterable<Buffer>) : all;
}
