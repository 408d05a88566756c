import { z } from "zod";
import type { Refusal } from "../../kit/refusal.ts";

/** The four aims on which the answer is grouped: the Quadruple Aim [001 ch. 6; domain 5.3]. */
export const aims = ["quality", "health", "cost", "work"] as const;
export type Aim = (typeof aims)[number];

export const estimators = ["ancova", "difference_in_differences", "mixed_model", "imputation"] as const;
export type Estimator = (typeof estimators)[number];

const code = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);
const text = z.string().trim().min(3).max(2000);

const measure = z.strictObject({
  /** Form of the scale, such as brs-6: forms of one measure are never mixed. */
  scale: code,
  label: z.string().trim().min(1).max(80),
  aim: z.enum(["quality", "health"]),
  /** Which way is better for a family. */
  better: z.enum(["higher", "lower"]),
  /** Belongs to the family of tests that Holm corrects together. */
  holm: z.boolean(),
});

/** How a study will be analysed, said before outcomes by arm are opened. Another study is another plan; studies are never put together. */
export const analysisPlan = z.strictObject({
  wieg: z.literal("analysis plan 1"),
  study: code,
  question: text,
  /** Whose costs belong to it. */
  pillar: z.union([z.literal(1), z.literal(2)]),
  measures: z.array(measure).min(1).max(20),
  baseline: code,
  waves: z.array(code).min(1).max(6),
  /** The wave on which the answer rests, and at which Holm's correction is made. */
  mainWave: code,
  /** Facts at T0 beside the score at T0. */
  covariates: z.array(code).max(10),
  estimators: z.array(z.enum(estimators)).min(2),
  /** What happens to people without a score. */
  missing: text,
  imputations: z.number().int().min(5).max(100),
  /** What is added to the scores that were filled in, against the direction of the difference, in standard deviations: up to, in steps. */
  tippingPoint: z.strictObject({ to: z.number().min(0.1).max(3), step: z.number().min(0.05).max(1) }),
  alpha: z.number().min(0.001).max(0.2),
  power: z.number().min(0.5).max(0.99),
  /** Expected of the score with itself at T0: for the smallest difference that can be found. */
  correlation: z.number().min(0).max(0.95),
  /** Below this number of people in an arm nothing is computed. */
  leastPerArm: z.number().int().min(10).max(100),
  /** Sizes of an arm for which the smallest difference that can be found is told. */
  sizes: z.array(z.number().int().min(10).max(10_000)).min(1).max(5),
  seed: z.number().int().min(1).max(2_147_483_647),
});
export type AnalysisPlan = z.infer<typeof analysisPlan>;
export type Measure = AnalysisPlan["measures"][number];

/** What does not fit in a plan; `at` is the field of its form. */
export interface PlanProblem {
  readonly code:
    | "wave-unknown"
    | "main-wave"
    | "baseline-among-waves"
    | "both-estimates"
    | "nothing-to-correct"
    | "same-scale-twice"
    | "tipping-steps";
  readonly at: "waves" | "mainWave" | "estimators" | "measures" | "tippingPoint";
}

/** A version of the plan as it is kept. */
export interface KeptPlan {
  readonly id: string;
  readonly study: string;
  readonly number: number;
  readonly content: AnalysisPlan;
  readonly sha256: string;
  readonly why: string | null;
  /** It was made when a result of the study was known already. */
  readonly afterResult: boolean;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly locked: { readonly by: string; readonly at: Date } | null;
}

export type PlanRefusal =
  | Refusal<"not-visible" | "why-missing" | "changed-meanwhile" | "locked-already" | "unchanged">
  | { readonly code: "problems"; readonly problems: readonly PlanProblem[] };
export type ResultRefusal = Refusal<"not-visible" | "plan-not-locked" | "people-withdrew">;
export type ReleaseRefusal = Refusal<"not-visible" | "released-already">;

/** Why a result was not made, once it was begun. */
export type RunFailure = "dataset-changed" | "dataset-of-other-study" | "covariate-unknown" | "r-failed" | "broken-off";
