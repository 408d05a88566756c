import type { AnalysisRow, Estimated, Question } from "../analysis.ts";
import { columnsOf, compareArms } from "./compareArms.ts";
import { whoCounts } from "./whoCounts.ts";

/**
 * Comparison of how the arms changed since T0: each person's own change, by ordinary least squares on the arm and the covariates (Angrist & Pischke,
 * Mostly Harmless Econometrics, 5.2). Without covariates this is the t test of the changes. Assumes: without the programme both arms would have
 * changed alike; one variance of the change; independent people. Where ANCOVA and this differ, the arms differed at T0 (Lord's paradox).
 */
export function estimateDifferenceInDifferences(rows: readonly AnalysisRow[], question: Question): Estimated {
  const { counted, numbers } = whoCounts(rows, question);
  const change = counted.map(({ score, baseline }) => score - baseline);
  const scores = counted.map(({ score }) => score);
  return compareArms(counted, { outcome: change, beside: columnsOf(question.covariates, counted), spread: scores, numbers });
}
