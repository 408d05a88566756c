/** Letters and digits that are not mistaken for each other, on paper or read aloud. */
const alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** A code in two groups of five, from random bytes: 50 bits. */
export function codeFrom(random: Uint8Array): string {
  const letters = Array.from(random.slice(0, 10), (byte) => alphabet[byte % alphabet.length]).join("");
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}

/** What was typed, as the code is kept: capitals, no spaces or dashes. */
export const plainCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, "");
