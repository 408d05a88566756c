/** Kinds of file that are offered by mistake, by their first bytes. */
export type OtherKind = "excel" | "zip" | "pdf" | "web" | "document" | "picture" | "binary";
export type TextEncodingKind = "bytes" | "utf-16le" | "utf-16be";

/** How the bytes of a text file are to be read (`bytes`: line by line, as UTF-8 or Windows-1252), or that it is no text. */
export function recogniseFileKind(start: Uint8Array): { text: TextEncodingKind } | { other: OtherKind } {
  const hex = Array.from(start.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (hex.startsWith("fffe")) return { text: "utf-16le" };
  if (hex.startsWith("feff")) return { text: "utf-16be" };
  const other = signatures.find(([signature]) => hex.startsWith(signature));
  if (other) return { other: other[1] === "zip" && holdsWorkbook(start) ? "excel" : other[1] };
  const beginning = latin(start.subarray(0, 512)).replace(/^ï»¿/, "").trimStart().toLowerCase();
  if (/^<(?:!doctype|html|head|body|table|\?xml)/.test(beginning)) return { other: "web" };
  return judgeZeros(start);
}

const signatures: readonly (readonly [string, OtherKind])[] = [
  ["504b0304", "zip"],
  ["504b0506", "zip"],
  ["d0cf11e0", "excel"],
  ["25504446", "pdf"],
  ["7b5c727466", "document"],
  ["1f8b", "zip"],
  ["377abcaf", "zip"],
  ["526172211a", "zip"],
  ["89504e47", "picture"],
  ["ffd8ff", "picture"],
  ["47494638", "picture"],
];

const latin = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");

/** The names of a workbook's parts stand readable in its first bytes. */
const holdsWorkbook = (start: Uint8Array): boolean => /\[Content_Types\]|xl\/|spreadsheet/.test(latin(start.subarray(0, 4_096)));

/** Western text in UTF-16 without mark has a zero at every other byte; any other file with zeros is no text. */
function judgeZeros(start: Uint8Array): { text: TextEncodingKind } | { other: OtherKind } {
  let even = 0;
  let odd = 0;
  start.forEach((byte, at) => {
    if (byte !== 0) return;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  });
  const half = start.length / 2;
  if (even + odd === 0) return { text: "bytes" };
  if (odd > half * 0.7 && even < half * 0.1) return { text: "utf-16le" };
  if (even > half * 0.7 && odd < half * 0.1) return { text: "utf-16be" };
  // A stray zero at the end (a file from a tape or a database) does not make it something else.
  return even + odd < 4 ? { text: "bytes" } : { other: "binary" };
}
