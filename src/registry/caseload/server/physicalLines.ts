import { isUtf8 } from "node:buffer";
import iconv from "iconv-lite";
import { recogniseFileKind, type TextEncodingKind } from "../rules/fileKind.ts";
import { refuse } from "../../../kit/refusal.ts";
import type { FileRefusal } from "../caseload.ts";

/** No physical line is kept beyond this many bytes; the rest of it is read over. */
const longestLine = 256 * 1_024;
const judgedBytes = 4_096;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** How the lines were written; `mixed` happens when two exports were pasted together. */
export type Encoding = "ascii" | "utf-8" | "windows-1252" | "mixed" | "utf-16le" | "utf-16be";

export interface PhysicalLines {
  readonly lines: AsyncGenerator<string>;
  /** As far as read. */
  readonly encoding: () => Encoding;
  readonly bytesRead: () => number;
}

/**
 * The lines of a file as text. Each line is judged by itself: valid UTF-8 is UTF-8, anything else is Windows-1252. So it does not
 * matter how late the first accent comes, and a wrong guess for a whole file is not possible. Holds one chunk and one line.
 */
export async function readPhysicalLines(chunks: AsyncIterable<Uint8Array>): Promise<PhysicalLines | FileRefusal> {
  const iterator = chunks[Symbol.asyncIterator]();
  let start = Buffer.alloc(0);
  while (start.length < judgedBytes) {
    const next = await iterator.next();
    if (next.done) break;
    start = Buffer.concat([start, next.value]);
  }
  if (start.length === 0) return refuse("file-empty");
  const kind = recogniseFileKind(start.subarray(0, judgedBytes));
  if ("other" in kind) return refuse("file-of-other-kind", { kind: kind.other });
  const seen = { utf8: 0, windows: 0, bytes: 0 };
  const all = countBytes(chain(start, iterator), seen);
  const lines = kind.text === "bytes" ? decodeLines(cutLines(all), seen) : decodeLines(cutLines(toUtf8(all, kind.text)), seen);
  return { lines, encoding: () => nameEncoding(kind.text, seen), bytesRead: () => seen.bytes };
}

function nameEncoding(kind: TextEncodingKind, seen: { utf8: number; windows: number }): Encoding {
  if (kind !== "bytes") return kind;
  if (seen.utf8 > 0 && seen.windows > 0) return "mixed";
  if (seen.windows > 0) return "windows-1252";
  return seen.utf8 > 0 ? "utf-8" : "ascii";
}

async function* chain(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield first;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

async function* countBytes(chunks: AsyncIterable<Uint8Array>, seen: { bytes: number }): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    seen.bytes += chunk.length;
    yield chunk;
  }
}

async function* toUtf8(chunks: AsyncIterable<Uint8Array>, from: "utf-16le" | "utf-16be"): AsyncGenerator<Uint8Array> {
  const decoder = iconv.getDecoder(from);
  for await (const chunk of chunks) yield Buffer.from(decoder.write(Buffer.from(chunk)));
  yield Buffer.from(decoder.end() ?? "");
}

/** Cuts at LF, CR LF and a lone CR: bytes that never are part of another character in UTF-8 or Windows-1252. */
async function* cutLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let kept: Buffer = Buffer.alloc(0);
  let afterReturn = false;
  let any = false;
  for await (const bytes of chunks) {
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let from = 0;
    if (chunk.length > 0 && afterReturn && chunk[0] === lineFeed) from = 1;
    if (chunk.length > 0) afterReturn = false;
    for (let end = findBreak(chunk, from); end >= 0; end = findBreak(chunk, from)) {
      yield join(kept, chunk.subarray(from, end));
      kept = Buffer.alloc(0);
      const pair = chunk[end] === carriageReturn && chunk[end + 1] === lineFeed;
      afterReturn = chunk[end] === carriageReturn && end + 1 === chunk.length;
      from = end + (pair ? 2 : 1);
    }
    kept = join(kept, chunk.subarray(from));
    any = kept.length > 0;
  }
  if (any) yield kept;
}

function findBreak(chunk: Buffer, from: number): number {
  const feed = chunk.indexOf(lineFeed, from);
  const until = feed < 0 ? chunk.length : feed;
  const back = chunk.subarray(from, until).indexOf(carriageReturn);
  return back < 0 ? feed : from + back;
}

const join = (kept: Buffer, more: Buffer): Buffer => {
  const room = longestLine - kept.length;
  if (kept.length === 0) return more.subarray(0, room);
  return room > 0 ? Buffer.concat([kept, more.subarray(0, room)]) : kept;
};

async function* decodeLines(lines: AsyncIterable<Buffer>, seen: { utf8: number; windows: number }): AsyncGenerator<string> {
  let first = true;
  for await (const bytes of lines) {
    const text = decodeLine(bytes, seen);
    yield first ? text.replace(/^\uFEFF/, "") : text;
    first = false;
  }
}

function decodeLine(bytes: Buffer, seen: { utf8: number; windows: number }): string {
  const line = bytes.length === longestLine ? withoutHalfCharacter(bytes) : bytes;
  if (isUtf8(line)) {
    const text = line.toString("utf8");
    if (text.length !== line.length) seen.utf8 += 1;
    return text.replaceAll("\0", "");
  }
  seen.windows += 1;
  return iconv.decode(line, "windows-1252").replaceAll("\0", "");
}

/** A line cut at its longest may end halfway a character, which would make all of it look like Windows-1252. */
function withoutHalfCharacter(bytes: Buffer): Buffer {
  let end = bytes.length;
  while (end > 0 && end > bytes.length - 4 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end -= 1;
  return (bytes[end - 1] ?? 0) >= 0xc0 ? bytes.subarray(0, end - 1) : bytes;
}
