import { Table } from "@amsterdam/design-system-react";
import type { ReactNode } from "react";

/** A column of a `DataTable`. */
export type Column<Row> = Readonly<{
  label: string;
  cell: (row: Row) => ReactNode;
  /** A quiet second line in the same cell. */
  note?: (row: Row) => ReactNode;
  /** The cell that names the line; one a table. */
  heading?: boolean;
  numeric?: boolean;
  /** A column of buttons: its label is only for who can't see it. */
  action?: boolean;
}>;

type Props<Row> = Readonly<{
  /** What the table holds; read out, and in view when `showCaption`. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** What stands here when there is nothing: usually an `EmptyState`. */
  empty?: ReactNode;
  showCaption?: boolean;
  /** Lines closer together, for figures. */
  dense?: boolean;
  /** A last line of totals, a cell for each column. */
  foot?: readonly ReactNode[] | undefined;
}>;

/** A table that becomes a card for each line on a phone; it stays a table for a screen reader. */
export function DataTable<Row>({ caption, columns, rows, rowKey, empty, showCaption = false, dense = false, foot }: Props<Row>) {
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;
  return (
    <div className={dense ? "wieg-table wieg-table--dense" : "wieg-table"}>
      <Table tabIndex={-1}>
        <Table.Caption className={showCaption ? undefined : "ams-visually-hidden"}>{caption}</Table.Caption>
        <Table.Header>
          <Table.Row>
            {columns.map((column) => (
              <Table.HeaderCell key={column.label} scope="col" className={column.numeric === true ? "wieg-num" : undefined}>
                {column.action === true ? <span className="ams-visually-hidden">{column.label}</span> : column.label}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {rows.map((row) => (
            <Table.Row key={rowKey(row)}>
              {columns.map((column) => (
                <Cell key={column.label} column={column} row={row} />
              ))}
            </Table.Row>
          ))}
        </Table.Body>
        {foot !== undefined && (
          <tfoot>
            <Table.Row>
              {columns.map((column, index) => (
                <Table.Cell key={column.label} data-label={column.label} className={column.numeric === true ? "wieg-num" : undefined}>
                  {foot[index]}
                </Table.Cell>
              ))}
            </Table.Row>
          </tfoot>
        )}
      </Table>
    </div>
  );
}

function Cell<Row>({ column, row }: Readonly<{ column: Column<Row>; row: Row }>) {
  const note = column.note?.(row);
  const content = (
    <>
      {column.cell(row)}
      {note !== undefined && note !== null && note !== "" && <small className="wieg-note">{note}</small>}
    </>
  );
  const look = [column.numeric === true && "wieg-num", column.action === true && "wieg-cell-action"].filter(Boolean).join(" ") || undefined;
  if (column.heading === true)
    return (
      <Table.HeaderCell scope="row" className={look}>
        {content}
      </Table.HeaderCell>
    );
  return (
    <Table.Cell className={look} data-label={column.action === true ? undefined : column.label}>
      <span className="wieg-cell">{content}</span>
    </Table.Cell>
  );
}
