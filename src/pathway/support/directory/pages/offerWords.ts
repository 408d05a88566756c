import type { SupportOffer } from "../directory.ts";

/** How long one waits; null when nobody told. */
export function waitWords({ waitWeeks }: Pick<SupportOffer, "waitWeeks">): string | null {
  if (waitWeeks === null) return null;
  if (waitWeeks === 0) return "geen";
  return waitWeeks === 1 ? "1 week" : `${waitWeeks} weken`;
}

/** Whether there is room; null when nobody told. */
export function placesWords({ capacity: { available, maximum } }: Pick<SupportOffer, "capacity">): string | null {
  if (available === null) return null;
  const of = maximum === null ? "" : ` van ${maximum}`;
  return available === 0 ? `vol${maximum === null ? "" : ` (${maximum} plaatsen)`}` : `${available}${of} vrij`;
}

/** Weeks of pregnancy and age of the child in which it begins; null when it does not matter. */
export function windowWords(offer: Pick<SupportOffer, "pregnancyFromWeek" | "pregnancyBeforeWeek" | "childBeforeMonths">): string | null {
  const { pregnancyFromWeek: from, pregnancyBeforeWeek: before, childBeforeMonths: months } = offer;
  const words = [
    from === null ? null : `vanaf ${from} weken zwanger`,
    before === null ? null : `voor ${before} weken zwanger`,
    months === null ? null : `tot het kind ${months} maanden is`,
  ].filter((one) => one !== null);
  return words.length === 0 ? null : words.join(", ");
}

/** Age of the mother; null when it does not matter. */
export function ageWords({ minimumAge, maximumAge }: Pick<SupportOffer, "minimumAge" | "maximumAge">): string | null {
  if (minimumAge === null && maximumAge === null) return null;
  if (maximumAge === null) return `vanaf ${minimumAge} jaar`;
  return minimumAge === null ? `tot en met ${maximumAge} jaar` : `${minimumAge} tot en met ${maximumAge} jaar`;
}
