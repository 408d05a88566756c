import type { Read, Remarked } from "../caseload.ts";
import { saysNothing, tidy } from "./plainText.ts";

/** Telephone numbers in international form; two in one cell are two. A cell with more than numbers is not read: whose number it is would get lost. */
export function readPhones(text: string): Read<readonly string[]> {
  if (saysNothing(text)) return { value: [], remarked: [] };
  const numbers: string[] = [];
  const remarked: Remarked[] = [];
  for (const part of tidy(text).split(/\s+(?:of|en)\s+|\s*[/;,|]\s*/i)) {
    const number = readPhone(part);
    if (number === null) return { value: [], remarked: [{ code: "phone-unreadable", proposal: "" }] };
    if (number.zeroLost) remarked.push({ code: "phone-zero-lost", facts: { number: number.number } });
    numbers.push(number.number);
  }
  return { value: [...new Set(numbers)], remarked };
}

function readPhone(text: string): { number: string; zeroLost: boolean } | null {
  const digits = text.replace(/\(0\)/, "").replace(/[\s().\-–]/g, "");
  const international = /^(?:\+|00)([1-9]\d{7,14})$/.exec(digits)?.[1];
  if (international !== undefined) return readInternational(international);
  if (/^0[1-9]\d{8}$/.test(digits)) return { number: `+31${digits.slice(1)}`, zeroLost: false };
  // A spreadsheet takes 0612345678 for a number and drops its zero.
  if (/^[1-7]\d{8}$/.test(digits)) return { number: `+31${digits}`, zeroLost: true };
  return null;
}

function readInternational(digits: string): { number: string; zeroLost: boolean } | null {
  if (!digits.startsWith("31")) return { number: `+${digits}`, zeroLost: false };
  const national = digits.slice(2).replace(/^0/, "");
  return /^[1-9]\d{8}$/.test(national) ? { number: `+31${national}`, zeroLost: false } : null;
}

/** An e-mail address, or none; `geen` is none. */
export function readEmail(text: string): Read<string | null> {
  const written = tidy(text).replace(/^mailto:/i, "");
  if (saysNothing(written) || /^geen e-?mail(?:adres)?$/i.test(written)) return { value: null, remarked: [] };
  if (written.length <= 254 && /^[^\s@<>"',;()]+@[^\s@<>"',;()]+\.[^\s@<>"',;().]{2,}$/u.test(written))
    return { value: written, remarked: [] };
  return { value: null, remarked: [{ code: "email-unreadable", proposal: "" }] };
}
