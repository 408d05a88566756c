import { z } from "zod";
import { parseDay, type Day } from "../../kit/day.ts";

/** The fields of a form as they come in: text, and several values where a name was ticked more than once. */

/** Text that may stay empty: trimmed, null when there is none. */
export const optionalText = (maxLength = 5000) =>
  z
    .string()
    .optional()
    .transform((typed) => typed?.trim() ?? "")
    .pipe(z.string().max(maxLength, `Gebruik hoogstens ${maxLength} tekens`))
    .transform((text) => (text === "" ? null : text));

/** Text that must be there. */
export const requiredText = (missing: string, maxLength = 5000) =>
  z.string(missing).trim().min(1, missing).max(maxLength, `Gebruik hoogstens ${maxLength} tekens`);

/** A day as people type it. */
export const dayField = (missing: string) =>
  z
    .string(missing)
    .trim()
    .min(1, missing)
    .transform((typed, context): Day => readDay(typed, context));

/** A day that may stay empty. */
export const optionalDay = () =>
  z
    .string()
    .optional()
    .transform((typed, context): Day | null => (typed === undefined || typed.trim() === "" ? null : readDay(typed, context)));

/** The ticked values of a group, as a list. */
export const manyOf = <Value extends string>(values: readonly Value[]) => ticked.pipe(z.array(z.enum(values)));

/** Ticked values of which the server knows itself which ones exist. */
export const ticked = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat().filter((one) => one !== "")));

/** One tick. */
export const tick = z
  .string()
  .optional()
  .transform((value) => value !== undefined && value !== "");

function readDay(typed: string, context: { addIssue(issue: { code: "custom"; message: string }): void }): Day {
  const day = parseDay(typed);
  if (day !== null) return day;
  context.addIssue({ code: "custom", message: "Vul een dag in die bestaat, zoals 12-3-2026" });
  return z.NEVER;
}
