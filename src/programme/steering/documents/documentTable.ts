import { formatDay } from "../../../kit/day.ts";
import { formatCents, formatMinutes } from "../../../kit/money.ts";
import type { Section } from "../../../trust/home/home.ts";
import { decimal } from "../rules/say.ts";

/** How a column is written: hours come as minutes, euros as cents, a day as a `Day`. */
export type ColumnKind = "text" | "count" | "decimal" | "hours" | "euros" | "day";
/** Null: not known, or not to be told. */
export type DocumentCell = string | number | null;

/** A table of figures for paper and for a workbook. */
export interface DocumentTable {
  /** The name of its sheet. */
  readonly name: string;
  readonly heading: string;
  readonly columns: readonly { readonly label: string; readonly as: ColumnKind }[];
  readonly rows: readonly (readonly DocumentCell[])[];
  /** In place of a table without rows. */
  readonly empty: string;
  readonly note: string | null;
}

/** A cell in words. */
export function sayCell(cell: DocumentCell, as: ColumnKind): string {
  if (cell === null) return "–";
  if (typeof cell === "string") return as === "day" ? formatDay(cell) : cell;
  if (as === "hours") return formatMinutes(cell);
  if (as === "euros") return formatCents(cell);
  return as === "decimal" ? decimal(cell) : String(cell);
}

/** The table as it stands on paper. */
export const sectionOf = ({ heading, columns, rows, empty, note }: DocumentTable): Section => ({
  heading,
  blocks: [
    rows.length === 0
      ? { kind: "paragraph", text: empty }
      : {
          kind: "table",
          header: columns.map(({ label }) => label),
          rows: rows.map((row) => row.map((cell, at) => sayCell(cell, columns[at]?.as ?? "text"))),
        },
    ...(note === null ? [] : [{ kind: "paragraph", text: note } as const]),
  ],
});
