import { fieldTitles, partTitles, recordTitles, sayCode } from "../familyFile.texts.ts";
import type { KeptRow } from "../familyFile.ts";

/** One record in words. */
export interface SaidRow {
  readonly part: string;
  readonly title: string;
  readonly on: string;
  readonly by: string;
  readonly fields: readonly { readonly label: string; readonly value: string }[];
}

/** What the machine needs and nobody reads: ids, versions, who in which job. */
const technical =
  /^(?:id|version|created_at|day|xid|salt|care_kind|own_person|about_person|noted_together|relations_were|copied_from|from_file|source_.*|digest|token_hash|code|paper_code)$|_id$|_by$|_at$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const day = /^\d{4}-\d{2}-\d{2}$/;

export function sayRow(row: KeptRow): SaidRow {
  const fields = Object.entries(row.content).flatMap(([name, value]) => {
    if (technical.test(name)) return [];
    const said = sayValue(value);
    return said === null ? [] : [{ label: fieldTitles[name] ?? name.replaceAll("_", " "), value: said }];
  });
  return {
    part: partTitles[row.part] ?? row.part,
    title: recordTitles[row.table] ?? row.table.replaceAll("_", " "),
    on: shortDay(row.recordedOn),
    by: [row.professional, row.organisation].filter(Boolean).join(", "),
    fields,
  };
}

/** Null for what is empty or says nothing to a person. */
function sayValue(value: unknown): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "boolean") return value ? "ja" : "nee";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return uuid.test(value) ? null : day.test(value) ? shortDay(value) : sayCode(value);
  if (Array.isArray(value)) return value.map(sayValue).filter(Boolean).join(", ") || null;
  if (typeof value !== "object") return null;
  const parts = Object.entries(value).flatMap(([name, one]) => {
    const said = technical.test(name) ? null : sayValue(one);
    return said === null ? [] : [`${fieldTitles[name] ?? name}: ${said}`];
  });
  return parts.length === 0 ? null : parts.join("; ");
}

export function shortDay(value: string): string {
  const date = Temporal.PlainDate.from(value);
  return `${date.day}-${date.month}-${date.year}`;
}
