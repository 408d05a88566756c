import type { Addressee } from "../messages.ts";

/** As many as are overseen at a glance: no more than these stand unfolded. */
const atOnce = 8;

export interface AddresseeGroups {
  /** Who leads and who wrote something down for this family before, or everyone when these are few. */
  readonly near: readonly Addressee[];
  /** The others by organisation, its teams before its people. */
  readonly rest: readonly { readonly organisation: string; readonly people: readonly Addressee[] }[];
}

/** Who is known to this family stands on top; the rest is folded away by organisation, nobody twice and nobody left out. */
export function groupAddressees(others: readonly Addressee[]): AddresseeGroups {
  if (others.length <= atOnce) return { near: others, rest: [] };
  const known = others.filter(({ leads, near }) => leads || near).slice(0, atOnce);
  const organisations = Map.groupBy(
    others.filter((one) => !known.includes(one)),
    ({ organisationId }) => organisationId,
  );
  const rest = [...organisations.values()].map((all) => ({
    organisation: all[0]?.organisation ?? "",
    people: [...all.filter(({ name }) => name === null), ...all.filter(({ name }) => name !== null)],
  }));
  return { near: known, rest: rest.sort((a, b) => a.organisation.localeCompare(b.organisation, "nl")) };
}
