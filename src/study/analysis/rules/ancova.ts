import { type AnalysisRow, baselineWave, type Estimated, type Question } from "../analysis.ts";
import { columnsOf, compareArms } from "./compareArms.ts";
import { whoCounts } from "./whoCounts.ts";

/**
 * Comparison of the arms at a wave among people with the same score at T0 and the same covariates: analysis of covariance, by ordinary least squares
 * (Vickers & Altman, BMJ 2001;323:1123). Assumes: one straight line from the score at T0 in both arms, one variance, independent people, scores that
 * are missing by chance given T0 and covariates. The insurer decides the arm: what is not in the model may explain a difference.
 */
export function estimateAncova(rows: readonly AnalysisRow[], question: Question): Estimated {
  const { counted, numbers } = whoCounts(rows, question);
  const baseline = { name: baselineWave, values: counted.map((row) => row.baseline) };
  const scores = counted.map(({ score }) => score);
  return compareArms(counted, { outcome: scores, beside: [baseline, ...columnsOf(question.covariates, counted)], spread: scores, numbers });
}
