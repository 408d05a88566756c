import { z } from "zod";
import { dayField, optionalDay, optionalText, tick } from "../../platform/http/fields.ts";
import { nameFields } from "../../registry/familyForm.ts";
import { birthPlaces, endReasons, losses } from "./trajectory.texts.ts";

/** The forms of what happens on a line: birth, loss, ending, dates. */
const version = z.coerce.number().int().min(1);

/** "38+4" or "38" as days; empty: as the due date says. */
const gestationField = () =>
  z
    .string()
    .optional()
    .transform((typed, context): number | null => {
      const text = (typed ?? "").trim();
      if (text === "") return null;
      const read = /^(\d{2}) ?(?:\+ ?([0-6]))?(?: ?(?:weken|w))?$/.exec(text);
      const days = read ? Number(read[1]) * 7 + Number(read[2] ?? 0) : 0;
      if (days >= 112 && days <= 315) return days;
      context.addIssue({ code: "custom", message: "Vul weken en dagen in, zoals 38+4" });
      return z.NEVER;
    });

const weightField = () =>
  z
    .string()
    .optional()
    .transform((typed, context): number | null => {
      const text = (typed ?? "")
        .trim()
        .replace(/\.(?=\d{3}$)/, "")
        .replace(/ ?g(?:ram)?$/i, "");
      if (text === "") return null;
      if (/^\d{3,4}$/.test(text) && Number(text) >= 200 && Number(text) <= 7000) return Number(text);
      context.addIssue({ code: "custom", message: "Vul het gewicht in grammen in, zoals 3250" });
      return z.NEVER;
    });

const smallField = () =>
  z
    .enum(["ja", "nee", "onbekend"])
    .optional()
    .transform((typed) => (typed === "ja" ? true : typed === "nee" ? false : null));
const placeField = () => z.enum(birthPlaces, "Kies waar het kind geboren is");

const child = {
  givenName: nameFields.givenName,
  prefix: nameFields.prefix,
  familyName: optionalText(100),
  gestation: gestationField(),
  weight: weightField(),
  small: smallField(),
};

export const birthForm = z.object({
  ...child,
  bornOn: dayField("Vul de dag van de geboorte in"),
  place: placeField(),
  version,
  twin: tick,
  bornOn2: optionalDay(),
  givenName2: nameFields.givenName,
  weight2: weightField(),
  small2: smallField(),
});
export const changeBirthForm = z.object({ ...child, bornOn: dayField("Vul de dag van de geboorte in"), place: placeField(), version });

export const lossForm = z.object({
  kind: z.enum(losses, "Kies wat het gezin verloor"),
  on: dayField("Vul de dag in"),
  child: z
    .union([z.uuid(), z.literal("")])
    .optional()
    .transform((id) => (id === undefined || id === "" ? null : id)),
  version,
});
export const endForm = z.object({
  reason: z.enum(endReasons, "Kies waarom"),
  on: dayField("Vul de dag in"),
  agreed: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((typed) => [typed ?? []].flat()),
  version,
});
export const dueDateForm = z.object({ dueDate: dayField("Vul de uitgerekende datum in"), version });
export const nextForm = z
  .object({ dueDate: optionalDay(), preconception: tick, parity: optionalText(40) })
  .refine((typed) => typed.preconception || typed.dueDate !== null, {
    path: ["dueDate"],
    message: "Vul de uitgerekende datum in, of kies 'nog niet zwanger'",
  });
export const maternityCareForm = z.object({ organisation: optionalText(40), other: optionalText(200), on: optionalDay(), version });
export const versionOnly = z.object({ version });
