import type { DataSet, Shape } from "../dataset.ts";
import type { FileFormat } from "../datasetFile.ts";
import { codebookCsv } from "./codebook.ts";
import { csvChunks } from "./csvChunks.ts";
import { rScript } from "./rScript.ts";
import { savChunks } from "./savChunks.ts";

/** What a file says of itself: from which version it is, and what it lacks. */
export interface FileFacts {
  /** Such as study_1-versie-3. */
  readonly name: string;
  readonly shape: Shape;
  /** YYYY-MM-DD. */
  readonly frozenOn: string;
  readonly lines: readonly string[];
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const endings: Readonly<Record<FileFormat, string>> = { csv: ".csv", sav: ".sav", r: ".R", codebook: "-codeboek.csv" };
const baseOf = ({ name, shape }: FileFacts): string => `${name}-${shape === "long" ? "metingen" : "personen"}`;

export const fileName = (facts: FileFacts, format: FileFormat): string => `${baseOf(facts)}${endings[format]}`;

/** The pieces of a file. The same version gives the same file, whenever it is taken. */
export function fileChunks(dataSet: DataSet, facts: FileFacts, format: FileFormat): Iterable<Uint8Array | string> {
  if (format === "csv") return csvChunks(dataSet);
  if (format === "codebook") return [codebookCsv(dataSet)];
  if (format === "r") return [rScript(dataSet, { csv: fileName(facts, "csv"), heading: [baseOf(facts), ...facts.lines] })];
  const [year = "", month = "1", day = "01"] = facts.frozenOn.split("-");
  const date = `${day} ${months[Number(month) - 1]} ${year.slice(2)}`;
  return savChunks(dataSet, { label: baseOf(facts), date, time: "00:00:00", documents: facts.lines });
}
