import { z } from "zod";
import type { Day } from "../../kit/day.ts";

/** The words of a study: all of it is configuration, another study is another file [001 ch. 6; domain 5]. */
const code = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);
const text = z.string().trim().min(1);
const days = z.number().int().min(-400).max(800);

/** What a wave is counted from. Each is a date of the line that may move, and takes the wave along. */
export const anchors = ["consent", "maternity_intake", "birth", "flexible_care_start"] as const;
export type Anchor = (typeof anchors)[number];

/** A criterion of an arm, by the facts that care made already: nothing is registered for the study. */
export const armFacts = ["category", "maternityCare", "residence", "insurer"] as const;
export type ArmFact = (typeof armFacts)[number];

const wave = z.strictObject({
  code,
  name: text,
  anchor: z.enum(anchors),
  /** Days after the anchor on which it opens; before is negative. */
  opensAfter: days,
  /** Days after opening on which a reminder goes. */
  remindAfter: z.array(z.number().int().positive()),
  /** Days after opening on which it is over. */
  expiresAfter: z.number().int().positive(),
  /** A list of this wave of another study that falls on the same moment is put together with this one. */
  mergedWith: z.strictObject({ study: code, wave: code }).nullable(),
  instruments: z.array(z.strictObject({ form: code, language: z.string().min(2) })),
});

export const study = z.strictObject({
  code,
  name: text,
  question: text,
  source: text,
  /** Days in which the list before the decision can be answered: the gate is never closed longer. */
  gateDays: z.number().int().positive(),
  arms: z.array(
    z.strictObject({
      code: z.enum(["intervention", "control"]),
      name: text,
      size: z.number().int().positive(),
      /** By fact: the outcomes with which someone belongs to this arm. */
      when: z.partialRecord(z.enum(armFacts), z.array(text).min(1)),
    }),
  ),
  waves: z.array(wave).min(1),
});
export type Study = z.infer<typeof study>;
export type Wave = Study["waves"][number];
export type Arm = Study["arms"][number]["code"];

/** What is known of each fact on the day of T0: an outcome, or nothing yet. */
export type ArmFacts = Readonly<Record<ArmFact, string | null>>;

export type ArmOutcome =
  | { readonly outcome: "arm"; readonly arm: Arm }
  | { readonly outcome: "none"; readonly because: ArmFact }
  | { readonly outcome: "unknown"; readonly open: readonly ArmFact[] };

/** The dates of a line that waves are counted from; null while it is not known. */
export type AnchorDays = Readonly<Record<Anchor, Day | null>>;

export type Window =
  | { readonly state: "waits"; readonly for: Anchor }
  | { readonly state: "planned"; readonly opensOn: Day; readonly remindOn: readonly Day[]; readonly expiresOn: Day };
