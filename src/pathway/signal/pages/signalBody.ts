import { z } from "zod";
import { parseDay, type Day } from "../../../kit/day.ts";
import { refuse } from "../../../kit/refusal.ts";
import type { FactorKind, LifeDomain } from "../signal.ts";
import { signalRefusalText } from "../signal.texts.ts";

const prefix = "factor-";

/** The name of one group of factors on the form. */
export const factorField = (kind: FactorKind, of: LifeDomain | "alle"): string => `${prefix}${kind}-${of}`;

/** A day that someone typed; the sentence says what to do. */
export const typedDay = (sentence: string) =>
  z.string({ error: sentence }).transform((typed, context): Day => {
    const day = parseDay(typed);
    if (day === null) context.addIssue({ code: "custom", message: sentence });
    return day ?? "";
  });

/** A day that may be left empty. */
export const optionalDay = z
  .string()
  .trim()
  .default("")
  .transform((typed, context): Day | null => {
    if (typed === "") return null;
    const day = parseDay(typed);
    if (day === null) context.addIssue({ code: "custom", message: "Vul een dag in zoals 12-3-2026." });
    return day;
  });

/** What someone wrote, up to 5,000 characters; a new line counts as one, though a browser sends two. */
export const writtenWords = z
  .string()
  .transform((typed) => typed.replaceAll("\r\n", "\n").trim())
  .pipe(z.string().max(5000, "Dit is te lang: hooguit 5.000 tekens."));

const chosenFactors = (typed: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.entries(typed).flatMap(([name, chosen]) =>
    name.startsWith(prefix) ? [chosen].flat().filter((code) => typeof code === "string") : [],
  );

/** The form of a signal, as it is posted: factors come in groups, each with a name of its own. */
export const signalBody = z
  .object({
    about: z.uuid("Kies over wie het gaat."),
    seen: writtenWords.default(""),
    observedOn: typedDay("Vul de dag in waarop u het zag, zoals 12-3-2026."),
    discussed: z.enum(["today", "other", "no"], "Kies of het besproken is."),
    discussedOn: z.string().trim().default(""),
    urgent: z.string().optional(),
  })
  .catchall(z.union([z.string(), z.array(z.string())]))
  // Whatever else is wrong: all that is missing is told at once, not one by one.
  .refine((typed) => chosenFactors(typed).length > 0, {
    path: ["form"],
    message: signalRefusalText(refuse("factor-needed")),
    when: () => true,
  })
  .refine(({ discussed, discussedOn }) => discussed !== "other" || parseDay(discussedOn) !== null, {
    path: ["discussedOn"],
    message: "Vul de dag in waarop het besproken is, zoals 12-3-2026.",
    when: () => true,
  })
  .transform((typed) => {
    const day = typed.discussed === "other" ? parseDay(typed.discussedOn) : null;
    return {
      aboutPerson: typed.about,
      seen: typed.seen === "" ? null : typed.seen,
      observedOn: typed.observedOn,
      discussed: typed.discussed,
      discussedOn: day,
      urgent: typed.urgent !== undefined,
      factorCodes: chosenFactors(typed),
    };
  });
