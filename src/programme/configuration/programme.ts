import { z } from "zod";
import type { Day } from "../../kit/day.ts";
import { indicationSettings } from "./settings/indication.ts";
import { trainingSettings } from "./settings/training.ts";
import { steeringSettings } from "./settings/steering.ts";
import { fundingSettings } from "./settings/funding.ts";
import { contentsSettings } from "./settings/contents.ts";
import { flexibleCareSettings } from "./settings/flexibleCare.ts";

/** The words of a programme: all its figures are configuration with a start date [domain 4; 000 answer 6]. */
export const pillars = [1, 2] as const;
export type Pillar = (typeof pillars)[number];

/** How a place is entered: directly, or by going on from pillar 1 to pillar 2 [001 3.3]. */
export const entries = ["direct", "flow_on"] as const;
export type Entry = (typeof entries)[number];

/** The concern behind a health insurer's label. `either`: a policy under this label can be with both. */
export const insurerGroups = ["CZ", "VGZ", "either", "other"] as const;
export type InsurerGroup = (typeof insurerGroups)[number];

const day = z.iso.date();
const source = z.string().min(3);
const places = z.number().int().nonnegative();
const pillar = z
  .strictObject({
    name: z.string().min(1),
    /** Families at most, however they enter. */
    ceiling: places,
    /** Of these, at most so many from pillar 1; the rest is for direct entry. */
    flowOnAtMost: places,
    source,
  })
  .refine(({ ceiling, flowOnAtMost }) => flowOnAtMost <= ceiling, "a sub-ceiling cannot lie above its ceiling");

/** A label or UZOVI code, and from when to when it belonged to the group. */
const insurer = z.strictObject({
  group: z.enum(insurerGroups),
  label: z.string().min(1).nullable(),
  code: z
    .string()
    .regex(/^\d{4}$/)
    .nullable(),
  from: day.nullable(),
  until: day.nullable(),
});

/** One version of a programme, as it is kept. Every figure stands here once. */
export const programmeSettings = z.strictObject({
  area: z.strictObject({ name: z.string().min(1), municipalities: z.array(z.string().regex(/^GM\d{4}$/)).min(1), source }),
  pillars: z.strictObject({ 1: pillar, 2: pillar }),
  insurers: z.strictObject({ name: z.string().min(1), list: z.array(insurer).min(1), source }),
  maternityCare: z.strictObject({ name: z.string().min(1), organisationId: z.uuid(), source }),
  windows: z.strictObject({
    /** Last day on which families enter; null: as long as there are places. */
    inflowUntil: day.nullable(),
    /** First day after birth for which pillar 2 is meant; the day of birth is day 1. */
    pillar2FromDay: z.number().int().positive(),
    pillar2Months: z.number().int().positive(),
    /** Hours a family that the programme counts with: an average, no limit. */
    pillar2MeanHours: z.number().positive(),
    /** Days in which an open question is answered. */
    answerDays: z.number().int().positive(),
    source,
  }),
  coPayment: z.strictObject({
    rates: z.array(z.strictObject({ year: z.number().int(), cents: z.number().int().nonnegative(), source, assumed: z.boolean() })),
    source,
  }),
  indication: indicationSettings,
  training: trainingSettings,
  steering: steeringSettings,
  funding: fundingSettings,
  contents: contentsSettings,
  flexibleCare: flexibleCareSettings,
  /** What letters need to name. */
  letters: z.strictObject({
    returnAddress: z.string().min(1),
    window: z.enum(["left", "right"]),
    reachable: z.string().min(1),
    objection: z.strictObject({ to: z.string().min(1), address: z.string().min(1), telephone: z.string().min(1) }),
    complaints: z.strictObject({ to: z.string().min(1), telephone: z.string().min(1) }),
  }),
});
export type ProgrammeSettings = z.infer<typeof programmeSettings>;

/** The programme as it holds on a day. */
export interface Programme {
  readonly id: string;
  /** As it stands in an address: `?programma=CODE`. */
  readonly code: string;
  readonly name: string;
  readonly versionId: string;
  /** "1", "2": as people name a version. */
  readonly versionNumber: number;
  readonly startsOn: Day;
  /** First day of its first version. */
  readonly runsSince: Day;
  readonly settings: ProgrammeSettings;
}

/** Places of one pillar and way of entering, as they are now. */
export interface Places {
  readonly poolId: string;
  readonly pillar: Pillar;
  readonly entry: Entry;
  readonly places: number;
  readonly taken: number;
}
