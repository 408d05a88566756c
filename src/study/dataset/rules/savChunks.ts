import type { Cell, DataSet } from "../dataset.ts";
import { fitted } from "./byteWriter.ts";
import { savColumns, type SavColumn } from "./savColumns.ts";
import { savHeader, type SavFacts } from "./savHeader.ts";

const chunkSize = 1 << 18;
const keptTexts = 1000;
const literal = 253;
const eightSpaces = 254;
const missing = 255;
const endOfFile = 252;
/** From the first day of SPSS (14 October 1582) to that of JavaScript, in seconds. */
const untilEpoch = 12_219_379_200;

/** An SPSS system file (`.sav`), piece by piece: no more than one piece is held, however large the data set is. */
export function* savChunks(dataSet: DataSet, facts: SavFacts): Generator<Uint8Array, void, undefined> {
  const columns = savColumns(dataSet);
  yield savHeader(dataSet, columns, facts);
  const cases = new CaseWriter(columns);
  for (const row of dataSet.rows) {
    cases.put(row);
    if (cases.isFull()) yield cases.take();
  }
  cases.end();
  yield cases.take();
}

/**
 * Cases in the bytecode compression of SPSS: eight codes, then the values that no code can say. A whole number from -99 to 151 is a code of one byte,
 * so nearly all of a questionnaire is.
 */
class CaseWriter {
  private readonly columns: readonly SavColumn[];
  /** 0 number, 1 text, 2 date. */
  private readonly kinds: Uint8Array;
  private readonly buffer: Uint8Array;
  private readonly view: DataView;
  private readonly encoder = new TextEncoder();
  private readonly dates = new Map<string, number>();
  private readonly texts = new Map<string, Uint8Array>();
  private codes = 0;
  private codesUsed = 0;
  private at = 8;

  constructor(columns: readonly SavColumn[]) {
    this.columns = columns;
    this.kinds = Uint8Array.from(columns, ({ variable: { kind } }) => (kind === "text" ? 1 : kind === "date" ? 2 : 0));
    const widest = columns.reduce((sum, { segments }) => sum + segments, 0);
    this.buffer = new Uint8Array(chunkSize + widest * 9 * 9 + 64); // a group of codes is full after eight cases at most;
    this.view = new DataView(this.buffer.buffer);
  }

  put(row: readonly Cell[]): void {
    const { kinds } = this;
    for (let column = 0; column < kinds.length; column++) {
      const cell = row[column] ?? null;
      if (kinds[column] === 1) this.text(column, cell === null ? "" : String(cell));
      else if (cell === null) this.code(missing);
      else if (typeof cell === "number") this.number(cell);
      else this.number(this.secondsOf(cell));
    }
  }

  isFull(): boolean {
    return this.at >= chunkSize && this.codesUsed === 8;
  }

  /** What was written since the last time. Only between two groups of eight codes, or at the end. */
  take(): Uint8Array {
    const taken = this.buffer.slice(0, this.at);
    this.codes = 0;
    this.codesUsed = 0;
    this.at = 8;
    this.buffer.fill(0, 0, 8);
    return taken;
  }

  /** Programs that don't believe the number of cases stop here. */
  end(): void {
    this.code(endOfFile);
  }

  private number(value: number): void {
    if (value >= -99 && value <= 151 && Number.isInteger(value) && !Object.is(value, -0)) this.code(value + 100);
    else if (Number.isFinite(value)) {
      this.code(literal);
      this.view.setFloat64(this.at, value, true);
      this.at += 8;
    } else this.code(missing);
  }

  private text(column: number, text: string): void {
    const { width = 0, segments = 0 } = this.columns[column] ?? {};
    const bytes = this.bytesOf(text, width);
    for (let segment = 0; segment < segments; segment++) {
      const from = segment * 8;
      if (from >= bytes.length) this.code(eightSpaces);
      else {
        this.code(literal);
        for (let byte = 0; byte < 8; byte++) this.buffer[this.at + byte] = bytes[from + byte] ?? 0x20;
        this.at += 8;
      }
    }
  }

  /** Texts come back row after row: the same pseudonym for each wave, the same version for everyone. */
  private bytesOf(text: string, width: number): Uint8Array {
    const known = this.texts.get(text);
    if (known !== undefined && known.length <= width) return known;
    if (this.texts.size >= keptTexts) this.texts.clear();
    const bytes = this.encoder.encode(text.length * 3 <= width ? text : fitted(text, width));
    this.texts.set(text, bytes);
    return bytes;
  }

  private code(code: number): void {
    if (this.codesUsed === 8) {
      this.codes = this.at;
      this.codesUsed = 0;
      this.buffer.fill(0, this.at, this.at + 8);
      this.at += 8;
    }
    this.buffer[this.codes + this.codesUsed] = code;
    this.codesUsed += 1;
  }

  private secondsOf(day: string): number {
    const known = this.dates.get(day);
    if (known !== undefined) return known;
    const seconds = Date.parse(`${day}T00:00:00Z`) / 1000 + untilEpoch;
    this.dates.set(day, seconds);
    return seconds;
  }
}
