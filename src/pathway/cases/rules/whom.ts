/** Whose work it is: a professional, a team of one role, or an organisation as a whole. */
export interface Whom {
  readonly principal: number;
  readonly professional: string | null;
  readonly role: string | null;
  readonly organisationId: string;
  readonly organisation: string;
}

/** One to choose from, with how much waits there. */
export interface WhomCount {
  /** Id of the organisation, or the number of a person or team of it. */
  readonly id: string;
  readonly organisation: string;
  readonly professional: string | null;
  readonly role: string | null;
  readonly count: number;
}

/** Does it wait for this organisation, or for this person or team of it? */
export const waitsFor = (id: string, whom: Whom | undefined): boolean =>
  whom !== undefined && (whom.organisationId === id || String(whom.principal) === id);

/** Organisations, those with most first, each followed by its people and teams by name. One who is all of her organisation is not named twice. */
export function countWhom(all: readonly Whom[]): readonly WhomCount[] {
  const organisations = [...Map.groupBy(all, ({ organisationId }) => organisationId).values()];
  return organisations
    .toSorted((one, other) => other.length - one.length || nameOf(one).localeCompare(nameOf(other), "nl"))
    .flatMap((of) => {
      const within = [...Map.groupBy(of, ({ principal }) => principal).values()].flatMap((one) => {
        const [first] = one;
        if (first === undefined || (first.professional === null && first.role === null)) return [];
        const { principal, organisation, professional, role } = first;
        return [{ id: String(principal), organisation, professional, role, count: one.length }];
      });
      const whole = { id: of[0]?.organisationId ?? "", organisation: nameOf(of), professional: null, role: null, count: of.length };
      const sorted = within.toSorted((one, other) => (one.professional ?? "").localeCompare(other.professional ?? "", "nl"));
      return [whole, ...(sorted.length > 1 || sorted.some(({ count }) => count < whole.count) ? sorted : [])];
    });
}

const nameOf = (of: readonly Whom[]): string => of[0]?.organisation ?? "";
