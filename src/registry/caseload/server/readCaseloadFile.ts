import type { Day } from "../../../kit/day.ts";
import { refuse } from "../../../kit/refusal.ts";
import type { CaseloadLayout, CaseloadLists, FileRefusal, LineOutcome } from "../caseload.ts";
import { readDate } from "../rules/dutchDate.ts";
import { findHeading, headingWithin } from "../rules/findHeading.ts";
import { assembleRecords, scanLine } from "../rules/records.ts";
import { readLines } from "../rules/recogniseLine.ts";
import { type Encoding, readPhysicalLines } from "./physicalLines.ts";

/** The largest file read, in megabytes: some 250,000 lines. */
export const largestFile = 64;

export interface CaseloadFile {
  /** Its size in bytes. */
  readonly size: number;
  readonly chunks: AsyncIterable<Uint8Array>;
}

export interface CaseloadReading {
  readonly code: "reading";
  readonly layout: CaseloadLayout;
  /** Each record that is not empty, in order. To be read once; stopping early closes the file. */
  readonly lines: AsyncGenerator<LineOutcome>;
  /** How far it is, between 0 and 1. */
  readonly progress: () => number;
  /** As far as read. */
  readonly encoding: () => Encoding;
}

/** Reads a practice's caseload from any source, one line at a time: memory does not grow with the file, but for what finds doubles. */
export async function readCaseloadFile(file: CaseloadFile, today: Day, lists: CaseloadLists): Promise<CaseloadReading | FileRefusal> {
  if (file.size > largestFile * 1_000_000) return refuse("file-too-large", { megabytes: largestFile });
  const physical = await readPhysicalLines(file.chunks);
  if ("code" in physical) return physical;
  const beginning: string[] = [];
  while (beginning.length < headingWithin) {
    const next = await physical.lines.next();
    if (next.done) break;
    beginning.push(next.value);
  }
  const heading = findHeading(beginning);
  if ("code" in heading) {
    await physical.lines.return(undefined);
    return heading;
  }
  return {
    code: "reading",
    layout: heading.layout,
    lines: readOutcomes(beginning, physical.lines, heading, readLines(heading.layout, lists, today), today),
    progress: () => (file.size === 0 ? 1 : Math.min(1, physical.bytesRead() / file.size)),
    encoding: physical.encoding,
  };
}

async function* readOutcomes(
  beginning: readonly string[],
  rest: AsyncGenerator<string>,
  { layout, lastLine }: { layout: CaseloadLayout; lastLine: number },
  reader: ReturnType<typeof readLines>,
  today: Day,
): AsyncGenerator<LineOutcome> {
  const assembler = assembleRecords(layout.separator, (line) => looksLikeRecord(line, layout, today));
  try {
    let number = 0;
    for await (const line of chain(beginning, rest)) {
      number += 1;
      // What stands above the records is replaced by empty lines, so that the numbers stay those of the file.
      for (const record of assembler.add(number > lastLine ? line : "")) yield* read(record);
    }
    for (const record of assembler.end()) yield* read(record);
  } finally {
    await rest.return(undefined);
  }
  function* read(record: Parameters<typeof reader.read>[0]): Generator<LineOutcome> {
    const outcome = reader.read(record);
    if (outcome) yield outcome;
  }
}

async function* chain(beginning: readonly string[], rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield* beginning;
  yield* rest;
}

/** A line inside an open quotation mark that has all the columns, with dates where dates belong, is a record: the mark was never closed. */
function looksLikeRecord(line: string, layout: CaseloadLayout, today: Day): boolean {
  const { cells } = scanLine(line, layout.separator);
  const isDay = (field: "birthDate" | "dueDate") =>
    "day" in readDate(cells[layout.positions[field] ?? -1] ?? "", field === "birthDate" ? "birth" : "due", today);
  return cells.length >= layout.headings.length - 1 && (isDay("birthDate") || isDay("dueDate"));
}
