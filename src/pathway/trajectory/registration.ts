import { z } from "zod";
import { optionalDay, optionalText, tick } from "../../platform/http/fields.ts";
import {
  addressFields,
  birthDateField,
  emailField,
  insurerField,
  languageFields,
  nameFields,
  optionalBirthDate,
  phoneField,
  safeField,
  safeMomentsField,
} from "../../registry/familyForm.ts";

/** A family as someone registers it by hand. */
const fields = z.object({
  ...nameFields,
  birthDate: birthDateField(),
  preconception: tick,
  dueDate: optionalDay(),
  bornOn: optionalDay(),
  parity: optionalText(40),
  ...addressFields,
  ...languageFields,
  phone: phoneField(),
  email: emailField(),
  safe: safeField(),
  safeMoments: safeMomentsField(),
  insurer: insurerField(),
  maternityCare: optionalText(100),
  maternityCareOther: optionalText(200),
  partnerGivenName: nameFields.givenName,
  partnerPrefix: nameFields.prefix,
  partnerFamilyName: optionalText(100),
  partnerBirthDate: optionalBirthDate(),
  /** Pressed "toch registreren" after seeing who it may be. */
  anyway: tick,
});

/** Without a day nobody knows when the line begins: said together with the other fields that are missing. */
export const registration = fields.refine((typed) => typed.preconception || typed.bornOn !== null || typed.dueDate !== null, {
  path: ["dueDate"],
  message: "Vul de uitgerekende datum in, of kies 'nog niet zwanger'",
  when: () => true,
});
export type Registration = z.output<typeof registration>;
