import { toCsv } from "../../../kit/csv.ts";
import { roleNames } from "../dataset.texts.ts";
import type { DataSet, Variable } from "../dataset.ts";

/** What the values of a variable mean, in one line: "1 = nee, 2 = ja". */
export const sayValues = ({ values }: Pick<Variable, "values">): string =>
  values.map(({ value, label }) => `${value} = ${label}`).join(", ");
export const sayMissing = ({ missing }: Pick<Variable, "missing">): string =>
  missing.map(({ code, label }) => `${code} = ${label}`).join(", ");

export const measureNames = { nominal: "nominaal", ordinal: "ordinaal", scale: "schaal" } as const;
const kindNames = { number: "getal", text: "tekst", date: "datum" } as const;

/** The codebook of a data set as a file, made from the same description as the data. */
export const codebookCsv = ({ variables }: DataSet): string =>
  toCsv([
    ["variabele", "betekenis", "rol", "soort", "meetniveau", "decimalen", "waarden", "ontbrekend", "formulier", "hoe gemaakt"],
    ...variables.map((one) => [
      one.name,
      one.label,
      roleNames[one.role],
      kindNames[one.kind],
      measureNames[one.measure],
      one.decimals,
      sayValues(one),
      sayMissing(one),
      one.form ?? "",
      one.source,
    ]),
  ]);
