import { closeTable, type Unit } from "../../disclosure/tables.ts";
import { figureCodes, figures, type FigureCode, type RawCell, type ToldBlock } from "../figures.ts";

/**
 * What may be told of a year: all figures at once, since they are about the same children. Births first, then each figure in areas of the one that it
 * lies within, so that no difference of two figures is a small number.
 */
export function publishYear(year: number, cells: readonly RawCell[], municipalities: readonly string[]): readonly ToldBlock[] {
  const areas = new Map<FigureCode, readonly (readonly string[])[]>();
  const blocks: ToldBlock[] = [];
  for (const code of inOrder()) {
    const { within, gradings } = figures[code];
    const places = within === null ? municipalities.map((one) => [one]) : (areas.get(within) ?? []);
    const told = closeTable(
      places.map((codes) => unitOf(cells, code, codes)),
      gradings,
    );
    areas.set(
      code,
      told.map(({ codes }) => codes),
    );
    for (const { codes, classes } of told)
      blocks.push(...classes.map(({ values, count }) => ({ year, figure: code, codes, values, children: count })));
  }
  return blocks;
}

/** A figure comes after the one that it lies within. */
function inOrder(): readonly FigureCode[] {
  const depth = (code: FigureCode): number => {
    const { within } = figures[code];
    return within === null ? 0 : depth(within) + 1;
  };
  return figureCodes.toSorted((one, other) => depth(one) - depth(other));
}

function unitOf(cells: readonly RawCell[], figure: FigureCode, codes: readonly string[]): Unit {
  const counts: Record<string, number> = Object.fromEntries(figures[figure].values.map((value) => [value, 0]));
  for (const cell of cells)
    if (cell.figure === figure && codes.includes(cell.municipality)) counts[cell.value] = (counts[cell.value] ?? 0) + cell.children;
  return { codes, counts };
}
