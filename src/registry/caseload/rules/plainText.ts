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

/** Text that needs no tidying: most of it, and quick to see. */
const isTidy = /^[!-~]+(?: [!-~]+)*$/;

/** One line of text: no line breaks or control signs, single spaces, composed letters. */
export const tidy = (text: string): string =>
  isTidy.test(text)
    ? text
    : text
        .normalize("NFC")
        .replace(/[\s\p{Cc}]+/gu, " ")
        .trim();

const markers = new Set([
  "geen",
  "onbekend",
  "nvt",
  "niet bekend",
  "nb",
  "n.v.t.",
  "n.b.",
  "?",
  "??",
  "-",
  "--",
  "x",
  "xx",
  "leeg",
  "null",
  "none",
  ".",
]);

/** Whether a cell says that there is nothing: empty, `-`, `geen`, `onbekend`, `n.v.t.`. */
export function saysNothing(text: string): boolean {
  const plain = tidy(text).toLowerCase();
  return plain === "" || markers.has(plain);
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

/** At most `length` characters, with an ellipsis where something was left out; never half a character. */
export function shorten(text: string, length: number): string {
  const characters = Array.from(text.slice(0, (length + 1) * 2));
  return characters.length > length ? `${characters.slice(0, length).join("")}…` : text;
}
