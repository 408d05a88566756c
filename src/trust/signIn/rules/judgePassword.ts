import { commonPasswords } from "./commonPasswords.ts";

export const shortestPassword = 12;
/** Longer ones only cost time to hash; a sentence fits easily. */
export const longestPassword = 200;

export type PasswordRefusal = "too-short" | "too-long" | "most-used" | "own-name";

/**
 * What is wrong with a chosen password, or null. Length decides; there are no rules for signs and capitals, which make people choose worse
 * ones [NIST SP 800-63B 3.1.1.2].
 */
export function judgePassword(typed: string, about: { login: string; name: string }): PasswordRefusal | null {
  const password = samePassword(typed);
  const length = [...password].length;
  if (length < shortestPassword) return "too-short";
  if (length > longestPassword) return "too-long";
  const bare = password.toLowerCase().replace(/[\s\p{P}\p{S}]/gu, "");
  if (commonPasswords.has(bare) || commonPasswords.has(bare.replace(/[0-9]+$/, "")) || isPattern(bare)) return "most-used";
  return isOwnName(bare, about) ? "own-name" : null;
}

/** The same password typed on another keyboard is the same: one form of each letter. */
export const samePassword = (typed: string): string => typed.normalize("NFKC");

/** One short piece over and over, or a row of the keyboard or alphabet. */
function isPattern(bare: string): boolean {
  if (bare.length === 0 || /^(.{1,3})\1+.{0,2}$/u.test(bare)) return true;
  const rows = ["01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm"];
  return rows.some((row) => row.includes(bare) || [...row].toReversed().join("").includes(bare));
}

/** What is left after one's own name, address and workplace must still be something. */
function isOwnName(bare: string, about: { login: string; name: string }): boolean {
  const words = `${about.login} ${about.name} wieg`
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 3);
  const left = words.toSorted((a, b) => b.length - a.length).reduce((rest, word) => rest.replaceAll(word, ""), bare);
  return left.length < 5 && left !== bare;
}
