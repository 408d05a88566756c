import { fold } from "../../../kit/foldText.ts";
import type { Difference, DifferenceField, FileFamily, Residence } from "../takeOver.ts";

/** What the file says otherwise than what is known. What it does not say is no difference: nothing is emptied by a file. */
export function findDifferences(known: FileFamily, file: FileFamily): readonly Difference[] {
  const found: (Difference | null)[] = [
    compare("name", nameOf(known), nameOf(completeName(known, file))),
    compare("birthDate", known.birthDate, file.birthDate),
    compare("dueDate", known.dueDate, file.dueDate),
    sameAddress(known.address, file.address) ? null : compare("address", addressOf(known.address), addressOf(file.address)),
    compare("insurer", known.insurer, file.insurer),
    compare("language", known.language, file.language),
    compare("parity", known.parity, file.parity),
    compare("maternityCare", known.maternityCare, file.maternityCare),
    compareNew("phone", known.phones, file.phones, lastDigits),
    compareNew("email", known.email === null ? [] : [known.email], file.email === null ? [] : [file.email], (email) => email.toLowerCase()),
  ];
  return found.filter((difference) => difference !== null);
}

function compare(field: DifferenceField, was: string | null, becomes: string | null): Difference | null {
  return becomes === null || becomes === was ? null : { field, was, becomes };
}

/** Another way to reach her comes beside what is known, and takes nothing away. */
function compareNew(
  field: DifferenceField,
  known: readonly string[],
  file: readonly string[],
  keyOf: (value: string) => string,
): Difference | null {
  const keys = new Set(known.map(keyOf));
  const added = file.filter((value) => !keys.has(keyOf(value)));
  return added.length === 0 ? null : { field, was: known.join(", ") || null, becomes: added.join(", ") };
}

const lastDigits = (phone: string): string => phone.replace(/\D/g, "").slice(-9);

/** The file's name; where it has no given name, or only the initial of the known one, that stays. */
export function completeName(known: PersonName, { givenName, prefix, familyName }: PersonName): PersonName {
  const initial = fold(givenName ?? "");
  const keeps = initial.length <= 1 && fold(known.givenName ?? "").startsWith(initial);
  return { givenName: keeps ? known.givenName : givenName, prefix, familyName };
}

type PersonName = Pick<FileFamily, "givenName" | "prefix" | "familyName">;

/** A name as it is read aloud. */
export const nameOf = ({ givenName, prefix, familyName }: PersonName): string =>
  [givenName, prefix, familyName].filter((part) => part !== null && part !== "").join(" ");

/** An address on one line. */
export function addressOf(address: Residence | null): string | null {
  if (address === null) return null;
  const street = [address.street, address.houseNumber].filter((part) => part !== null).join(" ");
  const postcode = address.postcode?.replace(/^(\d{4})(\w{2})$/, "$1 $2") ?? null;
  const place = [postcode, address.place].filter((part) => part !== null).join(" ");
  return [street, place].filter((part) => part !== "").join(", ") || null;
}

function sameAddress(known: Residence | null, file: Residence | null): boolean {
  if (file === null) return true;
  if (known === null) return false;
  const parts = ["street", "houseNumber", "postcode", "place"] as const;
  return parts.every((part) => file[part] === null || fold(file[part]) === fold(known[part] ?? ""));
}
