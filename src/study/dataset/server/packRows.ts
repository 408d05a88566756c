import { createHash } from "node:crypto";
import { createGzip, gunzipSync } from "node:zlib";
import type { Cell, DataSet } from "../dataset.ts";

export interface Packed {
  readonly content: Buffer;
  readonly sha256: string;
}

/** Rows that are kept piece by piece, so that a version is never in memory as a whole. */
export interface Packing {
  add(rows: DataSet["rows"]): Promise<void>;
  end(): Promise<Packed>;
}

/** What is kept of a version: a line with study and variables, then a line for each row. The same data give the same text, and so the same hash. */
export async function startPacking({ study, variables }: Omit<DataSet, "rows">): Promise<Packing> {
  const hash = createHash("sha256");
  const gzip = createGzip({ level: 6 });
  const pieces: Buffer[] = [];
  gzip.on("data", (piece: Buffer) => pieces.push(piece));
  const ended = new Promise((resolve, reject) => gzip.once("end", resolve).once("error", reject));
  const write = async (lines: string) => {
    hash.update(lines);
    if (!gzip.write(lines)) await new Promise((resolve) => gzip.once("drain", resolve));
  };
  await write(`${JSON.stringify({ study, variables })}\n`);
  return {
    add: (rows) => (rows.length === 0 ? Promise.resolve() : write(rows.map((row) => `${JSON.stringify(row)}\n`).join(""))),
    end: async () => {
      gzip.end();
      await ended;
      return { content: Buffer.concat(pieces), sha256: hash.digest("hex") };
    },
  };
}

/** The hash of a data set that is there as a whole. */
export async function packRows(dataSet: DataSet): Promise<Packed> {
  const packing = await startPacking(dataSet);
  await packing.add(dataSet.rows);
  return packing.end();
}

/** A kept version as it was, with the hash of what was read. */
export function unpackRows(content: Buffer): { dataSet: DataSet; sha256: string } {
  const bytes = gunzipSync(content);
  const lines = bytes.toString("utf8").split("\n");
  const head = JSON.parse(lines[0] ?? "{}") as Pick<DataSet, "study" | "variables">;
  const rows = lines.slice(1, -1).map((line) => JSON.parse(line) as Cell[]);
  return { dataSet: { ...head, rows }, sha256: createHash("sha256").update(bytes).digest("hex") };
}
