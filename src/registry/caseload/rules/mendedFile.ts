import type { CaseloadLayout } from "../caseload.ts";
import { reasonHeading } from "./headings.ts";

/**
 * The refused lines as a file to mend in a spreadsheet and offer again: UTF-8 with byte order mark, semicolons, the same columns,
 * and before them the reason. A line that was cut off stays as short as it was, so that it is refused again until someone
 * completed it: the reason stands first, since at the end it would fill it up.
 */
export function writeMendedHeading(layout: CaseloadLayout): string {
  return `\uFEFF${toRow([reasonHeading, ...withoutReason(layout, layout.headings)])}`;
}

export function writeMendedLine(
  layout: CaseloadLayout,
  refused: { readonly cells: readonly string[]; readonly reasons: readonly string[] },
): string {
  return toRow([refused.reasons.join(" "), ...withoutReason(layout, refused.cells)]);
}

const withoutReason = (layout: CaseloadLayout, cells: readonly string[]): readonly string[] =>
  cells.filter((_, at) => at !== layout.reasonAt);

const toRow = (cells: readonly string[]): string => `${cells.map(toCell).join(";")}\r\n`;

/** A cell that begins like a formula gets an apostrophe, which spreadsheets show as text and reading takes off again. */
function toCell(text: string): string {
  const guarded = /^\s*[=+\-@＝＋－＠\t\r]/.test(text) ? `'${text}` : text;
  return /[";\n\r]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
