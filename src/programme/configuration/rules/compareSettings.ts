import type { Shape } from "../settingShape.ts";
import { sayValue, type Names } from "./sayValue.ts";
import { columnsOf, leavesOf, listOf, partOf, type Leaf, type TableColumn } from "./settingLeaves.ts";

/** One difference between two versions, ready to be read. */
export interface Difference {
  readonly path: string;
  /** "Pijler 1: Plaatsen", "Tarief per uur en jaar: 2027". */
  readonly what: string;
  readonly kind: "changed" | "added" | "removed";
  readonly was: string | null;
  readonly becomes: string | null;
}

/** What is different in one section, field by field: nothing when they say the same. */
export function compareSection(
  section: { readonly name: string; readonly shape: Shape },
  [before, after]: readonly [unknown, unknown],
  names: Names,
): readonly Difference[] {
  const [then, next] = [leavesOf(section.shape, before, section.name), leavesOf(section.shape, after, section.name)];
  const gone = then.filter(({ path }) => !next.some((now) => now.path === path)).map((was) => ({ ...was, value: undefined }));
  return [...next, ...gone].flatMap((now) => {
    const was = then.find(({ path }) => path === now.path) ?? { ...now, value: undefined };
    if (same(was.value, now.value)) return [];
    const columns = columnsOf(now);
    if (columns) return compareTables(was, now, columns, names);
    return now.shape.kind === "list" ? compareLists(was, now, names) : [changed(was, now, names)];
  });
}

const nameOf = ({ groups, words }: Leaf): string => [...groups, words.label].join(": ");
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

const changed = (was: Leaf, now: Leaf, names: Names): Difference => ({
  path: now.path,
  what: nameOf(now),
  kind: "changed",
  was: sayValue(was.value, was.shape, was.words, names),
  becomes: sayValue(now.value, now.shape, now.words, names),
});

/** What came into a list of values and what left it; "changed" when only the order did. */
function compareLists(was: Leaf, now: Leaf, names: Names): readonly Difference[] {
  const [then, next] = [listOf(was.value), listOf(now.value)];
  const without = (all: readonly unknown[], others: readonly unknown[]) => all.filter((one) => !others.some((other) => same(one, other)));
  const [added, removed] = [without(next, then), without(then, next)];
  const said = (values: readonly unknown[]) => sayValue(values, now.shape, now.words, names);
  return [
    ...(added.length > 0 ? [{ path: now.path, what: nameOf(now), kind: "added" as const, was: null, becomes: said(added) }] : []),
    ...(removed.length > 0 ? [{ path: now.path, what: nameOf(now), kind: "removed" as const, was: said(removed), becomes: null }] : []),
    ...(added.length + removed.length === 0 ? [changed(was, now, names)] : []),
  ];
}

/** Records are the same one when their key fields say the same. */
function compareTables(was: Leaf, now: Leaf, columns: readonly TableColumn[], names: Names): readonly Difference[] {
  const keys = columns.some(({ words }) => words.key) ? columns.filter(({ words }) => words.key) : columns;
  const keyOf = (row: unknown) => JSON.stringify(keys.map(({ name }) => partOf(row, name) ?? null));
  const cell = (row: unknown, { name, shape, words }: TableColumn) => sayValue(partOf(row, name), shape, words, names);
  const called = (row: unknown) =>
    `${nameOf(now)}: ${keys
      .map((column) => cell(row, column))
      .filter((text) => text !== "leeg")
      .join(" ")}`;
  const whole = (row: unknown) =>
    columns
      .filter((column) => !keys.includes(column) && partOf(row, column.name) !== null && column.name !== "source")
      .map((column) => `${column.words.label.toLowerCase()} ${cell(row, column)}`)
      .join(", ") || "staat in de lijst";
  const [then, next] = [listOf(was.value), listOf(now.value)];
  const find = (all: readonly unknown[], row: unknown) => all.find((one) => keyOf(one) === keyOf(row));
  return [
    ...next.flatMap((row): readonly Difference[] => {
      const old = find(then, row);
      if (old === undefined) return [{ path: now.path, what: called(row), kind: "added", was: null, becomes: whole(row) }];
      return columns
        .filter(({ name }) => !same(partOf(old, name), partOf(row, name)))
        .map((column) => ({
          path: now.path,
          what: `${called(row)}, ${column.words.label.toLowerCase()}`,
          kind: "changed",
          was: cell(old, column),
          becomes: cell(row, column),
        }));
    }),
    ...then
      .filter((row) => find(next, row) === undefined)
      .map((row): Difference => ({ path: now.path, what: called(row), kind: "removed", was: whole(row), becomes: null })),
  ];
}
