import { csvLine, csvStart } from "../../../kit/csv.ts";
import type { Cell, DataSet } from "../dataset.ts";

const linesAtOnce = 2000;

/** The values as a Dutch spreadsheet and R (`read.csv2`) read them, piece by piece: missing codes as their numbers, system-missing as nothing. */
export function* csvChunks({ variables, rows }: DataSet): Generator<string, void, undefined> {
  yield `${csvStart}${csvLine(variables.map(({ name }) => name))}`;
  for (let from = 0; from < rows.length; from += linesAtOnce)
    yield rows
      .slice(from, from + linesAtOnce)
      .map((row) => csvLine(row.map(written)))
      .join("");
}

const written = (cell: Cell): string | number =>
  cell === null ? "" : typeof cell === "number" && !Number.isInteger(cell) ? String(cell).replace(".", ",") : cell;
