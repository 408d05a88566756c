import type { BirthDateProblem } from "./rules/personBirthDate.ts";

/** Sentences beside a field, each with what to do. */
export const birthDateSentences: Readonly<Record<BirthDateProblem, string>> = {
  "born-in-future": "Deze dag moet nog komen. Kijk de geboortedatum na.",
  "too-young": "Met deze geboortedatum is zij of hij jonger dan 12 jaar. Kijk het jaar na.",
  "too-old": "Deze geboortedatum ligt te ver terug. Kijk het jaar na.",
  "no-child": "Dit is geen kind meer. Kies 'iemand anders', of kijk het jaar na.",
};

export const changedMeanwhile =
  "Iemand anders wijzigde dit terwijl u bezig was. Hieronder staan beide. Bewaart u opnieuw, dan geldt wat u invulde.";
export const municipalityUnknown = "Bij deze postcode is geen gemeente gevonden. Kies de gemeente.";
export const municipalityMissing = "Kies de gemeente";
