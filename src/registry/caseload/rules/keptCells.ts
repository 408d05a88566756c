import type { CaseloadLayout } from "../caseload.ts";

/**
 * The cells of a line as they are kept until it is settled: without the columns that are not taken over. In a line whose cells have
 * shifted the columns can't be trusted, so there anything that is a citizen service number goes [the system does not want it].
 */
export function keptCells(cells: readonly string[], layout: CaseloadLayout): readonly string[] {
  const taken = new Set<number>(Object.values(layout.positions));
  const inShape = cells.length === layout.headings.length;
  return cells.map((cell, at) => {
    if (inShape) return taken.has(at) ? cell : "";
    return isCitizenNumber(cell) ? "" : cell;
  });
}

/** Eight or nine digits that pass the eleven test. */
export function isCitizenNumber(text: string): boolean {
  const digits = text.replace(/[\s.]/g, "");
  if (!/^\d{8,9}$/.test(digits)) return false;
  const numbers = [...digits.padStart(9, "0")].map(Number);
  const sum = numbers.reduce((total, digit, at) => total + digit * (at === 8 ? -1 : 9 - at), 0);
  return sum !== 0 && sum % 11 === 0;
}
