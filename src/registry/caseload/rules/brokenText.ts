import type { Remarked } from "../caseload.ts";

/** The places of Windows-1252 that differ from Latin-1, by character: to get the byte back. */
const windowsBytes = new Map(
  Array.from("€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ", (character, at) => [character, 0x80 + at] as const),
);
const looksGarbled = /[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/;
const lostLetter = /\uFFFD|\p{L}\?+\p{L}|(?:^|\s)\?\p{L}{2,}|(?<=\p{L}{3})\?(?:\s|$)/u;

/** Names that lose letters in files that know only western European ones. A name written with `?` is proposed whole, never put in unasked. */
const namesThatLoseLetters = [
  "Małgorzata",
  "Władysława",
  "Stanisława",
  "Elżbieta",
  "Bożena",
  "Grażyna",
  "Łucja",
  "Michał",
  "Paweł",
  "Wałęsa",
  "Wiśniewska",
  "Wójcik",
  "Kamińska",
  "Zieliński",
  "Szymańska",
  "Woźniak",
  "Dąbrowska",
  "Kozłowska",
  "Jabłońska",
  "Ayşe",
  "Şeyma",
  "Gülşah",
  "Özdağ",
  "Yıldız",
  "Kılıç",
  "Işık",
  "Doğan",
  "Çağla",
  "Tuğba",
  "Erdoğan",
  "Yıldırım",
  "Ştefania",
  "Ionuţ",
  "Jiřina",
  "Dvořáková",
  "Zdeněk",
];

/** What happened to the letters of a text: garbled by a wrong code page (and mended), or lost for good. */
export function findBrokenLetters(text: string): Remarked | null {
  const mended = mendGarbled(text);
  if (mended !== null) return { code: "text-garbled", proposal: mended };
  if (!lostLetter.test(text)) return null;
  const candidates = namesThatLoseLetters.filter((name) => fits(text, name));
  return { code: "text-lost-letter", proposal: (candidates.length === 1 ? candidates[0] : undefined) ?? text };
}

/** `RenÃ©e` as `Renée`; null when the text is not garbled. */
export function mendGarbled(text: string): string | null {
  if (!looksGarbled.test(text)) return null;
  const bytes = Array.from(text, (character) => windowsBytes.get(character) ?? character.codePointAt(0) ?? 0);
  if (bytes.some((byte) => byte > 0xff)) return null;
  try {
    const mended = decodeURIComponent(bytes.map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join(""));
    return mended === text ? null : mended;
  } catch {
    return null;
  }
}

/** Only letters that a western European file cannot hold may stand where the question mark is. */
function fits(text: string, name: string): boolean {
  const written = Array.from(text);
  const letters = Array.from(name);
  if (written.length !== letters.length) return false;
  return letters.every((letter, at) => {
    const sign = written[at] ?? "";
    return sign === "?" || sign === "\uFFFD" ? (letter.codePointAt(0) ?? 0) > 0xff : sign.toLowerCase() === letter.toLowerCase();
  });
}
