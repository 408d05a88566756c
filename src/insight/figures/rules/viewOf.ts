import type { Figure, ToldBlock } from "../figures.ts";

/** One class of a figure, of one place or period. */
export interface Part {
  readonly values: readonly string[];
  readonly children: number;
  /** Of the children of whom it is known; null: of nobody. */
  readonly share: number | null;
}

export interface Row {
  /** Municipalities that are counted together; one: it stands by itself. */
  readonly codes: readonly string[];
  readonly year: number | null;
  readonly parts: readonly Part[];
  /** All children of the row. */
  readonly children: number;
  /** Of whom it is known: the denominator of the shares. */
  readonly known: number;
}

export interface View {
  /** The classes in which all that is shown is told, in the order of the figure. */
  readonly classes: readonly (readonly string[])[];
  readonly rows: readonly Row[];
  readonly years: readonly Row[];
  readonly whole: Row | null;
  /** Of these nothing is told. */
  readonly untold: readonly string[];
}

/**
 * A figure over some years. A municipality that stands by itself in each of the years has its own row; all else that was told is one row. Every number is a sum
 * of whole blocks. Uncut, each municipality in which a child was born has its own.
 */
export function viewOf(figure: Figure, blocks: readonly ToldBlock[], municipalities: readonly string[], uncut = false): View {
  const classes = classesOf(figure, blocks);
  const years = [...new Set(blocks.map(({ year }) => year))].toSorted((one, other) => one - other);
  const isAlone = (code: string, year: number) =>
    blocks.some((one) => one.year === year && one.codes.length === 1 && one.codes[0] === code);
  const alone = municipalities.filter((code) =>
    uncut ? years.some((year) => isAlone(code, year)) : years.length > 0 && years.every((year) => isAlone(code, year)),
  );
  const others = blocks.filter(({ codes }) => codes.length > 1 || !alone.includes(codes[0] ?? ""));
  const rowOf = (some: readonly ToldBlock[], codes: readonly string[], year: number | null) =>
    sumRow(figure, classes, some, { codes, year });
  const inOthers = [...new Set(others.flatMap(({ codes }) => codes))].toSorted();
  return {
    classes,
    rows: [
      ...alone.map((code) =>
        rowOf(
          blocks.filter(({ codes }) => codes.length === 1 && codes[0] === code),
          [code],
          null,
        ),
      ),
      ...(others.length > 0 ? [rowOf(others, inOthers, null)] : []),
    ],
    years: years.map((year) => {
      const own = blocks.filter((one) => one.year === year);
      return rowOf(own, [...new Set(own.flatMap(({ codes }) => codes))], year);
    }),
    whole: blocks.length === 0 ? null : rowOf(blocks, [...new Set(blocks.flatMap(({ codes }) => codes))], null),
    untold: uncut ? [] : municipalities.filter((code) => !blocks.some(({ codes }) => codes.includes(code))),
  };
}

/** Values that stand together in any block stand together everywhere. */
function classesOf(figure: Figure, blocks: readonly ToldBlock[]): readonly (readonly string[])[] {
  let classes: readonly (readonly string[])[] = figure.values.map((value) => [value]);
  for (const { values } of blocks) {
    if (values.length < 2) continue;
    const touched = classes.filter((one) => one.some((value) => values.includes(value)));
    const joined = figure.values.filter((value) => touched.some((one) => one.includes(value)));
    classes = [...classes.filter((one) => !touched.includes(one)), joined];
  }
  const at = (one: readonly string[]) => figure.values.indexOf(one[0] ?? "");
  return classes.toSorted((one, other) => at(one) - at(other));
}

function sumRow(
  figure: Figure,
  classes: readonly (readonly string[])[],
  blocks: readonly ToldBlock[],
  { codes, year }: Pick<Row, "codes" | "year">,
): Row {
  const counts = classes.map((values) => ({
    values,
    children: blocks.filter((one) => one.values.every((value) => values.includes(value))).reduce((sum, { children }) => sum + children, 0),
  }));
  const all = counts.reduce((sum, { children }) => sum + children, 0);
  const isUnknown = (values: readonly string[]) => values.length === 1 && values[0] === figure.unknown;
  const known = counts.filter(({ values }) => !isUnknown(values)).reduce((sum, { children }) => sum + children, 0);
  return {
    codes,
    year,
    parts: counts.map((one) => ({ ...one, share: known === 0 || isUnknown(one.values) ? null : one.children / known })),
    children: all,
    known,
  };
}
