import type { Read } from "../caseload.ts";
import { saysNothing, tidy } from "./plainText.ts";

export interface ReadAddress {
  readonly street: string | null;
  readonly houseNumber: number | null;
  readonly houseNumberAddition: string | null;
}

/** `Sint Jansstraat 15-2`, `Kerkstraat 119a`, `Putgraaf 143 bis`: street, number and addition. A street may hold digits itself: `1e Dwarsstraat 4`. */
export function readAddress(address: string, number: string, addition: string): ReadAddress {
  const street = saysNothing(address) ? "" : tidy(address);
  const ownColumn = /^(\d{1,5})\s*(.*)$/.exec(tidy(number));
  if (ownColumn) {
    const more = [ownColumn[2] ?? "", tidy(addition)].filter((part) => part !== "").join(" ");
    return { street: street || null, houseNumber: Number(ownColumn[1]), houseNumberAddition: cleanAddition(more) };
  }
  const together = /^(.*\p{L}.*)[ ,]+(?:nr\.? ?)?(\d{1,5})(?:\s*[-/ ]?\s*([\p{L}\d][\p{L}\d\-/ ]{0,19}))?$/u.exec(street);
  if (!together) return { street: street || null, houseNumber: null, houseNumberAddition: null };
  return {
    street: together[1] ?? street,
    houseNumber: Number(together[2]),
    houseNumberAddition: cleanAddition(together[3] ?? tidy(addition)),
  };
}

function cleanAddition(text: string): string | null {
  const clean = text.replace(/^[-/ ]+/, "").trim();
  return clean === "" ? null : clean;
}

export interface ReadPostcode {
  /** `6372 AB` */
  readonly postcode: string | null;
  /** As written, when it is no whole Dutch postcode. */
  readonly written: string | null;
  /** The four digits, where a Dutch postcode begins with them. */
  readonly area: number | null;
}

/** Dutch postcodes in any spelling; German (five digits) and marked foreign ones are kept as written: families live across the border too. */
export function readPostcode(text: string): Read<ReadPostcode> {
  const nothing = { postcode: null, written: null, area: null };
  if (saysNothing(text)) return { value: nothing, remarked: [] };
  const written = tidy(text);
  const plain = written.toUpperCase().replace(/[\s.-]/g, "");
  const dutch = /^(?:NL)?([1-9]\d{3})([A-Z]{2})$/.exec(plain);
  if (dutch) return { value: { postcode: `${dutch[1]} ${dutch[2]}`, written: null, area: Number(dutch[1]) }, remarked: [] };
  const area = /^([1-9]\d{3})$/.exec(plain);
  if (area) return { value: { postcode: null, written, area: Number(area[1]) }, remarked: [{ code: "postcode-without-letters" }] };
  if (/^(?:[A-Z]{1,2})?\d{5}$/.test(plain) || /^(?:B|BE|L|LU|DK|AT|CH)\d{4}$/.test(plain))
    return { value: { ...nothing, written }, remarked: [{ code: "postcode-foreign" }] };
  const mended = mendSigns(plain);
  if (mended)
    return {
      value: { postcode: mended, written: null, area: Number(mended.slice(0, 4)) },
      remarked: [{ code: "postcode-unreadable", proposal: mended }],
    };
  return { value: nothing, remarked: [{ code: "postcode-unreadable", proposal: "" }] };
}

/** Letters that look like digits, and digits that look like letters: `64I6 H8`. */
function mendSigns(plain: string): string | null {
  if (plain.length !== 6) return null;
  const digits = plain.slice(0, 4).replace(/[OQ]/g, "0").replace(/[IL]/g, "1").replace(/S/g, "5").replace(/B/g, "8");
  const letters = plain.slice(4).replace(/0/g, "O").replace(/1/g, "I").replace(/5/g, "S").replace(/8/g, "B");
  return /^[1-9]\d{3}$/.test(digits) && /^[A-Z]{2}$/.test(letters) ? `${digits} ${letters}` : null;
}
