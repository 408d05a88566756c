/** Text without what people write differently: case, accents, spaces, signs. For comparing only, never for keeping. */
const ownLetters: Readonly<Record<string, string>> = { ł: "l", ø: "o", ß: "ss", đ: "d", ı: "i", æ: "ae", œ: "oe", þ: "th", ð: "d" };

/** `Stein (L.)` as `steinl`, `Univé ` as `unive`. Letters of other scripts stay. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[łøßđıæœþð]/g, (letter) => ownLetters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** Whether two words differ in at most one letter (another, one more, one less, or two swapped). */
export function oneLetterOff(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1);
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
  return swapped || short.slice(at + 1) === long.slice(at + 1);
}
