import { z } from "zod";

const minutes = z.number().int().positive();

/** Pillar 2: what is not an agreement with one family [domain 4.3]. Its first and last day stand in `windows`. */
export const flexibleCareSettings = z.strictObject({
  /** Visits that are planned at once, at most. */
  seriesAtMost: z.number().int().positive(),
  /** One visit lasts so long at most. */
  visitAtMostMinutes: minutes,
  /** So many days before the period runs out the coordinator is asked how it goes on. */
  askDaysBefore: z.number().int().positive(),
  source: z.string().min(3),
});
export type FlexibleCareSettings = z.infer<typeof flexibleCareSettings>;
