import { z } from "zod";
import { addDays } from "../../../kit/day.ts";
import { dayOfMoment, momentAt, timeOfMoment } from "../../../kit/moment.ts";
import { formatShortDay } from "../../../kit/day.ts";
import type { Values } from "../../../design/Errors.ts";
import { dayField, optionalText, tick, ticked } from "../../../platform/http/fields.ts";
import type { CareVisit } from "../visit.ts";

/** A time as people type it: 9:00, 9.00, 0900, 9. */
export const timeField = (missing: string) =>
  z
    .string(missing)
    .trim()
    .min(1, missing)
    .transform((typed, context): string => {
      const time = /^(\d{1,2})(?:[:.]?([0-5]\d))?$/.exec(typed.replace(/ ?uur$/, ""));
      if (time && Number(time[1]) < 24) return `${(time[1] ?? "").padStart(2, "0")}:${time[2] ?? "00"}`;
      context.addIssue({ code: "custom", message: "Vul een tijd in, zoals 9.00" });
      return z.NEVER;
    });

export const minutesField = () =>
  z
    .string()
    .optional()
    .transform((typed) => typed?.trim() ?? "")
    .pipe(z.string().regex(/^\d{0,3}$/, "Vul hele minuten in, zoals 30"))
    .transform((typed) => (typed === "" ? 0 : Number(typed)));

const times = {
  day: dayField("Vul de dag in"),
  from: timeField("Vul in hoe laat het begint"),
  until: timeField("Vul in hoe laat het eindigt"),
  overnight: tick,
};

/** The moments of a day and two times; across midnight only when that is said, so that a slip of the finger is no night. */
export const momentsOf = ({ day, from, until, overnight }: { day: string; from: string; until: string; overnight: boolean }) => ({
  from: momentAt(day, from),
  until: momentAt(overnight ? addDays(day, 1) : day, until),
});

const assistant = z.uuid("Kies wie er gaat");

/** Fields of a plan, whatever the kind of visit. */
export const planFields = {
  version: z.coerce.number().int().default(0),
  id: z.uuid().optional(),
  ...times,
  assistant,
  agreed: optionalText(1000),
  why: optionalText(2000),
};

export const planBody = z.object({
  ...planFields,
  times: z.coerce
    .number("Vul een aantal in")
    .int("Vul een heel aantal in")
    .min(1, "Vul een aantal in vanaf 1")
    .max(14, "Plan hoogstens 14 dagen tegelijk")
    .default(1),
});

export const recordBody = z.object({
  version: z.coerce.number().int().default(0),
  id: z.uuid().optional(),
  ...times,
  break: minutesField(),
  assistant: assistant.optional(),
  contents: ticked,
  observation: optionalText(5000),
  factors: ticked,
  discussed: tick,
  why: optionalText(2000),
});

/** What a form shows first: the plan, or what was recorded. */
export function timesOf(from: string | null, until: string | null): Values {
  if (from === null) return {};
  return {
    day: formatShortDay(dayOfMoment(from)),
    from: timeOfMoment(from),
    ...(until === null ? {} : { until: timeOfMoment(until), ...(dayOfMoment(until) === dayOfMoment(from) ? {} : { overnight: "ja" }) }),
  };
}

/** What the form of a visit starts with, when nothing was typed yet. */
export const recordedValues = (visit: CareVisit, now: string): Values => ({
  ...(visit.state === "delivered"
    ? timesOf(visit.startedAt, visit.endedAt)
    : timesOf(visit.startedAt ?? visit.plannedFrom, visit.startedAt === null ? visit.plannedUntil : now)),
  break: visit.breakMinutes === 0 ? "" : String(visit.breakMinutes),
  contents: visit.contents,
  observation: visit.observation ?? "",
  assistant: visit.assistantId,
});
