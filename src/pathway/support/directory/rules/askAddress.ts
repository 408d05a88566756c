import type { SupportOffer } from "../directory.ts";

/** What is asked in its own way, not by a referral: where on the family's page. */
const ownWay: Readonly<Record<string, string>> = {
  "prenataal-huisbezoek": "/huisbezoeken/nieuw",
  "geboortezorg-flex": "#geboortezorg-flex",
};

/** Is this asked by a referral at all? */
export const isReferred = ({ code }: Pick<SupportOffer, "code">): boolean => code === null || !(code in ownWay);

/** Where this offer is asked for a family, by someone of this organisation; null when there is nothing to ask. */
export function askAddress(
  offer: Pick<SupportOffer, "id" | "code" | "status" | "organisationId">,
  { trajectoryId, organisationId }: { readonly trajectoryId: string; readonly organisationId: string },
): string | null {
  const family = `/gezinnen/${trajectoryId}`;
  const own = offer.code === null ? undefined : ownWay[offer.code];
  if (own !== undefined) return `${family}${own}`;
  if (offer.status !== "active" || offer.organisationId === null || offer.organisationId === organisationId) return null;
  return `${family}/verwijzingen/nieuw?aanbod=${offer.id}`;
}
