import { parseDay } from "../../../kit/day.ts";
import type { SettingWords } from "../setting.texts.ts";
import type { Shape } from "../settingShape.ts";
import { columnsOf, deepItemOf, isRecord, leavesOf, listOf, partOf, type Leaf } from "./settingLeaves.ts";

export type Typed = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Lines of a table that stand ready to be filled in. */
export const spareRows = 3;
export const removeField = (path: string, row: number): string => `${path}.${row}.weg`;

/** The fields of a section as they stand in the form: the name of each is its path. */
export function toTyped(section: { readonly name: string; readonly shape: Shape }, value: unknown): Typed {
  return Object.fromEntries(leavesOf(section.shape, value, section.name).flatMap(fieldsOf));
}

function fieldsOf(leaf: Leaf): readonly (readonly [string, string | readonly string[]])[] {
  const columns = columnsOf(leaf);
  if (columns)
    return listOf(leaf.value).flatMap((row, place) =>
      columns.map((column) => [`${leaf.path}.${place}.${column.name}`, typedOf(partOf(row, column.name), column.words)] as const),
    );
  if (leaf.shape.kind !== "list") return [[leaf.path, typedOf(leaf.value, leaf.words)]];
  const values = listOf(leaf.value).map((one) => typedOf(one, leaf.words));
  return [[leaf.path, leaf.words.as === "municipality" ? values : values.join("\n")]];
}

function typedOf(value: unknown, { as }: SettingWords): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number" && (as === "cents" || as === "share")) return (value / 100).toFixed(2).replace(".", ",");
  if (typeof value === "number" && as === "minutes") return `${Math.trunc(value / 60)}:${String(value % 60).padStart(2, "0")}`;
  if (typeof value === "number") return String(value).replace(".", ",");
  if (typeof value === "boolean") return value ? "ja" : "";
  if (Array.isArray(value)) return value.map((one: unknown) => typedOf(one, { label: "" })).join("; ");
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** What was typed, as the schema wants it; what is no number stays text, so that the schema says so. */
export function fromTyped(section: { readonly name: string; readonly shape: Shape }, typed: Typed): unknown {
  return withNothing(section.shape, build(section.shape, section.name, typed));
}

function build(shape: Shape, path: string, typed: Typed): unknown {
  if (shape.kind === "object")
    return Object.fromEntries(shape.fields.map(([name, field]) => [name, build(field, `${path}.${name}`, typed)]));
  const deep = deepItemOf(shape);
  if (deep) return keptRows(path, typed).map((row) => build(deep, `${path}.${row}`, typed));
  const [leaf] = leavesOf(shape, null, path);
  if (!leaf) return null;
  const columns = columnsOf(leaf);
  if (columns)
    return keptRows(path, typed).map((row) =>
      nested(columns.map(({ name, shape: field, words }) => [name, read(one(typed[`${path}.${row}.${name}`]), field, words)])),
    );
  if (shape.kind !== "list") return read(one(typed[path]), shape, leaf.words);
  const lines = [typed[path] ?? []].flat().flatMap((text) => text.split("\n"));
  return lines
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => read(line, shape.item, leaf.words));
}

/** A record that may be left out, and in which nothing was filled in, is not there. */
function withNothing(shape: Shape, value: unknown): unknown {
  if (shape.kind === "list" && Array.isArray(value)) return value.map((one: unknown) => withNothing(shape.item, one));
  if (shape.kind !== "object" || !isRecord(value)) return value;
  const whole = Object.fromEntries(shape.fields.map(([name, field]) => [name, withNothing(field, value[name])]));
  return shape.empty && Object.values(whole).every(isBlank) ? null : whole;
}
const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

/** The lines of a table that count: not ticked away, and not left empty. The place in the list tells which line of the form it was. */
export function keptRows(path: string, typed: Typed): readonly number[] {
  const names = Object.keys(typed).filter((name) => name.startsWith(`${path}.`));
  const rows = [...new Set(names.map((name) => Number(name.slice(path.length + 1).split(".")[0])))]
    .filter(Number.isInteger)
    .sort((a, b) => a - b);
  return rows.filter(
    (row) =>
      !one(typed[removeField(path, row)]) &&
      names.some((name) => name.startsWith(`${path}.${row}.`) && one(typed[name]).trim() !== "" && one(typed[name]) !== "ja"),
  );
}

/** How many items of a list the form shows, those that were ticked away included. */
export const itemsOf = (path: string, typed: Typed): number =>
  Math.max(
    0,
    ...Object.keys(typed)
      .filter((name) => name.startsWith(`${path}.`))
      .map((name) => Number(name.slice(path.length + 1).split(".")[0]) + 1)
      .filter(Number.isInteger),
  );

/** `a.b` becomes a record in a record. */
function nested(entries: readonly (readonly [string, unknown])[]): unknown {
  const made: Record<string, unknown> = {};
  for (const [name, value] of entries) {
    const [first = "", ...rest] = name.split(".");
    if (rest.length === 0) made[first] = value;
    else made[first] = { ...(isRecord(made[first]) ? made[first] : {}), [rest.join(".")]: value };
  }
  return made;
}

const one = (value: string | readonly string[] | undefined): string => (typeof value === "string" ? value : (value?.[0] ?? ""));

function read(text: string, shape: Shape, { as }: SettingWords): unknown {
  const typed = text.trim();
  if (shape.kind === "yes") return typed !== "";
  if (shape.kind === "list")
    return typed
      .split(/[;\n]/)
      .map((part) => part.trim())
      .filter(Boolean)
      .map((part) => read(part, shape.item, { label: "" }));
  if (typed === "") return "empty" in shape && shape.empty ? null : shape.kind === "number" ? undefined : "";
  if (shape.kind === "day") return parseDay(typed) ?? typed;
  if (shape.kind === "number") return readNumber(typed, as);
  return shape.kind === "other" ? readOther(typed) : typed;
}

function readNumber(typed: string, as: SettingWords["as"]): number | string {
  const time = as === "minutes" ? /^(\d+)(?:[:.u ]+(\d{1,2}))?$/.exec(typed) : null;
  if (time) return Number(time[1]) * 60 + Number(time[2] ?? 0);
  const value = Number(typed.replace(/^€\s*/, "").replace(/%$/, "").replace(",", "."));
  if (Number.isNaN(value)) return typed;
  return as === "cents" || as === "share" ? Math.round(value * 100) : value;
}

function readOther(typed: string): unknown {
  try {
    return JSON.parse(typed) as unknown;
  } catch {
    return typed;
  }
}

/** The name of the field in the form for a place in the value: lines that were ticked away still count in the form. */
export function fieldNameOf(section: { readonly name: string; readonly shape: Shape }, path: readonly string[], typed: Typed): string {
  const leaves = leavesOf(section.shape, null, section.name, { items: (list) => itemsOf(list, typed) });
  const tables = leaves.filter((leaf) => columnsOf(leaf) !== null);
  const full = [section.name, ...path].join(".");
  const table = tables.find((leaf) => full.startsWith(`${leaf.path}.`));
  if (table) {
    const [row = "0", ...rest] = full.slice(table.path.length + 1).split(".");
    const column = rest.length > 0 ? rest.join(".") : (columnsOf(table)?.[0]?.name ?? "");
    return `${table.path}.${keptRows(table.path, typed)[Number(row)] ?? row}.${column}`;
  }
  const own =
    leaves.find((leaf) => full === leaf.path || full.startsWith(`${leaf.path}.`)) ??
    leaves.find((leaf) => leaf.path.startsWith(`${full}.`));
  return own?.path ?? "form";
}
