import { wordsOf, type SettingWords } from "../setting.texts.ts";
import type { Shape } from "../settingShape.ts";

/** A setting that is looked at as one: a value, a list of values, or a table. */
export interface Leaf {
  /** As in `pillars.1.ceiling`. */
  readonly path: string;
  /** Names of the groups it stands in, such as "Pijler 1". */
  readonly groups: readonly string[];
  readonly words: SettingWords;
  readonly shape: Shape;
  readonly value: unknown;
}

/** A column of a list of records. */
export interface TableColumn {
  readonly name: string;
  readonly words: SettingWords;
  readonly shape: Shape;
}

interface Place {
  readonly groups?: readonly string[];
  /** How many items a list of whole records shows; what is there when left out. */
  readonly items?: (path: string) => number;
}

/** Every setting of a section, in the order of its schema. */
export function leavesOf(shape: Shape, value: unknown, path: string, place: Place = {}): readonly Leaf[] {
  const { groups = [], items = () => listOf(value).length } = place;
  const within = (group: string | null) => ({ ...place, groups: group === null ? groups : [...groups, group] });
  const deep = deepItemOf(shape);
  if (deep)
    return Array.from({ length: items(path) }, (_, nr) =>
      leavesOf(deep, listOf(value)[nr], `${path}.${nr}`, within(`${wordsOf(path).label} ${nr + 1}`)),
    ).flat();
  if (shape.kind !== "object") return [{ path, groups, words: wordsOf(path), shape, value }];
  return shape.fields.flatMap(([name, field]) => {
    const inner = `${path}.${name}`;
    return leavesOf(field, partOf(value, name), inner, within(field.kind === "object" ? wordsOf(inner).label : null));
  });
}

/** The records of a list that are too large for a line of a table, since there are tables in them: each stands by itself. Else null. */
export function deepItemOf(shape: Shape): Shape | null {
  const holdsTable = (inner: Shape): boolean =>
    inner.kind === "object"
      ? inner.fields.some(([, field]) => holdsTable(field))
      : inner.kind === "list" && (inner.item.kind === "object" || inner.item.kind === "list");
  return shape.kind === "list" && shape.item.kind === "object" && holdsTable(shape.item) ? shape.item : null;
}

/** The columns of a list of records, those within a record included; null when it is a list of bare values. */
export function columnsOf({ shape, path }: Pick<Leaf, "shape" | "path">): readonly TableColumn[] | null {
  if (shape.kind !== "list" || shape.item.kind !== "object") return null;
  return leavesOf(shape.item, null, `${path}[]`).map((leaf) => ({
    name: leaf.path.slice(path.length + 3),
    words: { ...leaf.words, label: [...leaf.groups, leaf.words.label].join(": ") },
    shape: leaf.shape,
  }));
}

/** What stands under a name such as `a.b` in a record. */
export const partOf = (value: unknown, name: string): unknown =>
  name.split(".").reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), value);

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);
