import { z } from "zod";

const problem = "Vul hele of halve uren in, zoals 24 of 24,5";

/** Hours as people type them ("24", "24,5"), in minutes; null when left empty. */
export const hoursField = () =>
  z
    .string()
    .optional()
    .transform((typed, context): number | null => {
      const text = typed?.trim().replace(",", ".") ?? "";
      if (text === "") return null;
      const hours = /^\d{1,3}(\.\d{1,2})?$/.test(text) ? Number(text) : 0;
      if (hours * 2 === Math.round(hours * 2) && hours >= 0.5 && hours <= 999) return hours * 60;
      context.addIssue({ code: "custom", message: problem });
      return z.NEVER;
    });
