/**
 * A file that a Dutch spreadsheet opens as a table: semicolons, a mark at the start that says it is UTF-8, and a cell that begins like a
 * formula as text. A number is written with a decimal comma by whoever gives it.
 */
export const toCsv = (rows: readonly (readonly (string | number)[])[]): string => `${csvStart}${rows.map(csvLine).join("")}`;

/** For a file that is too large to be one text: how it begins, and each of its lines. */
export const csvStart = "\uFEFF";
export const csvLine = (row: readonly (string | number)[]): string => `${row.map(cell).join(";")}\r\n`;

function cell(value: string | number): string {
  const text = String(value);
  const isNumber = /^-?\d+(,\d+)?$/.test(text);
  const safe = !isNumber && /^\s*[=+\-@＝＋－＠\t\r]/u.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** 460 cents as "4,60", the way a spreadsheet counts with it. */
export const csvCents = (cents: number): string =>
  `${cents < 0 ? "-" : ""}${Math.trunc(Math.abs(cents) / 100)},${String(Math.abs(cents) % 100).padStart(2, "0")}`;
