import type { Member, PersonName } from "./family.ts";

/** "Sanne van der Berg". */
export const fullName = (name: PersonName): string => [name.givenName, familyNameOf(name)].filter(Boolean).join(" ");

/** "van der Berg": the family name with its prefix. */
export const familyNameOf = (name: PersonName): string => [name.prefix, name.familyName].filter(Boolean).join(" ");

/** "S. van der Berg", as on a list; whole characters, of every script. */
export function shortName(name: PersonName): string {
  const initial = Array.from(name.givenName ?? "")[0];
  return [initial === undefined ? null : `${initial}.`, familyNameOf(name)].filter(Boolean).join(" ");
}

/** "Gezin van der Berg", by the mother's name; plain "Gezin" when her name may not be seen. */
export function familyHeading(members: readonly Member[]): string {
  const named = members.find((member) => member.kind === "mother") ?? members[0];
  return named ? `Gezin ${familyNameOf(named)}` : "Gezin";
}
