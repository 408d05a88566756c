import { randomInt } from "node:crypto";

const beginnings = ["Wal", "Ber", "Hol", "Ste", "Kra", "Mun", "Lin", "Dor", "Vel", "Grou", "Hei", "Rou"];
const middles = ["den", "ke", "ra", "ters", "mer", "lo", "schot", "win", "ge", "ber"];
const ends = ["hof", "beek", "mans", "stra", "ink", "veld", "rade", "kens", "donk"];
const oneOf = (parts: readonly string[]): string => parts[randomInt(parts.length)] ?? "";

/** A family that is in nobody's list yet. */
export const inventFamily = () => ({
  givenName: "Saskia",
  familyName: `${oneOf(beginnings)}${oneOf(middles)}${oneOf(ends)}`,
  birthDate: `${1 + randomInt(28)}-${1 + randomInt(12)}-${1986 + randomInt(14)}`,
});

/** A day this many days from today, as people type it: 12-3-2026. */
export function dayFromNow(days: number): string {
  const on = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat("nl-NL", { timeZone: "Europe/Amsterdam" }).format(on);
}
