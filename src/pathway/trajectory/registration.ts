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
export const registration = z.object({
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
export type Registration = z.output<typeof registration>;
