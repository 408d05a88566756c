import { formatDay } from "../../../kit/day.ts";
import { formatCents, formatMinutes } from "../../../kit/money.ts";
import type { SettingWords } from "../setting.texts.ts";
import type { Shape } from "../settingShape.ts";
import { isRecord } from "./settingLeaves.ts";

/** Names for what is kept as a code, such as municipalities: code -> name. */
export type Names = Readonly<Record<string, string>>;

/** A setting in words: "€ 4,60", "3 u 30", "do 12 maart 2026". Nothing is "leeg". */
export function sayValue(value: unknown, shape: Shape, words: SettingWords, names: Names): string {
  if (Array.isArray(value)) {
    const item: Shape = shape.kind === "list" ? shape.item : shape;
    return value.length === 0 ? "geen" : value.map((one: unknown) => sayValue(one, item, words, names)).join(", ");
  }
  if (value === null || value === undefined || value === "") return "leeg";
  if (typeof value === "boolean") return value ? "ja" : "nee";
  if (typeof value === "number") return sayNumber(value, words);
  if (typeof value === "string") return words.values?.[value] ?? names[value] ?? (shape.kind === "day" ? formatDay(value) : value);
  if (isRecord(value))
    return Object.values(value)
      .map((one) => sayValue(one, { kind: "other", empty: true }, words, names))
      .join(" ");
  return "";
}

function sayNumber(value: number, { as, unit }: SettingWords): string {
  if (as === "cents") return formatCents(value);
  if (as === "minutes") return formatMinutes(value);
  if (as === "share") return `${decimal(value / 100)}%`;
  return as === "year" ? String(value) : `${decimal(value)}${unit === undefined ? "" : ` ${unit}`}`;
}

const decimal = (value: number): string => String(Math.round(value * 1000) / 1000).replace(".", ",");
