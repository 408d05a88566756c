import { z } from "zod";
import { dayField, optionalDay, optionalText, tick } from "../platform/http/fields.ts";
import { channels } from "./family.ts";
import { readEmail, readPhones } from "./caseload/rules/contact.ts";
import { splitNames } from "./caseload/rules/names.ts";
import { tidy } from "./caseload/rules/plainText.ts";

/** The fields of a family as they are typed, for each form that asks for them. Names stay as written, in every script. */
const longestName = 100;
const hasLetter = /\p{L}/u;

const name = (missing: string) =>
  z
    .string(missing)
    .transform(tidy)
    .pipe(
      z
        .string()
        .min(1, missing)
        .max(longestName, `Gebruik hoogstens ${longestName} tekens`)
        .regex(hasLetter, "Vul een naam in, met letters"),
    );
const otherName = () =>
  z
    .string()
    .optional()
    .transform((typed) => tidy(typed ?? ""))
    .pipe(z.string().max(longestName, `Gebruik hoogstens ${longestName} tekens`))
    .refine((text) => text === "" || hasLetter.test(text) || text === "'t", "Vul een naam in, met letters")
    .transform((text) => (text === "" ? null : text));

export const nameFields = { givenName: otherName(), prefix: otherName(), familyName: name("Vul de achternaam in") };

/** "van der Berg" typed in one field comes apart in prefix and name. */
export const personNameOf = (typed: { givenName: string | null; prefix: string | null; familyName: string }) =>
  splitNames(typed.familyName, typed.prefix, typed.givenName);

export const birthDateField = () => dayField("Vul de geboortedatum in");
export const optionalBirthDate = optionalDay;
export const insurerField = () => optionalText(100);

export const postcodeField = () =>
  z
    .string()
    .optional()
    .transform((typed) => (typed ?? "").toUpperCase().replace(/[\s.-]/g, ""))
    .refine((code) => code === "" || /^[1-9]\d{3}[A-Z]{2}$/.test(code), "Vul een postcode in zoals 6411 AA")
    .transform((code) => (code === "" ? null : code));

export const addressFields = {
  street: optionalText(200),
  houseNumber: optionalText(20),
  postcode: postcodeField(),
  place: optionalText(100),
  municipality: optionalText(10),
};

/** A telephone number as people write it, kept in international form. */
export const phoneField = () =>
  z
    .string()
    .optional()
    .transform((typed, context): string | null => {
      const text = (typed ?? "").trim();
      if (text === "") return null;
      const [number, ...more] = readPhones(text).value;
      if (number !== undefined && more.length === 0) return number;
      context.addIssue({ code: "custom", message: "Vul één telefoonnummer in, zoals 06 12345678" });
      return z.NEVER;
    });

export const emailField = () =>
  z
    .string()
    .optional()
    .transform((typed, context): string | null => {
      const text = (typed ?? "").trim();
      if (text === "") return null;
      const { value } = readEmail(text);
      if (value !== null) return value;
      context.addIssue({ code: "custom", message: "Vul een e-mailadres in zoals naam@voorbeeld.nl" });
      return z.NEVER;
    });

/** Safe: yes, no, or nobody asked yet. */
export const safeField = () =>
  z
    .enum(["ja", "nee", "niet-gevraagd"], "Kies of dit veilig is")
    .optional()
    .transform((typed) => (typed === "ja" ? true : typed === "nee" ? false : null));
export const safeMomentsField = () => optionalText(200);

export const channelField = () => z.enum(channels, "Kies hoe u het gezin hiermee bereikt");
export const languageFields = { language: optionalText(40), interpreter: tick, readsLittle: tick, contactWish: optionalText(500) };
