import { z } from "zod";

/** Hours as people type them ("24", "24,5"), in minutes; null when left empty. `from`: the fewest hours; below 0 may take hours away. */
export const hoursField = ({ from = 0.5, problem = "Vul hele of halve uren in, zoals 24 of 24,5" } = {}) =>
  z
    .string()
    .optional()
    .transform((typed, context): number | null => {
      const text = typed?.trim().replace(",", ".").replace(/^\+/, "") ?? "";
      if (text === "") return null;
      const hours = /^-?\d{1,3}(\.\d{1,2})?$/.test(text) ? Number(text) : Number.NaN;
      if (hours * 2 === Math.round(hours * 2) && hours >= from && hours <= 999) return hours * 60;
      context.addIssue({ code: "custom", message: problem });
      return z.NEVER;
    });
