import { z } from "zod";
import { dayField, optionalText } from "../../../platform/http/fields.ts";

/** An address of a video meeting, or nothing. */
export const optionalLink = optionalText(300).refine((link) => link === null || /^https:\/\/\S{3,}$/.test(link), "Begin met https://");

const time = (missing: string) =>
  z
    .string(missing)
    .trim()
    .transform((typed, context): string => {
      const found = /^(\d{1,2})[:.](\d{2})(?: ?uur)?$/.exec(typed);
      const [hours, minutes] = [Number(found?.[1] ?? 99), Number(found?.[2] ?? 99)];
      if (hours < 24 && minutes < 60) return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
      context.addIssue({ code: "custom", message: typed === "" ? missing : "Vul een tijd in zoals 13:30" });
      return z.NEVER;
    });

/** Day, time and place of a sitting. */
const fields = {
  heldOn: dayField("Vul de dag in"),
  startsAt: time("Vul in hoe laat het begint"),
  endsAt: time("Vul in tot hoe laat het duurt"),
  place: optionalText(200),
  link: optionalLink,
};
type Placed = { readonly startsAt: string; readonly endsAt: string; readonly place: string | null; readonly link: string | null };
const later = ({ startsAt, endsAt }: Placed): boolean => endsAt > startsAt;
const somewhere = ({ place, link }: Placed): boolean => place !== null || link !== null;

export const whenAndWhere = z
  .object(fields)
  .refine(later, { path: ["endsAt"], message: "Dit is niet later dan het begin" })
  .refine(somewhere, { path: ["place"], message: "Vul een plaats in, of het adres van de videovergadering" });
export const moved = z
  .object({ version: z.coerce.number().int(), told: optionalText(300), ...fields })
  .refine(later, { path: ["endsAt"], message: "Dit is niet later dan het begin" })
  .refine(somewhere, { path: ["place"], message: "Vul een plaats in, of het adres van de videovergadering" });
