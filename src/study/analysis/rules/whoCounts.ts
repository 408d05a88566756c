import { type AnalysisRow, type Arm, type LeftOut, type Numbers, baselineWave, type Question } from "../analysis.ts";

/** Somebody who is in the estimate, with the numbers that it needs. */
export interface Counted {
  readonly participant: string;
  readonly arm: Arm;
  readonly site: string;
  readonly baseline: number;
  readonly score: number;
  readonly covariates: readonly number[];
}

export const scoreAt = (row: AnalysisRow, scale: string, wave: string): number | null => row.scores[scale]?.[wave] ?? null;

/** Who answered at T0 and at the wave and has every covariate; of each other, the first reason why not. Nobody's missing score is guessed here. */
export function whoCounts(rows: readonly AnalysisRow[], { scale, wave, covariates }: Question): { counted: Counted[]; numbers: Numbers } {
  const counted: Counted[] = [];
  const out: Partial<Record<LeftOut, number>> = {};
  for (const row of rows) {
    const score = scoreAt(row, scale, wave);
    const baseline = scoreAt(row, scale, baselineWave);
    const beside = covariates.flatMap((name) => row.covariates[name] ?? []);
    if (score === null) add(out, "no-score-at-wave");
    else if (baseline === null) add(out, "no-score-at-T0");
    else if (beside.length < covariates.length) add(out, "no-covariate");
    else counted.push({ participant: row.participant, arm: row.arm, site: row.site, baseline, score, covariates: beside });
  }
  return { counted, numbers: { in: countArms(counted), out } };
}

export const countArms = (rows: readonly { readonly arm: Arm }[]): Record<Arm, number> => ({
  intervention: rows.filter(({ arm }) => arm === "intervention").length,
  control: rows.filter(({ arm }) => arm === "control").length,
});

export function add<Key extends string>(counts: Partial<Record<Key, number>>, key: Key): void {
  counts[key] = (counts[key] ?? 0) + 1;
}
