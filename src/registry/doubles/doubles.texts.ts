import type { Likeness } from "./doubles.ts";

/** Why two lines may be one, in the reviewer's words. */
export const likenessWords: Readonly<Record<Likeness, string>> = {
  "name-same": "dezelfde achternaam",
  "name-letter-off": "een achternaam met één letter verschil",
  "name-part": "een deel van de achternaam",
  "name-other": "een andere achternaam",
  "given-same": "dezelfde voornaam",
  "given-letter-off": "een voornaam met één letter verschil",
  "given-initial": "dezelfde voorletter",
  "birth-same": "dezelfde geboortedatum",
  "birth-swapped": "een geboortedatum met dag en maand verwisseld",
  "birth-digit-off": "een geboortedatum met één cijfer verschil",
  "due-same": "dezelfde a terme datum",
  "due-near": "bijna dezelfde a terme datum",
  "postcode-same": "dezelfde postcode",
  "postcode-near": "hetzelfde postcodegebied",
};

/** "dezelfde achternaam, dezelfde geboortedatum en hetzelfde postcodegebied" */
export function sayLikeness(likeness: readonly Likeness[]): string {
  const words = likeness.map((one) => likenessWords[one]);
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} en ${words.at(-1)}`;
}
