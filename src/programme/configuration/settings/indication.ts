import { z } from "zod";

/** By what the hours of a protocol start. */
export const feedings = ["bottle", "breast"] as const;
export type Feeding = (typeof feedings)[number];

const minutes = z.number().int().nonnegative();
const byFeeding = z.strictObject({ bottle: minutes, breast: minutes });
/** Where a figure comes from; `assumed`: not in a source that we have, so it is to be checked before it is used in earnest. */
const sourced = { source: z.string().min(3), assumed: z.boolean() };

const addition = z.strictObject({
  code: z.string().regex(/^[a-z_]{2,40}$/),
  label: z.string().min(2).max(120),
  minutes,
  /** Counts with one way of feeding alone; null: with both. */
  onlyWith: z.enum(feedings).nullable(),
  ...sourced,
});

/** A protocol that gives a family its hours of maternity care, as data: the next one needs no code [domain 4.2]. */
export const protocol = z
  .strictObject({
    code: z.string().regex(/^[a-z0-9-]+$/),
    /** "LIP". */
    name: z.string().min(1),
    /** "3". */
    version: z.string().min(1),
    /** First day on which hours are indicated by it. */
    from: z.iso.date(),
    minimum: minutes,
    maximum: minutes,
    /** Days over which the hours are meant, the day of birth with them. */
    days: z.number().int().positive(),
    feeding: byFeeding,
    /** What each day in hospital takes off. */
    hospitalDay: byFeeding,
    /** For each child beyond the first: twins, triplets. */
    extraChild: z.strictObject({ minutes, ...sourced }),
    additions: z.array(addition),
    ...sourced,
  })
  .refine(({ minimum, maximum }) => minimum <= maximum, "the least cannot lie above the most")
  .refine(({ additions }) => new Set(additions.map(({ code }) => code)).size === additions.length, "each addition once");
export type Protocol = z.infer<typeof protocol>;

export const indicationSettings = z.strictObject({
  protocols: z
    .array(protocol)
    .min(1)
    .refine((all) => new Set(all.map(({ from }) => from)).size === all.length, "one protocol from a day on"),
  intake: z
    .strictObject({
      /** From this week of the pregnancy the intake stands on the list. */
      askFromWeek: z.number().int().min(4).max(42),
      /** By the end of this week it has been held. */
      dueByWeek: z.number().int().min(4).max(42),
      ...sourced,
    })
    .refine(({ askFromWeek, dueByWeek }) => askFromWeek <= dueByWeek, "asked for before it is due"),
});
