import { z } from "zod";

/** For what a training is needed; null: offered, asked of nobody. */
export const trainingPurposes = ["pillar-2"] as const;

/** Roles that may be asked to be trained, or invited along. */
export const trainedRoles = [
  "maternity_assistant",
  "maternity_intake",
  "midwife",
  "clinical_midwife",
  "gynaecologist",
  "youth_nurse",
  "youth_doctor",
] as const;
export type TrainedRole = (typeof trainedRoles)[number];

const sourced = { source: z.string().min(3), assumed: z.boolean() };

const trainingModule = z.strictObject({
  code: z.string().regex(/^[a-z-]{2,40}$/),
  name: z.string().min(2).max(120),
  /** How long it stays good; null: for ever. */
  validMonths: z.number().int().positive().nullable(),
  /** Who must have it before she does this. */
  needed: z.strictObject({ roles: z.array(z.enum(trainedRoles)).min(1), for: z.enum(trainingPurposes) }).nullable(),
  /** Partners who may join: one vision and one language with them [001 7.2]. */
  openTo: z.array(z.enum(trainedRoles)),
  ...sourced,
});
export type TrainingModule = z.infer<typeof trainingModule>;

/** What has to be learnt before one works in the programme [001 7.2]. */
export const trainingSettings = z.strictObject({
  modules: z
    .array(trainingModule)
    .min(1)
    .refine((all) => new Set(all.map(({ code }) => code)).size === all.length, "each module once"),
  /** Days after the programme began, or after she came to work there, in which it is done. */
  withinDays: z.number().int().nonnegative(),
  /** From so many days before a training ends it is said that it has to be done again. */
  warnDays: z.number().int().nonnegative(),
  /** How many go first, and teach their colleagues (train the trainer). */
  ambassadors: z.strictObject({ first: z.number().int().positive(), ...sourced }),
  /** Once in so many months colleagues talk about their cases. */
  peerReview: z.strictObject({ everyMonths: z.number().int().positive(), ...sourced }),
  ...sourced,
});
export type TrainingSettings = z.infer<typeof trainingSettings>;
