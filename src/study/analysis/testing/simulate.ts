import type { AnalysisRow, Estimated, Question } from "../analysis.ts";
import { estimateAncova } from "../rules/ancova.ts";
import { estimateDifferenceInDifferences } from "../rules/differenceInDifferences.ts";
import { drawStudy, type Scenario } from "./scenarios.ts";

/** What an estimator gave in many made-up studies of one scenario. */
export interface Simulated {
  readonly scenario: string;
  readonly method: string;
  readonly effect: number;
  readonly runs: number;
  /** Mean estimate less the truth. */
  readonly bias: number;
  /** Part of the 95% intervals that hold the truth. */
  readonly coverage: number;
  /** Part that says p < 0.05: the type I error where there is no effect, the power where there is. */
  readonly found: number;
}

const question: Question = { scale: "brs-6", wave: "T1", covariates: [] };
const estimators: readonly (readonly [string, (rows: readonly AnalysisRow[], asked: Question) => Estimated])[] = [
  ["ancova", estimateAncova],
  ["difference in differences", estimateDifferenceInDifferences],
];

/** ANCOVA and difference in differences on the studies of a scenario, by seeds from `first` on. */
export const simulate = (scenario: Scenario, { effect, runs, first }: { effect: number; runs: number; first: number }): Simulated[] =>
  estimators.map(([method, estimate]) => {
    const found = Array.from({ length: runs }, (_, at) => estimate(drawStudy(scenario, first + at, effect), question)).flatMap((one) =>
      one.outcome === "estimate" ? [one] : [],
    );
    const part = (holds: (one: (typeof found)[number]) => boolean) => found.filter(holds).length / found.length;
    return {
      scenario: scenario.name,
      method,
      effect,
      runs: found.length,
      bias: found.reduce((sum, one) => sum + one.estimate, 0) / found.length - effect,
      coverage: part(({ low, high }) => low <= effect && high >= effect),
      found: part(({ p }) => p < 0.05),
    };
  });

/** The same studies as one file for R, with the number of the run. */
export function studiesFile(scenario: Scenario, { effect, runs, first }: { effect: number; runs: number; first: number }): string {
  const lines = Array.from({ length: runs }, (_, run) =>
    drawStudy(scenario, first + run, effect).map(({ participant, arm, scores }) => {
      const of = scores["brs-6"] ?? {};
      return [run, participant, arm, of["T0"] ?? "", of["T1"] ?? "", of["T2"] ?? ""].join(",");
    }),
  );
  return `run,participant,arm,y.brs-6.T0,y.brs-6.T1,y.brs-6.T2\n${lines.flat().join("\n")}\n`;
}

/** What `simulate.R` prints, as the same. */
export const readSimulated = (text: string, about: { scenario: string; effect: number }): Simulated[] =>
  text.split("\n").flatMap((line) => {
    const [method, runs, bias, coverage, found] = line.split("\t");
    if (method === undefined || found === undefined) return [];
    return [{ ...about, method, runs: Number(runs), bias: Number(bias), coverage: Number(coverage), found: Number(found) }];
  });
