import { assembleRecords, readPhysicalLines } from "../../../registry/caseload/server/door.ts";
import type { FileFault } from "../register.ts";
import { mostLines, readHeadings, type FileRecord, type Layout } from "../rules/readRegister.ts";

const separators = [";", ",", "\t"] as const;

/** The lines of a file by column, whatever encoding and separator it was written with; or why it can't be read. */
export async function readRecords(
  content: Uint8Array,
): Promise<{ readonly code: "records"; readonly layout: Layout; readonly records: readonly FileRecord[] } | FileFault> {
  const physical = await readPhysicalLines(chunksOf(content));
  if ("code" in physical) return { code: physical.code === "file-empty" ? "empty" : "no-text" };
  const lines: string[] = [];
  for await (const line of physical.lines) lines.push(line);
  const first = lines.findIndex((line) => /[^\s;,"]/.test(line));
  const head = lines[first];
  if (head === undefined) return { code: "empty" };
  const separator = separators.reduce((best, one) => (head.split(one).length > head.split(best).length ? one : best));
  const assembler = assembleRecords(separator);
  const all = [...lines.flatMap((line) => assembler.add(line)), ...assembler.end()].filter(({ cells }) =>
    cells.some((cell) => cell.trim() !== ""),
  );
  const [heading, ...records] = all;
  const layout = readHeadings(heading?.cells ?? []);
  if ("code" in layout) return layout;
  if (records.length === 0) return { code: "empty" };
  if (records.length > mostLines) return { code: "too-many", most: mostLines };
  return { code: "records", layout, records };
}

async function* chunksOf(content: Uint8Array): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield content;
}
