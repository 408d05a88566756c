import languages from "./caseload/data/languages.json" with { type: "json" };
import type { Address, Channel, Contact, MemberKind } from "./family.ts";

/** Languages to choose from, those most spoken here first; the first name of each is the one on screen. */
export const languageNames: ReadonlyMap<string, string> = new Map(
  Object.entries(languages.languages).map(([code, names]) => [code, names[0] ?? code]),
);

/** A language as said on screen; one that is not listed as it was written. */
export const languageName = (code: string): string => languageNames.get(code) ?? code;

export const memberKindNames: Readonly<Record<MemberKind, string>> = {
  mother: "moeder",
  partner: "partner",
  child: "kind",
  other: "gezinslid",
};

export const channelNames: Readonly<Record<Channel, string>> = { phone: "telefoon", sms: "sms", email: "e-mail", letter: "brief" };

/** Whether a way of reaching the family may be used, in words that need no colour. */
export function safetyOf(contact: Pick<Contact, "safe" | "safeMoments">): { text: string; tone: "ok" | "late" | "soon" } {
  if (contact.safe === true) return { text: contact.safeMoments ? `veilig: ${contact.safeMoments}` : "veilig", tone: "ok" };
  return contact.safe === false
    ? { text: "niet veilig: niet gebruiken", tone: "late" }
    : { text: "nog niet gevraagd of dit veilig is", tone: "soon" };
}

/** "Akerstraat 12, 6411 AA Heerlen". */
export function addressLine(address: Pick<Address, "street" | "houseNumber" | "postcode" | "place">): string {
  const street = [address.street, address.houseNumber].filter(Boolean).join(" ");
  const town = [address.postcode?.replace(/^(\d{4})([A-Z]{2})$/, "$1 $2"), address.place].filter(Boolean).join(" ");
  return [street, town].filter(Boolean).join(", ");
}
