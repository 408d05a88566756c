/** Rows of a CSV file with commas, as another program wrote it. */
export function parseCsv(written: string): string[][] {
  const text = written.endsWith("\n") || written === "" ? written : `${written}\n`;
  const rows: string[][] = [];
  let row: string[] = [];
  const cells = /("(?:[^"]|"")*"|[^",\n]*)(,|\r?\n|$)/g;
  for (let found = cells.exec(text); found !== null && found.index < text.length; found = cells.exec(text)) {
    const [, cell = "", end] = found;
    row.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
