import { suppliedLists } from "../server/caseloadLists.ts";
import { readCaseloadFile, type CaseloadReading } from "../server/readCaseloadFile.ts";
import type { LineOutcome } from "../caseload.ts";

/** The day on which the example file was exported. */
export const exportDay = "2026-11-22";

const heading = {
  Cliëntnummer: "C1",
  Achternaam: "Smeets",
  Voorvoegsel: "",
  Voornaam: "Renée",
  Geboortedatum: "21-07-1995",
  Adres: "Kerkstraat 15",
  Postcode: "6411 AB",
  Woonplaats: "Heerlen",
  Gemeente: "Heerlen",
  Telefoon: "0612345678",
  "E-mail": "",
  Zorgverzekeraar: "CZ",
  Kraamzorg: "Geboortezorg Limburg",
  "A terme datum": "17-03-2027",
  Pariteit: "G1P0",
  Taal: "Nederlands",
  Opmerkingen: "",
};
export type Column = keyof typeof heading;

/** One line of a file that is good, but for what is given. */
export const aLine = (part: Partial<Record<Column, string>> = {}): string[] => Object.values({ ...heading, ...part });

/** A file of such lines. */
export const aFile = (lines: readonly (readonly string[])[], separator = ";"): string =>
  [Object.keys(heading), ...lines].map((cells) => cells.map((cell) => quoted(cell, separator)).join(separator)).join("\r\n");

const quoted = (cell: string, separator: string): string =>
  cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** Cuts bytes into chunks of a size, as a stream would. */
export async function* inChunks(bytes: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Opens a file that must be readable. */
export async function open(content: string | Uint8Array, chunk?: number): Promise<CaseloadReading> {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  const reading = await readCaseloadFile({ size: bytes.length, chunks: inChunks(bytes, chunk) }, exportDay, suppliedLists);
  if (reading.code !== "reading") throw new Error(`The file was refused: ${reading.code}`);
  return reading;
}

/** All lines of a file. */
export async function readAll(content: string | Uint8Array, chunk?: number): Promise<LineOutcome[]> {
  const reading = await open(content, chunk);
  const outcomes: LineOutcome[] = [];
  for await (const outcome of reading.lines) outcomes.push(outcome);
  return outcomes;
}
