import type { SupportOffer } from "../directory.ts";

/** The parts of a line that one writes in by asking. */
export type AskPart = "exploration" | "programme" | "referrals";

/** What is asked in its own way, not by a referral: where on the family's page, and in which part. */
const ownWay: Readonly<Record<string, { readonly address: string; readonly part: AskPart }>> = {
  "prenataal-huisbezoek": { address: "/huisbezoeken/nieuw", part: "exploration" },
  "geboortezorg-flex": { address: "#geboortezorg-flex", part: "programme" },
};

/** Is this asked by a referral at all? */
export const isReferred = ({ code }: Pick<SupportOffer, "code">): boolean => code === null || !(code in ownWay);

interface Asker {
  readonly trajectoryId: string;
  readonly organisationId: string;
  mayWrite(part: AskPart): boolean;
}

/** Where this offer is asked for a family, by someone of this organisation; null when there is nothing to ask, or not by her. */
export function askAddress(
  offer: Pick<SupportOffer, "id" | "code" | "status" | "organisationId">,
  { trajectoryId, organisationId, mayWrite }: Asker,
): string | null {
  const family = `/gezinnen/${trajectoryId}`;
  const own = offer.code === null ? undefined : ownWay[offer.code];
  if (own !== undefined) return mayWrite(own.part) ? `${family}${own.address}` : null;
  if (!mayWrite("referrals") || offer.status !== "active" || offer.organisationId === null || offer.organisationId === organisationId)
    return null;
  return `${family}/verwijzingen/nieuw?aanbod=${offer.id}`;
}
