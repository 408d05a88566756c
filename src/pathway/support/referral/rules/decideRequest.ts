import { refuse, type Refusal } from "../../../../kit/refusal.ts";
import type { OfferStatus } from "../../directory/directory.ts";
import type { AnswerWay, ReferralRefusal } from "../referral.ts";
import { decideConsent, type ReferralConsent } from "./referralMoves.ts";

export interface RequestFacts {
  readonly offer: {
    readonly name: string;
    readonly status: OfferStatus;
    readonly organisationId: string | null;
    readonly available: number | null;
  };
  readonly askingOrganisationId: string;
  readonly consent: ReferralConsent | null;
  /** The same offer is asked already, and that is still open. */
  readonly openAlready: boolean;
  /** Who asks knows that it is full, and asks for a place on the waiting list. */
  readonly evenIfFull: boolean;
}

/** May this offer be asked for this family now? What changed since the page was opened counts. */
export function decideRequest({
  offer,
  askingOrganisationId,
  consent,
  openAlready,
  evenIfFull,
}: RequestFacts): Refusal<ReferralRefusal> | "go" {
  const about = { offer: offer.name };
  if (offer.organisationId === null || offer.status !== "active") return refuse("referral-offer-gone", about);
  if (offer.organisationId === askingOrganisationId) return refuse("referral-own-organisation", about);
  if (openAlready) return refuse("referral-asked-already", about);
  const allowed = decideConsent(consent);
  if (allowed !== "go") return refuse(allowed.code, { ...about, ...allowed.facts });
  return offer.available === 0 && !evenIfFull ? refuse("referral-offer-full", about) : "go";
}

/** How a candidate answers: in Wieg where somebody works with it, else by a link where there is an address, else on paper. */
export const wayOf = (worksWithWieg: boolean, email: string | null): AnswerWay =>
  worksWithWieg ? "wieg" : email === null ? "paper" : "link";
