import type { DataSet, Variable } from "../dataset.ts";
import { ByteWriter, fitted } from "./byteWriter.ts";
import type { SavColumn } from "./savColumns.ts";

/** What stands at the head of a file: who made it and of what, for whoever finds it later. */
export interface SavFacts {
  /** At most 64 bytes. */
  readonly label: string;
  /** As "23 Nov 26" and "01:45:00". */
  readonly date: string;
  readonly time: string;
  readonly documents: readonly string[];
}

const formats = { number: 5, text: 1, date: 39 } as const;
const measures = { nominal: 1, ordinal: 2, scale: 3 } as const;
const bias = 100;
/** The system-missing value of SPSS, and the lowest number that is none. */
export const systemMissing = -Number.MAX_VALUE;
const lowest = -1.7976931348623155e308;

/** The dictionary of a system file: everything before the first case. */
export function savHeader(dataSet: DataSet, columns: readonly SavColumn[], facts: SavFacts): Uint8Array {
  const to = new ByteWriter();
  fileHeader(to, dataSet, columns, facts);
  for (const column of columns) variableRecords(to, column);
  let index = 1;
  for (const column of columns) {
    valueLabels(to, column, index);
    index += column.segments;
  }
  documents(to, facts.documents);
  extensions(to, dataSet, columns);
  to.int(999);
  to.int(0);
  return to.bytes();
}

function fileHeader(to: ByteWriter, { rows }: DataSet, columns: readonly SavColumn[], facts: SavFacts): void {
  to.text("$FL2", 4);
  to.text("@(#) SPSS DATA FILE Wieg", 60);
  to.int(2); // layout
  to.int(columns.reduce((sum, { segments }) => sum + segments, 0));
  to.int(1); // bytecode compression
  to.int(0); // no weights
  to.int(rows.length);
  to.double(bias);
  to.text(facts.date, 9);
  to.text(facts.time, 8);
  to.text(fitted(facts.label, 64), 64);
  to.text("", 3);
}

/** One record for each variable, and one for each further eight bytes of a text. */
function variableRecords(to: ByteWriter, { variable, short, width, segments }: SavColumn): void {
  const format = formatOf(variable, width);
  const codes = missingOf(variable);
  to.int(2);
  to.int(variable.kind === "text" ? width : 0);
  to.int(1);
  to.int(codes.length === 2 && isRange(variable) ? -2 : codes.length);
  to.int(format);
  to.int(format);
  to.text(short, 8);
  to.counted(fitted(variable.label, 255), 4);
  for (const code of codes) to.double(code);
  for (let more = 1; more < segments; more++) {
    for (const value of [2, -1, 0, 0, format, format]) to.int(value);
    to.text("", 8);
  }
}

function formatOf({ kind, decimals }: Variable, width: number): number {
  const wide = kind === "text" ? width : kind === "date" ? 10 : widthOf(decimals);
  return (formats[kind] << 16) | (wide << 8) | (kind === "number" ? decimals : 0);
}
const widthOf = (decimals: number): number => 8 + (decimals > 0 ? decimals + 1 : 0);

/** SPSS knows at most three single codes; more are told as a range, which holds nothing else: codes lie outside of what is measured. */
const isRange = ({ missing }: Variable): boolean => missing.length > 3;
function missingOf(variable: Variable): readonly number[] {
  const codes = variable.missing.map(({ code }) => code).sort((one, other) => one - other);
  return isRange(variable) ? [Math.min(...codes), Math.max(...codes)] : codes;
}

/** What each value means; a missing code has its label too, so that a table names the reason. */
function valueLabels(to: ByteWriter, { variable }: SavColumn, index: number): void {
  const labels = [...variable.missing.map(({ code, label }) => ({ value: code, label })), ...variable.values];
  if (labels.length === 0 || variable.kind === "text") return;
  to.int(3);
  to.int(labels.length);
  for (const { value, label } of labels) {
    to.double(value);
    to.label(fitted(label, 120));
  }
  for (const value of [4, 1, index]) to.int(value);
}

function documents(to: ByteWriter, lines: readonly string[]): void {
  if (lines.length === 0) return;
  to.int(6);
  to.int(lines.length);
  for (const line of lines) to.text(fitted(line, 80), 80);
}

function extensions(to: ByteWriter, { rows }: DataSet, columns: readonly SavColumn[]): void {
  extension(to, 3, 4, 8);
  for (const value of [24, 0, 0, -1, 1, 1, 2, 65001]) to.int(value);
  extension(to, 4, 8, 3);
  for (const value of [systemMissing, Number.MAX_VALUE, lowest]) to.double(value);
  extension(to, 11, 4, columns.length * 3);
  for (const { variable, width } of columns) {
    to.int(measures[variable.measure]);
    to.int(variable.kind === "text" ? Math.min(Math.max(width, 8), 32) : 10);
    to.int(variable.kind === "text" ? 0 : 1);
  }
  textExtension(to, 13, columns.map(({ short, variable }) => `${short}=${variable.name}`).join("\t"));
  extension(to, 16, 8, 2);
  to.long(1);
  to.long(rows.length);
  textExtension(to, 18, columns.map(({ variable }) => `${variable.name}:Source('${oneLine(variable.source)}'\n)`).join("/"));
  textExtension(to, 20, "UTF-8");
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ");

function extension(to: ByteWriter, subtype: number, size: number, count: number): void {
  for (const value of [7, subtype, size, count]) to.int(value);
}

function textExtension(to: ByteWriter, subtype: number, text: string): void {
  const bytes = new TextEncoder().encode(text);
  extension(to, subtype, 1, bytes.length);
  to.raw(bytes);
}
