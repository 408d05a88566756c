import type { PersonName } from "../family.ts";

/** Of two people with the same day of birth: may they be the same? The names are alike, also when a letter is off or one has two names. */
export function mayBeSame(one: PersonName, other: PersonName): boolean {
  const families = [wordsOf(one.familyName), wordsOf(other.familyName)] as const;
  if (families[0].some((word) => families[1].some((compared) => oneLetterOff(word, compared)))) return true;
  const [given, otherGiven] = [plain(one.givenName ?? ""), plain(other.givenName ?? "")];
  return given !== "" && given === otherGiven;
}

const wordsOf = (name: string): readonly string[] => plain(name).split(" ");
const plain = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ij/g, "y")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Another letter, one more, one less, or two that changed places; in words of three letters or less none. */
function oneLetterOff(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < 4 || long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1);
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
  return swapped || short.slice(at + 1) === long.slice(at + 1);
}
