import type { FunderShare } from "../../configuration/settings/funding.ts";
import type { CoPaymentBy, DayMinutes, FundedHours, FundedPlace, FundingFacts, Share, VisitFacts } from "../funding.ts";
import { fundHours, type Funding } from "./fundHours.ts";
import { price } from "../../../kit/money.ts";
import { rateOn } from "./rateOn.ts";
import { shareOut } from "./shareOut.ts";

/** All hours of a visit by day, each with who pays, why, and how much. */
export const deriveHours = ({ visitId, parts }: Pick<VisitFacts, "visitId" | "parts">, facts: FundingFacts): readonly FundedHours[] =>
  parts.map((part) => fundedHours(visitId, part, facts));

/** The hours of one visit on one day, with who pays, why, and how much. */
export function fundedHours(visitId: string, { day, minutes }: DayMinutes, facts: FundingFacts): FundedHours {
  const funding = fundHours(visitId, day, facts);
  const { source, reason, place } = funding;
  const coPaymentBy = whoPaysCoPayment(funding);
  const rateCents = place ? rateOn(source === "programme" ? "flexible" : "co_payment", day, place.programmeId, facts.versions) : null;
  const cents = place === null ? (source === "undecided" ? null : 0) : rateCents === null ? null : price(minutes, rateCents);
  return {
    day,
    minutes,
    source,
    reason,
    coPaymentBy,
    pillar: place?.pillar ?? null,
    programmeId: place?.programmeId ?? null,
    versionId: place?.versionId ?? null,
    rateCents,
    cents,
    municipality: place?.municipality ?? facts.municipality,
    insurer: place ? place.insurer : facts.insurer,
    shares: place && cents !== null ? sharesOf(place, cents, facts) : [],
  };
}

/** Day 1-10 and the exception: pillar 1 if enrolled, else the family [domain 4.2]. */
function whoPaysCoPayment({ source, place }: Funding): CoPaymentBy {
  if (source === "undecided") return "unknown";
  if (source === "programme" || source === "provider") return "none";
  return place ? "programme" : "family";
}

/** By the shares of the version that the place's decision rests on: what was agreed then stays. */
function sharesOf(place: FundedPlace, cents: number, { versions }: FundingFacts): readonly Share[] {
  const agreed = versions.find(({ versionId }) => versionId === place.versionId)?.settings.funding.shares[place.pillar] ?? [];
  const amounts = shareOut(
    cents,
    agreed.map(({ parts }) => parts),
  );
  return agreed.map((share, index) => ({ funder: funderOf(share, place), cents: amounts[index] ?? 0 })).filter((share) => share.cents > 0);
}

function funderOf({ funder }: FunderShare, place: FundedPlace): string {
  if (funder === "insurer") return place.insurer ?? "insurer-unnamed";
  if (funder === "municipality") return place.municipality;
  return funder.slice("named:".length);
}
