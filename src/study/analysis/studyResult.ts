import { z } from "zod";
import { analysisPlan } from "./analysisPlan.ts";

/** People of each arm. */
const perArm = z.strictObject({ intervention: z.number().int().nonnegative(), control: z.number().int().nonnegative() });
export type PerArm = z.infer<typeof perArm>;

const figures = {
  estimate: z.number(),
  low: z.number(),
  high: z.number(),
  p: z.number(),
  standardised: z.number().nullable(),
};

/** A difference between the arms with its interval, or why there is none. */
export const difference = z.discriminatedUnion("outcome", [
  z.strictObject({ outcome: z.literal("estimate"), ...figures, standardError: z.number(), df: z.number().nullable() }),
  z.strictObject({ outcome: z.literal("too-few") }),
  /** The data do not allow it (a score that is the same for everyone), or it could not be computed here; `why` is a code. */
  z.strictObject({ outcome: z.literal("none"), why: z.string().max(80) }),
]);
export type Difference = z.infer<typeof difference>;
export type Estimate = Extract<Difference, { outcome: "estimate" }>;

const tipping = z.strictObject({ shift: z.number(), estimate: z.number(), low: z.number(), high: z.number(), p: z.number() });

const waveResult = z.strictObject({
  wave: z.string(),
  numbersIn: perArm,
  /** Why people are not in it, by reason. */
  out: z.record(z.string(), z.number().int()),
  ancova: difference,
  differenceInDifferences: difference,
  mixedModel: difference.nullable(),
  imputed: difference.nullable(),
  tippingPoint: z.array(tipping),
  /** The corrected p, at the main wave, for a measure of Holm's family. */
  holm: z.strictObject({ p: z.number(), holds: z.boolean() }).nullable(),
  means: z.strictObject({ intervention: z.number().nullable(), control: z.number().nullable() }),
});
export type WaveResult = z.infer<typeof waveResult>;

const measureResult = z.strictObject({
  scale: z.string(),
  label: z.string(),
  aim: z.enum(["quality", "health"]),
  better: z.enum(["higher", "lower"]),
  baselineSd: z.number().nullable(),
  waves: z.array(waveResult),
  /** The smallest difference that would be found with this many people in each arm. */
  findable: z.array(z.strictObject({ perArm: z.number(), points: z.number().nullable(), standardised: z.number() })),
});
export type MeasureResult = z.infer<typeof measureResult>;

const nonResponse = z.strictObject({
  wave: z.string(),
  expected: perArm,
  answered: perArm,
  /** Those who answered beside those who did not, at T0: difference in standard deviations. */
  differences: z.array(z.strictObject({ name: z.string(), standardised: z.number().nullable() })),
});
export type NonResponse = z.infer<typeof nonResponse>;

const costs = z.strictObject({
  until: z.string(),
  families: z.number().int(),
  minutes: z.number(),
  cents: z.number(),
  /** Minutes of which the amount is not known: in no sum. */
  unknownMinutes: z.number(),
});
export type Costs = z.infer<typeof costs>;

/** How often a theme was named in the interviews of one group. */
const theme = z.strictObject({
  group: z.enum(["professionals", "families"]),
  theme: z.string(),
  named: z.number().int(),
  of: z.number().int(),
});

/** The figures of one study. One study, one pillar: they are never put together. */
export const studyResult = z.strictObject({
  wieg: z.literal("study result 1"),
  plan: analysisPlan,
  planNumber: z.number().int(),
  planSha256: z.string(),
  dataset: z.strictObject({ number: z.number().int(), frozenOn: z.string(), sha256: z.string(), invented: z.boolean() }),
  people: perArm,
  tooFew: z.boolean(),
  measures: z.array(measureResult),
  nonResponse: z.array(nonResponse),
  costs: costs.nullable(),
  interviews: z.array(theme),
  versions: z.record(z.string(), z.string()),
});
export type StudyResult = z.infer<typeof studyResult>;

/** What everybody may read of a difference: rounded, and without what tells how many people it rests on. */
const releasedDifference = z.discriminatedUnion("outcome", [
  z.strictObject({ outcome: z.literal("estimate"), ...figures }),
  z.strictObject({ outcome: z.literal("too-few") }),
  z.strictObject({ outcome: z.literal("none"), why: z.string().max(80) }),
]);
export type ReleasedDifference = z.infer<typeof releasedDifference>;

/** A count of people as it may be told: the whole tens in it; null: fewer than ten, or none. */
const tens = z.number().int().multipleOf(10).min(10).nullable();
const tensPerArm = z.strictObject({ intervention: tens, control: tens });

/** A result as everybody with an account may read it. */
export const releasedResult = z.strictObject({
  wieg: z.literal("released result 1"),
  plan: analysisPlan,
  planNumber: z.number().int(),
  planSha256: z.string(),
  planLockedOn: z.string(),
  planAfterResult: z.boolean(),
  dataset: studyResult.shape.dataset,
  people: tensPerArm,
  tooFew: z.boolean(),
  measures: z.array(
    z.strictObject({
      ...measureResult.omit({ waves: true, baselineSd: true }).shape,
      waves: z.array(
        z.strictObject({
          wave: z.string(),
          numbersIn: tensPerArm,
          ancova: releasedDifference,
          differenceInDifferences: releasedDifference,
          mixedModel: releasedDifference.nullable(),
          imputed: releasedDifference.nullable(),
          tipsAt: z.number().nullable(),
          holm: z.strictObject({ p: z.number(), holds: z.boolean() }).nullable(),
        }),
      ),
    }),
  ),
  /** In whole tens of percents. */
  response: z.array(z.strictObject({ wave: z.string(), tenths: z.number().int().min(0).max(10).nullable() })),
  /** Rounded to tens of euros and to whole hours; null: fewer than ten families. */
  costs: z.strictObject({ until: z.string(), perFamilyEuros: z.number(), perHourEuros: z.number().nullable() }).nullable(),
  interviews: z.array(theme.pick({ group: true, theme: true })),
});
export type ReleasedResult = z.infer<typeof releasedResult>;
