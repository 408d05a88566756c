import { readFile } from "node:fs/promises";
import { type Done, done, isDone, type Refusal } from "../../../kit/refusal.ts";
import type { AnalysisRow } from "../analysis.ts";
import { analysisFile, type PlannedEstimates, planInR, writeAnalysisFile, writeScript } from "../rules/writeScript.ts";
import { type Bounds, runR } from "./runR.ts";

/** One number as R made it. `value` is null where R says why there is none: then `name` is the reason. */
export interface RLine {
  readonly scale: string;
  /** Empty for what is about all waves. */
  readonly wave: string;
  /** "ancova", "difference-in-differences", "imputed", "mixed" or "shift -0.5". */
  readonly method: string;
  readonly name: string;
  readonly value: number | null;
}

export interface RAnswer {
  readonly lines: readonly RLine[];
  /** Makes each number again, with the file. */
  readonly script: string;
  readonly file: string;
}

const asTexts = 'with(answer, paste(scale, wave, method, name, sprintf("%.17g", value), sep = "\\t"))\n';

/** The estimates in R, as the plan says: the mixed model and the imputations, and once more those that were made here, to hold beside them. */
export async function answerInR(rows: readonly AnalysisRow[], plan: PlannedEstimates, bounds?: Bounds): Promise<Done<RAnswer> | Refusal> {
  const estimates = await readFile(new URL("../r/estimates.R", import.meta.url), "utf8");
  const file = writeAnalysisFile(rows, plan);
  const found = await runR({ script: `${estimates}\n${planInR(plan)}${asTexts}`, files: { [analysisFile]: file } }, bounds);
  return isDone(found) ? done({ lines: found.lines.map(lineOf), script: writeScript(estimates, plan), file }) : found;
}

function lineOf(line: string): RLine {
  const [scale = "", wave = "", method = "", name = "", value = "NA"] = line.split("\t");
  return { scale, wave, method, name, value: value === "NA" || value === "NaN" ? null : Number(value) };
}
