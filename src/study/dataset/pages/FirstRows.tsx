import { DataTable } from "../../../design/DataTable.tsx";
import type { Cell, Variable } from "../dataset.ts";

const shown = 16;
type Row = Readonly<{ cells: readonly Cell[]; at: number }>;

/** A look at the first rows and variables, as they will stand in a file. */
export function FirstRows({ variables, rows }: Readonly<{ variables: readonly Variable[]; rows: readonly (readonly Cell[])[] }>) {
  return (
    <>
      <p>
        De eerste {shown} variabelen. Een getal onder nul is een reden waarom een waarde ontbreekt; leeg is: niet van toepassing of niet
        bekend.
      </p>
      <DataTable
        caption="Eerste rijen"
        dense
        rows={rows.map((cells, at) => ({ cells, at }))}
        rowKey={({ at }) => String(at)}
        columns={variables.slice(0, shown).map(({ name, kind }, column) => ({
          label: name,
          heading: column === 0,
          numeric: kind === "number",
          cell: ({ cells }: Row) => cells[column] ?? "",
        }))}
      />
    </>
  );
}
