import { bytesIn } from "./byteWriter.ts";
import type { DataSet, Variable } from "../dataset.ts";

/** A variable as it lies in a system file: its short name, and how many pieces of eight bytes it takes. */
export interface SavColumn {
  readonly variable: Variable;
  readonly short: string;
  /** Bytes of a text; 0 for a number. */
  readonly width: number;
  readonly segments: number;
}

/** Longer texts would have to be cut in pieces by other rules; no variable of ours is. */
export const widestText = 255;

/** Short names are numbered: SPSS shows the long ones, and no two can fall together. A text is as wide as its longest value. */
export const savColumns = ({ variables, rows }: DataSet): readonly SavColumn[] =>
  variables.map((variable, at) => {
    const short = `V${at + 1}`;
    if (variable.kind !== "text") return { variable, short, width: 0, segments: 1 };
    const width = Math.min(widestText, Math.max(1, widestOf(rows, at)));
    return { variable, short, width, segments: Math.ceil(width / 8) };
  });

function widestOf(rows: DataSet["rows"], at: number): number {
  let widest = 0;
  for (const row of rows) {
    const cell = row[at];
    if (typeof cell === "string" && cell.length * 3 > widest) widest = Math.max(widest, bytesIn(cell));
  }
  return widest;
}
