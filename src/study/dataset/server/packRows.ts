import { createHash } from "node:crypto";
import { createGzip, gunzipSync } from "node:zlib";
import type { Cell, DataSet } from "../dataset.ts";

const rowsAtOnce = 2000;

/** What is kept of a version: a line with study and variables, then a line for each row. The same data give the same text, and so the same hash. */
function* linesOf({ study, variables, rows }: DataSet): Generator<string, void, undefined> {
  yield `${JSON.stringify({ study, variables })}\n`;
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    yield rows
      .slice(from, from + rowsAtOnce)
      .map((row) => `${JSON.stringify(row)}\n`)
      .join("");
}

export interface Packed {
  readonly content: Buffer;
  readonly sha256: string;
}

/** The hash of the text, and the text made small; never the whole text at once. */
export async function packRows(dataSet: DataSet): Promise<Packed> {
  const hash = createHash("sha256");
  const gzip = createGzip({ level: 6 });
  const pieces: Buffer[] = [];
  gzip.on("data", (piece: Buffer) => pieces.push(piece));
  const ended = new Promise((resolve, reject) => gzip.once("end", resolve).once("error", reject));
  for (const lines of linesOf(dataSet)) {
    hash.update(lines);
    if (!gzip.write(lines)) await new Promise((resolve) => gzip.once("drain", resolve));
  }
  gzip.end();
  await ended;
  return { content: Buffer.concat(pieces), sha256: hash.digest("hex") };
}

/** A kept version as it was, with the hash of what was read. */
export function unpackRows(content: Buffer): { dataSet: DataSet; sha256: string } {
  const bytes = gunzipSync(content);
  const lines = bytes.toString("utf8").split("\n");
  const head = JSON.parse(lines[0] ?? "{}") as Pick<DataSet, "study" | "variables">;
  const rows = lines.slice(1, -1).map((line) => JSON.parse(line) as Cell[]);
  return { dataSet: { ...head, rows }, sha256: createHash("sha256").update(bytes).digest("hex") };
}
