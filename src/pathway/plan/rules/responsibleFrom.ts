import type { Responsible } from "../familyPlan.ts";

interface Around {
  readonly members: readonly {
    readonly id: string;
    readonly kind: "mother" | "partner" | "child" | "other";
    readonly givenName: string | null;
  }[];
  readonly professionals: readonly { readonly membershipId: string; readonly name: string }[];
}

const memberWords: Readonly<Record<string, "mother" | "partner">> = {
  moeder: "mother",
  mama: "mother",
  zwangere: "mother",
  zijzelf: "mother",
  "zij zelf": "mother",
  partner: "partner",
  vader: "partner",
};

/**
 * Who does it, from what a report says in free words: a family member or a professional where the words name exactly one, else someone of
 * the own network by those words. It is a proposal: whoever takes it over can change it.
 */
export function responsibleFrom(words: string, { members, professionals }: Around): Responsible {
  const said = words.trim().toLocaleLowerCase("nl");
  const kind = memberWords[said];
  const family = members.filter((one) => one.kind === kind || one.givenName?.toLocaleLowerCase("nl") === said);
  const [member] = family;
  if (member && family.length === 1) return { kind: "family", personId: member.id };
  const named = professionals.filter(({ name }) => name.toLocaleLowerCase("nl") === said);
  const [professional] = named;
  if (professional && named.length === 1) return { kind: "professional", membershipId: professional.membershipId };
  return { kind: "network", name: words.trim() };
}
