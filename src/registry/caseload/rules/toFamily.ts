import type { CaseloadLine } from "../caseload.ts";
import type { FileFamily, Residence } from "../takeOver.ts";

/** A recognised line as a family is kept: what the file does not say stays empty. */
export function toFamily(line: CaseloadLine): FileFamily {
  return {
    givenName: line.givenName,
    prefix: line.prefix,
    familyName: line.familyName,
    birthDate: line.birthDate,
    dueDate: line.dueDate,
    address: toResidence(line),
    insurer: line.insurer.label ?? line.insurer.written,
    language: line.language.code ?? line.language.written,
    parity: toParity(line),
    maternityCare: line.maternityCare.state === "registered" ? line.maternityCare.organisation : null,
    phones: line.phones,
    email: line.email,
  };
}

/** A postcode that is no whole Dutch one stays with the place, as written: families live across the border too. */
function toResidence(line: CaseloadLine): Residence | null {
  const place = [line.postcodeWritten, line.place].filter((part) => part !== null).join(" ");
  const residence: Residence = {
    street: line.street,
    houseNumber: toHouseNumber(line),
    postcode: line.postcode?.replace(" ", "") ?? null,
    place: place === "" ? null : place,
    municipality: line.municipality.code,
  };
  return Object.values(residence).every((part) => part === null) ? null : residence;
}

/** 15-2, 119a, 143 bis. */
function toHouseNumber({ houseNumber, houseNumberAddition: addition }: CaseloadLine): string | null {
  if (houseNumber === null) return null;
  if (addition === null) return String(houseNumber);
  const between = /^\d/.test(addition) ? "-" : addition.length > 1 ? " " : "";
  return `${houseNumber}${between}${addition}`;
}

function toParity({ gravida, para }: CaseloadLine): string | null {
  const parity = `${gravida === null ? "" : `G${gravida}`}${para === null ? "" : `P${para}`}`;
  return parity === "" ? null : parity;
}
