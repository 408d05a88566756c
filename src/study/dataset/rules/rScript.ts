import type { DataSet, Variable } from "../dataset.ts";

/** What the script says above itself, and of which file it is. */
export interface ScriptFacts {
  readonly csv: string;
  readonly heading: readonly string[];
}

/**
 * An R script that reads the CSV file with nothing but R itself. It makes three tables of the same shape: `values` (numbers; what is missing is NA),
 * `reasons` (why it is missing) and `data` (with factors). So no missing code can end up in a mean.
 */
export const rScript = ({ variables }: DataSet, { csv, heading }: ScriptFacts): string =>
  `${[
    ...heading.map((line) => `# ${line.replaceAll(/[\r\n]+/g, " ")}`),
    `file <- ${quoted(csv)}`,
    'if (!exists("folder")) folder <- "."',
    'raw <- read.csv2(file.path(folder, file), fileEncoding = "UTF-8-BOM", encoding = "UTF-8", na.strings = "", check.names = FALSE,',
    `  colClasses = c(${variables.map(classOf).join(", ")}))`,
    "codebook <- list(",
    variables.map(entry).join(",\n"),
    ")",
    ...body,
  ].join("\n")}\n`;

const classOf = ({ kind }: Variable): string => (kind === "number" ? '"numeric"' : kind === "date" ? '"Date"' : '"character"');
const quoted = (text: string): string =>
  `"${text
    .replaceAll("\\", "\\\\")
    .replaceAll('"', '\\"')
    .replaceAll(/[\r\n]+/g, " ")}"`;
const named = (pairs: readonly { readonly code: number; readonly label: string }[]): string =>
  pairs.length === 0
    ? "NULL"
    : `list(codes = c(${pairs.map(({ code }) => code).join(", ")}), labels = c(${pairs.map(({ label }) => quoted(label)).join(", ")}))`;

const entry = ({ name, label, measure, values, missing, source }: Variable): string =>
  `  ${quoted(name)} = list(label = ${quoted(label)}, ordered = ${measure === "ordinal" ? "TRUE" : "FALSE"},\n` +
  `    values = ${named(values.map(({ value, label: meaning }) => ({ code: value, label: meaning })))},\n` +
  `    missing = ${named(missing)},\n    source = ${quoted(source)})`;

const body = [
  "values <- raw",
  "reasons <- raw",
  "data <- raw",
  "for (name in names(codebook)) {",
  "  about <- codebook[[name]]",
  "  column <- raw[[name]]",
  "  codes <- about$missing$codes",
  "  gone <- !is.na(column) & column %in% codes",
  "  reasons[[name]] <- factor(ifelse(gone, as.character(column), NA), levels = as.character(codes), labels = about$missing$labels)",
  "  column[gone] <- NA",
  "  values[[name]] <- column",
  "  data[[name]] <- if (is.null(about$values)) column else",
  "    factor(column, levels = about$values$codes, labels = about$values$labels, ordered = about$ordered)",
  '  attr(values[[name]], "label") <- about$label',
  '  attr(data[[name]], "label") <- about$label',
  "}",
];
