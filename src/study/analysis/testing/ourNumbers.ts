import { nonCentralT } from "../../../kit/statistics/studentT.ts";
import { arms, type Estimated, type Question } from "../analysis.ts";
import { estimateAncova } from "../rules/ancova.ts";
import { describeArms, differenceOfArms } from "../rules/describe.ts";
import { estimateDifferenceInDifferences } from "../rules/differenceInDifferences.ts";
import { holm } from "../rules/holm.ts";
import { minimumDetectableEffect } from "../rules/minimumDetectableEffect.ts";
import { writeAnalysisFile } from "../rules/writeScript.ts";
import { type TestSet, testScale, testSets, testWaves } from "./dataSets.ts";

/** A number by study, method, wave and name, tab between: what other programs print too. */
export type Values = ReadonlyMap<string, number>;

const key = (...parts: readonly (string | number)[]): string => parts.join("\t");

/** Lines as the other programs print them. A number that is said twice has to be the same twice. */
export function readValues(text: string): Values {
  const values = new Map<string, number>();
  for (const line of text.split("\n")) {
    const parts = line.split("\t");
    if (parts.length !== 5) continue;
    const at = parts.slice(0, 4).join("\t");
    const value = Number(parts[4]);
    const before = values.get(at);
    if (before !== undefined && !agrees(value, before, 1e-8)) throw new Error(`Two values for ${at}: ${before} and ${value}`);
    values.set(at, value);
  }
  return values;
}

/** The same to this part of itself, or of one for what is smaller. */
export const agrees = (one: number, other: number, within: number): boolean =>
  Math.abs(one - other) <= within * Math.max(1, Math.abs(other));

/** How near a method has to come: closed forms, and what is found by search. */
export const withinOf = (at: string): number => (at.includes("\tmixed\t") ? 1e-5 : 1e-8);

/** What Wieg says itself on every made-up study, and on Holm, power and the non-central t. */
export function ourNumbers(): Values {
  const values = new Map<string, number>();
  for (const set of testSets) for (const wave of ["T1", "T2"]) for (const [at, value] of ofWave(set, wave)) values.set(at, value);
  for (const set of testSets) for (const [at, value] of atBegin(set)) values.set(at, value);
  for (const [at, value] of constants()) values.set(at, value);
  return values;
}

function ofWave({ name, rows, covariates }: TestSet, wave: string): [string, number][] {
  const question: Question = { scale: testScale, wave, covariates };
  const all: readonly (readonly [string, Estimated])[] = [
    ["ancova", estimateAncova(rows, question)],
    ["change", estimateDifferenceInDifferences(rows, question)],
  ];
  return all.flatMap(([method, found]) => {
    if (found.outcome === "no-estimate") return [];
    const { estimate, standardError, low, high, df, p, standardised } = found;
    const told = { estimate, standardError, low, high, df, p, ...(method === "ancova" && standardised !== null && { standardised }) };
    return Object.entries(told).map(([of, value]): [string, number] => [key(name, method, wave, of), value]);
  });
}

function atBegin({ name, rows }: TestSet): [string, number][] {
  const quantity = { scale: testScale, wave: "T0" };
  const described = describeArms(rows, quantity);
  const apart = differenceOfArms(rows, quantity);
  const groups = arms.flatMap((arm) =>
    Object.entries(described[arm]).flatMap(([of, value]): [string, number][] =>
      value === null ? [] : [[key(name, "described", arm, of), value]],
    ),
  );
  return apart === null ? groups : [...groups, [key(name, "described", "T0", "apart"), apart]];
}

function constants(): [string, number][] {
  const holms = [
    [0.01, 0.04, 0.03],
    [0.2, 0.2, 0.001],
    [0.9, 0.5, 0.6],
    [0.049, 0.051, 1e-12],
  ];
  const corrected = holms.flatMap((ps, at) =>
    holm(ps).map((p, place): [string, number] => [key("constants", "holm", at + 1, place + 1), p ?? Number.NaN]),
  );
  const detectable = [150, 100, 20].flatMap((people): [string, number][] => {
    const of = (by: "t-test" | "ancova", correlation: number) =>
      minimumDetectableEffect({ intervention: people, control: people, by, correlation });
    return [
      [key("constants", "detectable", "t-test", people), of("t-test", 0)],
      [key("constants", "detectable", "ancova", people), of("ancova", 0.6)],
    ];
  });
  const shifted = [3, 30, 297].flatMap((df) =>
    [0.5, 2.8, 6].map((shift): [string, number] => [key("constants", "pt", df, shift), nonCentralT(2, df, shift)]),
  );
  return [...corrected, ...detectable, ...shifted];
}

/** Every made-up study as a file for the other programs. */
export const testFiles = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    testSets.map(({ name, rows, covariates }) => [
      `${name}.csv`,
      writeAnalysisFile(rows, { scales: [testScale], waves: testWaves, covariates, seed: 1, imputations: 1, shifts: [] }),
    ]),
  );

/** Wieg's own mixed model on every made-up study, by R: its last expression is the lines. */
export const mixedScript = (estimates: string, folder: string): string => `${estimates}
unlist(lapply(list.files("${folder}", "[.]csv$", full.names = TRUE), function(file) {
  data <- read.csv(file, na.strings = "", check.names = FALSE)
  covariates <- sub("^x[.]", "", grep("^x[.]", names(data), value = TRUE))
  found <- mixed(data, "${testScale}", c("T0", "T1", "T2"), covariates)
  if (!is.null(found$because)) return(character(0))
  name <- sub("[.]csv$", "", basename(file))
  of_wave <- function(wave) { term <- found$terms[[wave]]; sapply(c("estimate", "standardError", "df", "p"), function(what)
    paste(name, "mixed", wave, what, sprintf("%.17g", term[[what]]), sep = "\\t")) }
  c(of_wave("T1"), of_wave("T2"), paste(name, "mixed", "", "withinPeople", sprintf("%.17g", found$withinPeople), sep = "\\t"))
}))
`;
