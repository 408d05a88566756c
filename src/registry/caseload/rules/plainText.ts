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

/** At most `length` characters, with an ellipsis where something was left out; never half a character. */
export function shorten(text: string, length: number): string {
  const characters = Array.from(text.slice(0, (length + 1) * 2));
  return characters.length > length ? `${characters.slice(0, length).join("")}…` : text;
}
