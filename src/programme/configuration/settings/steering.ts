import { z } from "zod";

/** What the monthly page of the project group compares with [001 ch. 6, 7.1]. */
export const steeringSettings = z.strictObject({
  /** In how many last months nearly nobody may come before it is said to stagnate. */
  stagnationMonths: z.number().int().min(1).max(12),
  /** The national mean of maternity care, in hours a family [001 3.3.1]. */
  nationalMeanHours: z.number().positive(),
  /** Fewer hours than these a family is the least that insurers pay: the minimal variant [001 summary]. */
  fewHours: z.number().positive(),
  source: z.string().min(3),
});
