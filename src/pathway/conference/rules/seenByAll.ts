/** Someone of those present who has no right to a part of this case; perhaps her organisation recorded the entry itself. */
export interface Lacking {
  readonly part: "identity" | "category_route" | "plan";
  /** Empty: a guest without an account, who recorded nothing. */
  readonly organisationId: string | null;
  readonly readsOwn: boolean;
}

/**
 * Whether all who are present may see this entry: what one of them may not see does not stand on the wall [domain 3.7]. An author's
 * organisation sees what it recorded.
 */
export const seenByAll = (lacking: readonly Lacking[], part: Lacking["part"], authorOrganisationId: string): boolean =>
  lacking.every((one) => one.part !== part || (one.readsOwn && one.organisationId === authorOrganisationId));
