/** Signs that look like no other on paper. */
const signs = "ABCDEFGHJKLMNPRSTUVWXYZ23456789";
const length = 8;

/** A number on a printed form: eight signs and a check sign, so that a slip of the hand is never another woman's form. */
export function formCode(bytes: Uint8Array): string {
  const drawn = Array.from(bytes.slice(0, length), (byte) => signs[byte % signs.length] ?? "A").join("");
  return drawn + checkSign(drawn);
}

/** What was typed, as the number it is; null when it can't be one. Small letters, spaces and dashes are nobody's mistake. */
export function readFormCode(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[\s-]/g, "");
  if (plain.length !== length + 1 || [...plain].some((sign) => !signs.includes(sign))) return null;
  return checkSign(plain.slice(0, length)) === plain.at(-1) ? plain : null;
}

/** In groups of three, as people read it aloud. */
export const sayFormCode = (code: string): string => code.replace(/(...)(?=.)/g, "$1-");

/** Modulo 31, a prime: one wrong sign and two neighbours that changed places are always found. */
function checkSign(drawn: string): string {
  const sum = [...drawn].reduce((total, sign, at) => total + (at + 2) * signs.indexOf(sign), 0);
  return signs[sum % signs.length] ?? "A";
}
