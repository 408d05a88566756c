import type { Cell, Row } from "write-excel-file/node";
import type { ColumnKind, DocumentCell, DocumentTable } from "./documentTable.ts";

/** What stands at the head of a workbook: what it is, when it was made, for whom. */
export interface WorkbookHead {
  readonly title: string;
  readonly lines: readonly string[];
}

export const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Excel writes these by the country of who opens it: in the Netherlands 1.234,5 and € 1.234,50. */
const formats: Readonly<Record<ColumnKind, string>> = {
  text: "@",
  count: "#,##0",
  decimal: "#,##0.0",
  hours: "#,##0.00",
  euros: '"€" #,##0.00',
  day: "dd-mm-yyyy",
};
const unit: Readonly<Partial<Record<ColumnKind, string>>> = { hours: " (uren)", euros: " (euro)" };

/** A real workbook: a first sheet that says what it is, and a sheet for each table, its headings in sight while one scrolls. */
export async function toWorkbook(head: WorkbookHead, tables: readonly DocumentTable[]): Promise<Uint8Array> {
  const { default: write } = await import("write-excel-file/node");
  return write([
    { sheet: "Over dit bestand", data: headRows(head, tables), columns: [{ width: 110 }] },
    ...tables.map((table) => ({
      sheet: table.name,
      data: [table.columns.map(({ label, as }) => heading(label + (unit[as] ?? ""))), ...table.rows.map((row) => rowOf(row, table))],
      columns: table.columns.map((column, at) => ({ width: widthOf(table, at) })),
      stickyRowsCount: 1,
    })),
  ]).toBuffer();
}

const heading = (value: string): Cell => ({ value, type: String, fontWeight: "bold", wrap: true, alignVertical: "top" });
const text = (value: string): Cell => ({ value, type: String, format: "@", wrap: true, alignVertical: "top" });

const headRows = ({ title, lines }: WorkbookHead, tables: readonly DocumentTable[]): Row[] => [
  [{ value: title, type: String, fontWeight: "bold", fontSize: 14 }],
  ...lines.map((line): Row => [text(line)]),
  [null],
  ...tables.flatMap(({ name, heading: about, note, rows, empty }): Row[] => [
    [heading(name)],
    [text(about)],
    ...(rows.length === 0 ? [[text(empty)]] : []),
    ...(note === null ? [] : [[text(note)]]),
  ]),
];

const rowOf = (row: readonly DocumentCell[], { columns }: DocumentTable): Row =>
  row.map((cell, at) => cellOf(cell, columns[at]?.as ?? "text"));

/** Words stay words, also when they begin like a formula. */
function cellOf(cell: DocumentCell, as: ColumnKind): Cell {
  if (cell === null) return { value: "–", type: String, align: "right" };
  if (typeof cell === "string")
    return as === "day" ? { value: new Date(`${cell}T00:00:00Z`), type: Date, format: formats.day, alignVertical: "top" } : text(cell);
  const value = as === "hours" ? Math.round((cell / 60) * 100) / 100 : as === "euros" ? cell / 100 : cell;
  return { value, type: Number, format: formats[as], alignVertical: "top" };
}

/** Wide enough for what stands in it, and no wider than can be read. */
function widthOf({ columns, rows }: DocumentTable, at: number): number {
  const longest = Math.max(...rows.map((row) => String(row[at] ?? "").length), 0);
  const label = (columns[at]?.label ?? "").split(" ").map((word) => word.length);
  return Math.min(60, Math.max(10, longest + 2, Math.max(...label) + 2));
}
