import { inflateRawSync } from "node:zlib";

/** The sheets of a workbook with their cells as text, row by row: enough of the format to read what we wrote. */
export function readWorkbook(bytes: Buffer): ReadonlyMap<string, readonly (readonly string[])[]> {
  const files = unzip(bytes);
  const strings = [...(files.get("xl/sharedStrings.xml") ?? "").matchAll(/<si>(.*?)<\/si>/gs)].map(([, inner]) => plain(inner ?? ""));
  const names = [...(files.get("xl/workbook.xml") ?? "").matchAll(/<sheet [^>]*?name="([^"]*)"/g)].map(([, name]) => plain(name ?? ""));
  return new Map(
    names.map((name, at) => {
      const rows = [...(files.get(`xl/worksheets/sheet${at + 1}.xml`) ?? "").matchAll(/<row [^>]*>(.*?)<\/row>/gs)];
      return [name, rows.map(([, row]) => cellsOf(row ?? "", strings))];
    }),
  );
}

const cellsOf = (row: string, strings: readonly string[]): readonly string[] =>
  [...row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, attributes = "", inner = ""]) => {
    const value = /<v>(.*?)<\/v>/s.exec(inner)?.[1];
    if (value === undefined) return plain(inner);
    return /t="s"/.test(attributes) ? (strings[Number(value)] ?? "") : plain(value);
  });

const plain = (xml: string): string =>
  xml
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");

/** By the list at the end of the archive: where each file begins, and how it was packed. */
function unzip(bytes: Buffer): ReadonlyMap<string, string> {
  const end = bytes.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  const files = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [nameLength, extra, comment] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
    const local = bytes.readUInt32LE(at + 42);
    const begins = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(begins, begins + size);
    const name = bytes.subarray(at + 46, at + 46 + nameLength).toString("utf8");
    files.set(name, (packed === 0 ? content : inflateRawSync(content)).toString("utf8"));
    at += 46 + nameLength + extra + comment;
  }
  return files;
}
