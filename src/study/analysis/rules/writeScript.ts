import type { AnalysisRow } from "../analysis.ts";

/** What the analysis plan says on the estimates: everything that R needs to make each number again. */
export interface PlannedEstimates {
  /** Forms of scales ("brs-6"), the order in which Holm takes them. */
  readonly scales: readonly string[];
  /** T0 first. */
  readonly waves: readonly string[];
  readonly covariates: readonly string[];
  readonly seed: number;
  readonly imputations: number;
  /** What is added to imputed scores, in standard deviations, against the direction of the estimate. */
  readonly shifts: readonly number[];
}

/** The file that the script reads, by this name beside it. */
export const analysisFile = "analysis.csv";

/** The plan as R's call: the last lines of the script. */
export function planInR({ scales, waves, covariates, seed, imputations, shifts }: PlannedEstimates): string {
  return `data <- read.csv("${analysisFile}", na.strings = "", check.names = FALSE, stringsAsFactors = FALSE)
answer <- answer_all(
  data,
  scales = ${texts(scales)}, waves = ${texts(waves)}, covariates = ${texts(covariates)},
  seed = ${Math.trunc(seed)}L, imputations = ${Math.trunc(imputations)}L, shifts = c(${shifts.map(Number).join(", ")})
)
`;
}

/** The whole script: what makes it again, with nothing but base R (4.0 or newer). */
export const writeScript = (
  estimates: string,
  plan: PlannedEstimates,
): string => `# Makes each number of this answer again, from ${analysisFile}:
# Rscript answer.R
${estimates}
${planInR(plan)}options(digits = 12, width = 200)
print(answer, row.names = FALSE)
`;

/** The frozen rows as a file for R, one per participant: scores as y.<scale>.<wave>, covariates as x.<name>; nothing for what is missing. */
export function writeAnalysisFile(rows: readonly AnalysisRow[], { scales, waves, covariates }: PlannedEstimates): string {
  const columns = scales.flatMap((scale) => waves.map((wave) => ({ scale, wave })));
  const head = [
    "participant",
    "arm",
    "site",
    ...covariates.map((name) => `x.${name}`),
    ...columns.map(({ scale, wave }) => `y.${scale}.${wave}`),
  ];
  const lines = rows.map((row) => [
    ...[row.participant, row.arm, row.site].map(quoted),
    ...covariates.map((name) => numberOf(row.covariates[name])),
    ...columns.map(({ scale, wave }) => numberOf(row.scores[scale]?.[wave])),
  ]);
  return `${[head.map(quoted), ...lines].map((line) => line.join(",")).join("\n")}\n`;
}

const numberOf = (value: number | null | undefined): string => (value === null || value === undefined ? "" : String(value));
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** R's vector of texts. JSON's way of writing a text is R's too; what is not a plain letter is written by its number. */
const texts = (values: readonly string[]): string => (values.length === 0 ? "character(0)" : `c(${values.map(inR).join(", ")})`);
const inR = (text: string): string =>
  JSON.stringify(text).replaceAll(/[^\x20-\x7e]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
