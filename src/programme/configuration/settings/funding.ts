import { z } from "zod";

/** Funding of delivered hours: the terms of the law with their dates, the guidance for the exception, shares of funders, and rates [domain 4.2, 4.4]. */
const day = z.iso.date();
const source = z.string().min(3);

/** How long maternity care is insured, for births from a day on. Day 1 is the day of birth. */
const insuredTerm = z
  .strictObject({
    /** Null: for all earlier births. */
    bornFrom: day.nullable(),
    /** Insured by indication, without more. */
    regularDays: z.number().int().positive(),
    /** At most, as an exception; the same as `regularDays` where the law knows no exception. */
    exceptionDays: z.number().int().positive(),
    source,
  })
  .refine(({ regularDays, exceptionDays }) => exceptionDays >= regularDays, "the exception cannot end before the rule");

/** What the professional guidance asks of an exception. */
export const exceptionConditions = ["very_vulnerable", "midwife_indicated", "no_days_between"] as const;
export type ExceptionCondition = (typeof exceptionConditions)[number];

/** Who pays a part: the insurer of the place, the municipality of the place, or a party by name. */
const share = z.strictObject({
  funder: z.string().regex(/^(insurer|municipality|named:[\p{L}\p{N} .&-]{2,60})$/u),
  /** Hundredths of a percent. */
  parts: z.number().int().positive(),
});
const agreement = z
  .array(share)
  .min(1)
  .refine((shares) => shares.reduce((sum, { parts }) => sum + parts, 0) === 10_000, "the shares must add up to 100 percent");

const rate = z.strictObject({ year: z.number().int(), cents: z.number().int().nonnegative(), source, assumed: z.boolean() });

export const fundingSettings = z.strictObject({
  insured: z.array(insuredTerm).min(1),
  exception: z.strictObject({ conditions: z.array(z.enum(exceptionConditions)), source }),
  /** In this fixed order the cents that are left over by rounding are given out. */
  shares: z.strictObject({
    1: agreement,
    2: agreement,
    source,
    assumed: z.boolean(),
  }),
  /** What an hour of pillar 2 costs, by calendar year of delivery. A year that is missing is unknown, never 0. */
  flexibleRates: z.strictObject({ rates: z.array(rate), source }),
});
export type FundingSettings = z.infer<typeof fundingSettings>;
export type FunderShare = FundingSettings["shares"][1][number];
