import type { Separator } from "../caseload.ts";

/** One record of the file, as it stands there. */
export interface RawRecord {
  /** The physical line on which it starts, from 1. */
  readonly line: number;
  readonly lastLine: number;
  readonly cells: readonly string[];
  /** A quotation mark that was opened and never closed. */
  readonly openQuote: boolean;
}

/** No cell is kept beyond this; the rest is read over. A remark of 5,000 characters fits with ease. */
export const longestCell = 20_000;
/** A quoted cell of more line breaks than this was never closed. */
const mostLinesInCell = 500;

export interface RecordAssembler {
  /** Takes the next physical line, without its line break; gives the records that end with it. */
  add(text: string): RawRecord[];
  /** Gives what is left when the file ends. */
  end(): RawRecord[];
}

/**
 * Makes records of physical lines: quoted cells with separators, line breaks and doubled quotation marks. Forgiving where files are
 * sloppy: a quotation mark inside a text is a sign like any other, and one that is never closed does not swallow the lines after
 * it: `startsRecord` says whether a line looks like a record of its own. Written here since csv-parse ends at the first such mark,
 * and doesn't say on which line a record starts.
 */
export function assembleRecords(separator: Separator, startsRecord: (line: string) => boolean = () => false): RecordAssembler {
  let lineNumber = 0;
  let start = 0;
  let cells: string[] = [];
  let open: string | null = null;

  const finish = (openQuote: boolean, lastLine: number): RawRecord => {
    const record = { line: start, lastLine, cells: open === null ? cells : [...cells, open], openQuote };
    cells = [];
    open = null;
    return record;
  };
  return {
    add(text) {
      lineNumber += 1;
      const done: RawRecord[] = [];
      if (open !== null && (lineNumber - start > mostLinesInCell || startsRecord(text))) done.push(finish(true, lineNumber - 1));
      const continued: string | null = open;
      if (continued === null) start = lineNumber;
      const scanned = scanLine(text, separator, continued === null ? null : append(continued, "\n"));
      cells.push(...scanned.cells);
      open = scanned.open;
      if (open === null) done.push(finish(false, lineNumber));
      return done;
    },
    end: () => (open === null ? [] : [finish(true, lineNumber)]),
  };
}

const append = (text: string, more: string): string => (text.length < longestCell ? text + more.slice(0, longestCell - text.length) : text);

/** Cuts one physical line into cells. `open` is the text so far of a quoted cell that the line before left open. */
export function scanLine(line: string, separator: Separator, open: string | null = null): { cells: string[]; open: string | null } {
  const cells: string[] = [];
  let at = 0;
  let quoted = open;
  for (;;) {
    if (quoted === null) {
      const begin = skipSpaces(line, at, separator);
      if (line[begin] !== '"') {
        const end = line.indexOf(separator, at);
        cells.push(line.slice(at, end < 0 ? undefined : end).slice(0, longestCell));
        if (end < 0) return { cells, open: null };
        at = end + 1;
        continue;
      }
      quoted = "";
      at = begin + 1;
    }
    const closed = scanQuoted(line, at, separator, quoted);
    if (closed.next === null) return closed.ended ? { cells: [...cells, closed.text], open: null } : { cells, open: closed.text };
    cells.push(closed.text);
    quoted = null;
    at = closed.next;
  }
}

/** The rest of a quoted cell: its text, and where the next cell begins (null: nowhere on this line). */
function scanQuoted(
  line: string,
  from: number,
  separator: Separator,
  before: string,
): { text: string; next: number | null; ended: boolean } {
  let text = before;
  let at = from;
  for (;;) {
    const quote = line.indexOf('"', at);
    if (quote < 0) return { text: append(text, line.slice(at)), next: null, ended: false };
    text = append(text, line.slice(at, quote));
    if (line[quote + 1] === '"') {
      text = append(text, '"');
      at = quote + 2;
      continue;
    }
    const after = skipSpaces(line, quote + 1, separator);
    if (after >= line.length) return { text, next: null, ended: true };
    if (line[after] === separator) return { text, next: after + 1, ended: true };
    text = append(text, '"');
    at = quote + 1;
  }
}

function skipSpaces(line: string, from: number, separator: Separator): number {
  const spaces = separator === "\t" ? " " : " \t";
  let at = from;
  while (at < line.length && spaces.includes(line.charAt(at))) at += 1;
  return at;
}
