import { type TestSet, testSets } from "./dataSets.ts";

/** PSPP keeps no column that is a sum of others apart, so those studies are held beside R and statsmodels alone. */
const forPspp = testSets.filter(({ name, none }) => !none && !name.startsWith("collinear") && name !== "constant at T0");

/** The studies as PSPP's syntax: REGRESSION for both waves, of the score (ANCOVA) and of the change, told with fifteen decimals. */
export const psppSyntax = (folder: string): string => `SET FORMAT=F40.15.\n${forPspp.map((set) => ofStudy(set, folder)).join("\n")}`;

function ofStudy({ name, covariates }: TestSet, folder: string): string {
  const beside = covariates.map((_, at) => `c${at}`);
  return `GET DATA /TYPE=TXT /FILE="${folder}/${name}.csv" /ARRANGEMENT=DELIMITED /DELIMITERS="," /QUALIFIER='"' /FIRSTCASE=2
 /VARIABLES=participant A20 armname A20 site A20 ${[...beside, "t0", "t1", "t2"].map((one) => `${one} F40.16`).join(" ")}.
RECODE armname ("intervention"=1) (ELSE=0) INTO arm.
${["1", "2"].map((wave) => ofWave(name, beside, wave)).join("")}`;
}

function ofWave(name: string, beside: readonly string[], wave: string): string {
  const enough = ["t0", `t${wave}`, ...beside].map((one) => `NOT MISSING(${one})`).join(" AND ");
  return `TEMPORARY.
SELECT IF (${enough}).
ECHO "${name}|ancova|T${wave}".
REGRESSION /VARIABLES=arm t0 ${beside.join(" ")} /DEPENDENT=t${wave} /STATISTICS=COEFF CI /METHOD=ENTER.
COMPUTE change${wave} = t${wave} - t0.
TEMPORARY.
SELECT IF (${enough}).
ECHO "${name}|change|T${wave}".
REGRESSION /VARIABLES=arm ${beside.join(" ")} /DEPENDENT=change${wave} /STATISTICS=COEFF CI /METHOD=ENTER.
`;
}

/** The lines of the arm from PSPP's output as CSV, in the form that all programs print. */
export function psppValues(output: string): string {
  let about = "";
  return output
    .split("\n")
    .flatMap((line) => {
      const plain = line.replaceAll('"', "").trim();
      if (plain.split("|").length === 3) about = plain.replaceAll("|", "\t");
      if (!plain.startsWith("arm,")) return [];
      const [, estimate, standardError, , , , low, high] = plain.split(",");
      return Object.entries({ estimate, standardError, low, high }).map(([name, value]) => `${about}\t${name}\t${value}`);
    })
    .join("\n");
}
