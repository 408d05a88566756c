import { z } from "zod";
import { hoursField } from "../../../platform/http/hoursField.ts";
import { optionalText, ticked } from "../../../platform/http/fields.ts";
import type { Values } from "../../../design/Errors.ts";
import { feedings } from "../../configuration/settings/indication.ts";
import type { IndicationFacts } from "../indication.ts";
import type { Hours } from "../server/readHours.ts";

const whole = (least: number, most: number, problem: string) =>
  z
    .string()
    .optional()
    .transform((typed, context): number => {
      const text = typed?.trim() ?? "";
      const number = text === "" ? least : /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
      if (number >= least && number <= most) return number;
      context.addIssue({ code: "custom", message: problem });
      return z.NEVER;
    });

export const hospitalDaysField = () => whole(0, 60, "Vul hele dagen in, van 0 tot 60");

/** What the form for an indication holds. `act`: only compute, or keep it. */
export const indicationBody = z.object({
  act: z.enum(["reken", "vast"]).default("vast"),
  seen: z.string().optional(),
  feeding: z.enum(feedings, "Kies hoe het kind gevoed wordt, of zal worden"),
  children: whole(1, 6, "Vul een aantal van 1 tot 6 in"),
  additions: ticked,
  own: hoursField({ from: -80, problem: "Vul hele of halve uren in, zoals 4 of -2,5" }),
  hospitalDays: hospitalDaysField(),
  why: optionalText(),
});

export const factsOf = (body: z.output<typeof indicationBody>): IndicationFacts => ({
  feeding: body.feeding,
  children: body.children,
  additions: body.additions,
  ownMinutes: body.own ?? 0,
  hospitalDays: body.hospitalDays,
});

/** What was typed so far as facts; null where it can't be computed yet. */
export function typedFacts(values: Values): IndicationFacts | null {
  const read = indicationBody.safeParse(values);
  return read.success ? factsOf(read.data) : null;
}

/** The form as it opens: what was indicated before, or what is known of the births. */
export function firstValues({ indications: [newest], born }: Hours): Values {
  if (!newest) return { children: String(Math.max(1, born)), hospitalDays: "0" };
  return {
    feeding: newest.feeding,
    children: String(Math.max(newest.children, born)),
    additions: newest.additions,
    own: newest.ownMinutes === 0 ? "" : String(newest.ownMinutes / 60).replace(".", ","),
    hospitalDays: String(newest.hospitalDays),
  };
}
