/**
 * The words of the answer [001 6; domain 5]: what goes into an estimate and what comes out. Who was insured where decides the arm, nobody drew lots:
 * every estimate is a comparison of the arms, and none may be told as what drawing lots would show.
 */
export type Arm = "intervention" | "control";
export const arms: readonly Arm[] = ["intervention", "control"];

/** The wave that all others are compared with. */
export const baselineWave = "T0";

/** One participant of one study, as the estimates see her: a pseudonym, numbers, and nothing that names anyone. */
export interface AnalysisRow {
  readonly participant: string;
  readonly arm: Arm;
  readonly site: string;
  readonly covariates: Readonly<Record<string, number | null>>;
  /** By form of the scale ("brs-6"), then by wave ("T1"). */
  readonly scores: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
}

/** Why somebody's answers are not in an estimate. The first that applies, in this order. */
export type LeftOut = "no-score-at-wave" | "no-score-at-T0" | "no-covariate" | "no-score-at-all";

/** How many are in an estimate, and how many are out for which reason. */
export interface Numbers {
  readonly in: Readonly<Record<Arm, number>>;
  readonly out: Readonly<Partial<Record<LeftOut, number>>>;
}

/** The intervention arm less the control arm. */
export interface Estimate {
  readonly outcome: "estimate";
  readonly estimate: number;
  readonly standardError: number;
  /** The limits of the 95% interval. */
  readonly low: number;
  readonly high: number;
  /** Degrees of freedom of the t that the interval and p were made with. */
  readonly df: number;
  /** Two-sided. */
  readonly p: number;
  /** Hedges' g: the estimate in standard deviations; null when nobody differs from another. */
  readonly standardised: number | null;
  readonly numbers: Numbers;
  /** Covariates that said nothing beside the others (always the same, or a sum of others) and were left out of the model. */
  readonly dropped: readonly string[];
}

/** Why there is no estimate: an arm has nobody, too few people for the model, or all answered exactly what the model expects. */
export interface NoEstimate {
  readonly outcome: "no-estimate";
  readonly because: "arm-empty" | "too-few" | "no-variation";
  readonly numbers: Numbers;
}

export type Estimated = Estimate | NoEstimate;

/** What an estimate is about. `covariates` are named in the analysis plan, beside the score at T0. */
export interface Question {
  readonly scale: string;
  readonly wave: string;
  readonly covariates: readonly string[];
}

/** One group described: number, mean, standard deviation, and the 95% interval of the mean. Null where too few have a score. */
export interface Described {
  readonly count: number;
  readonly mean: number | null;
  readonly deviation: number | null;
  readonly low: number | null;
  readonly high: number | null;
}
