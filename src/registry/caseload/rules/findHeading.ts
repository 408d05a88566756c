import type { CaseloadLayout, FileRefusal } from "../caseload.ts";
import { refuse } from "../../../kit/refusal.ts";
import { nameColumn, readHeadings, separators } from "./headings.ts";
import { assembleRecords, type RawRecord } from "./records.ts";

/** How far down a heading is looked for: systems put a title, a date or `sep=;` above it. */
export const headingWithin = 30; // physical lines

/**
 * Finds the heading and with it the separator: the one under which most columns are recognised. `lastLine` is the physical line on
 * which the heading ends; what follows are the records.
 */
export function findHeading(lines: readonly string[]): { layout: CaseloadLayout; lastLine: number } | FileRefusal {
  let best: { layout: CaseloadLayout; lastLine: number; recognised: number } | null = null;
  let nearest: { missing: string; recognised: number } | null = null;
  for (const separator of separators) {
    for (const record of readAll(lines, separator)) {
      const reading = readHeadings(record.cells);
      if (reading.kind === "headings" && reading.recognised > (best?.recognised ?? 0)) {
        const layout = { ...reading.layout, separator, headingLine: record.line };
        best = { layout, lastLine: record.lastLine, recognised: reading.recognised };
      }
      if (reading.kind === "incomplete" && reading.recognised > (nearest?.recognised ?? 0))
        nearest = { missing: reading.missing.map(nameColumn).join(", "), recognised: reading.recognised };
    }
  }
  if (best) return { layout: best.layout, lastLine: best.lastLine };
  if (lines.every((line) => line.trim() === "")) return refuse("file-empty");
  return nearest ? refuse("file-without-columns", { missing: nearest.missing }) : refuse("file-without-heading");
}

function readAll(lines: readonly string[], separator: CaseloadLayout["separator"]): RawRecord[] {
  const assembler = assembleRecords(separator);
  return lines.slice(0, headingWithin).flatMap((line) => assembler.add(line));
}
