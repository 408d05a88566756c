import { DataTable } from "../../../design/DataTable.tsx";
import { figureWords, percent, sayClass } from "../figures.texts.ts";
import { nameOf, namesOf } from "../rules/sayRow.ts";
import type { Row } from "../rules/viewOf.ts";
import type { Figures, FigureView } from "../server/readFigures.ts";

/** Numerators and denominator of a figure, by municipality or by year. */
export function FigureTable({ data, of: { figure, view }, by }: Readonly<{ data: Figures; of: FigureView; by: "place" | "year" }>) {
  const { municipalities, uncut } = data;
  const sayName = (row: Row) => (by === "year" ? String(row.year) : nameOf(row, municipalities));
  const whole = uncut ? "Samen" : "Samen, voor zover te tonen";
  const isPlain = figure.code === "births";
  return (
    <DataTable
      caption={`${figureWords[figure.code].name}, ${by === "year" ? "per jaar" : "per gemeente"}`}
      rows={by === "year" ? view.years : view.rows}
      rowKey={(row) => `${row.year ?? ""}${row.codes.join()}`}
      columns={[
        {
          label: by === "year" ? "Jaar" : "Gemeente",
          heading: true,
          cell: sayName,
          note: (row) => (by === "place" && row.codes.length > 1 ? namesOf(row.codes, municipalities) : null),
        },
        ...view.classes.map((values, at) => ({
          label: sayClass(figure.code, values),
          numeric: true,
          cell: (row: Row) => row.parts[at]?.children ?? 0,
          note: (row: Row) => (isPlain || row.parts[at]?.share === null ? null : percent(row.parts[at]?.share ?? null)),
        })),
        ...(isPlain ? [] : [{ label: "Noemer", numeric: true, cell: (row: Row) => row.known }]),
      ]}
      foot={
        by === "place" && view.whole
          ? [
              whole,
              ...view.whole.parts.map(({ children, share }) => (isPlain || share === null ? children : `${children} (${percent(share)})`)),
              ...(isPlain ? [] : [view.whole.known]),
            ]
          : undefined
      }
    />
  );
}
